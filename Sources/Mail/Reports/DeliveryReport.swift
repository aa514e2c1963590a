/// What a mail server reports of a mail that it could not deliver (RFC 3464).
public struct DeliveryReport: Sendable, Equatable {
    public enum Action: String, Sendable, Equatable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// What became of the mail for one receiver.
    public struct Receiver: Sendable, Equatable {
        /// As the report writes it; for words only, never to decide whom it is about.
        public let address: String
        public let action: Action
        /// Such as `5.1.1`; nil when it is not written as one.
        public let status: String?
        /// What the server said, cut and cleaned.
        public let words: String
    }

    public let receivers: [Receiver]
    /// The Message-ID of the mail it is about, without its brackets; nil when the report does not give the mail back.
    public let messageID: String?
    /// Whom the report itself is addressed to: the envelope address of the mail, where it still stands.
    public let addressees: [String]

    public static let mostBytes = 2 * 1_048_576

    /// Why a mail is no report.
    public enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
        case tooLong, notAReport, withoutStatus

        public var description: String {
            switch self {
            case .tooLong: "This mail is longer than 2 MB: a report of a mail server is short."
            case .notAReport: "This is not a report of a mail server: its content type is not multipart/report."
            case .withoutStatus: "This report does not say what became of the mail."
            }
        }
    }

    public init(_ mail: [UInt8]) throws(Fault) {
        guard mail.count <= Self.mostBytes else { throw .tooLong }
        let top = MailPart(mail)
        guard top.type == "multipart/report", let boundary = top.parameter("boundary"), !boundary.isEmpty else {
            throw .notAReport
        }
        let parts = top.parts(between: boundary)
        guard let status = parts.first(where: { $0.type == "message/delivery-status" }) else { throw .withoutStatus }
        receivers = Self.receivers(status.body)
        guard !receivers.isEmpty else { throw .withoutStatus }
        let returned = parts.first { $0.type == "message/rfc822" || $0.type == "text/rfc822-headers" }
        let id = returned.flatMap { MailPart(Array($0.body)).header("message-id") } ?? top.header("in-reply-to")
        messageID = id.flatMap(Self.bracketed)
        addressees = ["delivered-to", "x-original-to", "envelope-to", "to"].compactMap { top.header($0) }.map {
            Self.bracketed($0) ?? String($0.prefix(320))
        }
    }

    /// Blocks of fields with empty lines between them: the first is about the mail, the others each about a receiver.
    private static func receivers(_ body: ArraySlice<UInt8>) -> [Receiver] {
        var found: [Receiver] = []
        var rest = Array(body)
        while !rest.isEmpty, found.count < 100 {
            let block = MailPart(rest)
            rest = Array(block.body.drop { $0 == 0x0D || $0 == 0x0A })
            let address = block.header("final-recipient") ?? block.header("original-recipient")
            guard let address, let action = block.header("action").flatMap({ Action(rawValue: $0.lowercased()) }) else {
                continue
            }
            let status = block.header("status").flatMap { StatusCode($0.split(separator: " ").first ?? "")?.text }
            found.append(
                Receiver(
                    address: Reply(code: 0, words: Array(afterType(address).utf8)).words, action: action,
                    status: status,
                    words: Reply(code: 0, words: Array(afterType(block.header("diagnostic-code") ?? "").utf8)).words))
        }
        return found
    }

    /// What follows `rfc822;` or `smtp;`.
    private static func afterType(_ value: String) -> Substring {
        let units = value.utf8
        guard let semicolon = units.firstIndex(of: UInt8(ascii: ";")) else { return value[...] }
        return value[units.index(after: semicolon)...].drop { $0 == " " }
    }

    private static func bracketed(_ value: String) -> String? {
        let units = value.utf8
        guard let open = units.lastIndex(of: UInt8(ascii: "<")),
            let close = units[open...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return String(value[units.index(after: open)..<close].prefix(320))
    }
}
