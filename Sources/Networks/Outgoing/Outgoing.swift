internal import CCurl

/// The one way out: HTTP requests with limits, and an address check at the moment of connecting.
///
/// Nothing is repeated and no connection is used twice: libcurl sends a request again when a kept
/// connection turns out dead, which could publish a post twice, and a kept connection would not be checked.
public struct Outgoing: Sendable {
    private static let loop = Loop()

    public init() {}

    /// Makes the request; any whole reply is a success here, whatever its status.
    public func send(_ request: Request) async -> Result<Reply, Problem> {
        var request = request
        let start = ContinuousClock.now
        let total = request.limits.total
        var hops = 0
        while true {
            let result = await attempt(request)
            guard request.redirects > 0, case .success(let reply) = result, let next = reply.location,
                request.method == "GET" || request.method == "HEAD"
            else { return result }
            hops += 1
            guard hops <= request.redirects else {
                let detail = "more than \(request.redirects) redirects"
                return .failure(Problem(kind: .tooManyRedirects, wasSent: true, detail: detail))
            }
            let left = total - (ContinuousClock.now - start)
            guard left > .zero else {
                return .failure(Problem(kind: .timedOut, wasSent: true, detail: "the redirects took too long"))
            }
            request.url = next
            request.headers.removeAll(where: \.isSecret)
            request.limits.total = left
        }
    }

    private func attempt(_ request: Request) async -> Result<Reply, Problem> {
        guard let address = Address(request.url) else {
            return .failure(Problem(kind: .malformed, wasSent: false, detail: "not a web address that can be asked"))
        }
        guard request.isWellFormed else {
            return .failure(Problem(kind: .malformed, wasSent: false, detail: "the method or a header cannot be sent"))
        }
        guard let loop = Outgoing.loop else {
            return .failure(Problem(kind: .notReached, wasSent: false, detail: "libcurl or its thread did not start"))
        }
        return await withCheckedContinuation { continuation in
            loop.add(Job(request: request, address: address) { continuation.resume(returning: $0) })
        }
    }
}

/// A request on its way to the thread that makes it.
struct Job: Sendable {
    let request: Outgoing.Request
    let address: Address
    let finish: @Sendable (Result<Outgoing.Reply, Outgoing.Problem>) -> Void
}

extension Outgoing.Request {
    /// Whether nothing in it could start a header or a request of its own.
    fileprivate var isWellFormed: Bool {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard !method.isEmpty, method.utf8.allSatisfy({ capitals.contains($0) }) else { return false }
        return headers.allSatisfy { header in
            !header.name.isEmpty
                && header.name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
                && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
    }
}
