import CMicroHTTPD
import Synchronization

/// Takes the body as it arrives, within the limits; what is too much is thrown away, not kept.
final class BodyReader {
    private enum Kind {
        case urlencoded
        case multipart(MultipartReader)
        case other
    }

    private let kind: Kind
    private let limit: Int
    private let core: ServerCore
    private var bytes: [UInt8] = []
    private var received = 0
    private var charged = 0
    private var refusal: Refusal?

    /// Refuses what is too large by its own word, or is a form that cannot be read.
    init(_ head: RequestHead, limit: Int, connection: OpaquePointer, core: ServerCore) throws(Refusal) {
        self.limit = limit
        self.core = core
        if let declared = head.declaredLength, declared > limit { throw Self.tooLarge(limit) }
        let type = head.headers["content-type"].map(Self.mediaType) ?? ""
        let hasBody = head.declaredLength != 0
        switch type {
        case "application/x-www-form-urlencoded": kind = .urlencoded
        case "multipart/form-data" where hasBody:
            kind = .multipart(try MultipartReader(connection, limits: core.configuration))
        default: kind = .other
        }
        if let declared = head.declaredLength { bytes.reserveCapacity(min(declared, 64 * 1_024)) }
    }

    deinit {
        core.buffered.subtract(charged, ordering: .relaxed)
    }

    /// Whether to go on reading; past twice the limit there is nothing more to say.
    func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
        received += chunk.count
        guard received <= limit else {
            refuse(Self.tooLarge(limit))
            return received <= limit * 2 + 64 * 1_024
        }
        guard refusal == nil else { return true }
        charged += chunk.count
        guard core.buffered.add(chunk.count, ordering: .relaxed).newValue <= core.configuration.maxBuffered else {
            refuse(Refusal(503, "The server is reading too many large uploads. Try again in a minute."))
            return true
        }
        if case .multipart(let reader) = kind { reader.take(chunk) } else { bytes.append(contentsOf: chunk) }
        return true
    }

    /// The form, and the bytes of whatever is not a form.
    func finish() throws(Refusal) -> (form: Form, body: [UInt8]) {
        if let refusal { throw refusal }
        switch kind {
        case .urlencoded: return (try URLEncoded.parse(bytes[...], maxFields: core.configuration.maxFields), [])
        case .multipart(let reader): return (try reader.finish(), [])
        case .other: return (Form(), bytes)
        }
    }

    private func refuse(_ reason: Refusal) {
        if refusal == nil { refusal = reason }
        bytes = []
    }

    private static func mediaType(_ value: String) -> String {
        String(value.prefix { $0 != ";" && $0 != " " }).lowercased()
    }

    private static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(413, "This is more than the \(limit.asSize) that this page takes. Send something smaller.")
    }
}

extension Refusal {
    /// For a stranger who announces what only people who are signed in may send.
    static func notKnown(_ limit: BodyLimit) -> Refusal {
        Refusal(
            413,
            "More than \(limit.fromAnybody.asSize) is taken here from people who are signed in. Sign in, and send it again."
        )
    }
}

extension Int {
    fileprivate var asSize: String { self >= 1_048_576 ? "\(self / 1_048_576) MB" : "\(self) bytes" }
}
