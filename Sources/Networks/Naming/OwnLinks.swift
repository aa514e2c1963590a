/// The links that a public page calls its own (`rel="me"`), by which it proves whose it is.
public struct OwnLinks: Sendable {
    /// What was found, once a page could be read.
    public enum Finding: Sendable, Equatable {
        /// The first of the wanted addresses that it links to.
        case linked(String)
        case notLinked
        /// No page came that could be read; for the log.
        case unread(String)
    }

    private let outgoing: Outgoing
    private let limits: Outgoing.Limits

    /// A page that is longer is read as far as this, and one that takes longer is not read.
    public init(
        outgoing: Outgoing = Outgoing(),
        limits: Outgoing.Limits = Outgoing.Limits(
            connect: .seconds(5), total: .seconds(20), replyBytes: 1_048_576, isBeginningEnough: true)
    ) {
        self.outgoing = outgoing
        self.limits = limits
    }

    /// Whether the page links to one of these addresses as its own; the network of the operator's is only reached where
    /// `mayBeInOwnNetwork` says so, and then on this one host.
    public func look(on page: String, for wanted: [String], mayBeInOwnNetwork: Bool = false) async -> Finding {
        guard let address = Address(page) else { return .unread("not a web address") }
        let request = Outgoing.Request(
            "GET", address.text, headers: [Outgoing.Header("Accept", "text/html, application/xhtml+xml;q=0.9")],
            limits: limits, redirects: 3, reach: mayBeInOwnNetwork ? .ownHost(address.host) : .internet)
        switch await outgoing.send(request) {
        case .failure(let problem): return .unread(problem.detail)
        case .success(let reply):
            guard reply.status == 200 else { return .unread("it answered \(reply.status)") }
            return Self.look(in: String(decoding: reply.body, as: UTF8.self), for: wanted)
        }
    }

    static func look(in html: String, for wanted: [String]) -> Finding {
        let links = Set(HTMLText.ownLinks(html).compactMap(plain))
        guard let found = wanted.first(where: { plain($0).map(links.contains) == true }) else { return .notLinked }
        return .linked(found)
    }

    /// Without what does not change where it leads: scheme, case of the host, fragment and a last slash.
    private static func plain(_ link: String) -> String? {
        guard let address = Address(link.trimmingSpaces) else { return nil }
        var rest = address.text.dropFirst(address.scheme.count + 3)
        if rest.last == "/" { rest.removeLast() }
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        return host.lowercased() + rest.dropFirst(host.count)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
