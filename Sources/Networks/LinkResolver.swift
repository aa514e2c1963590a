public import Gate

/// Finds out where the links of a post lead, without ever going into the school's own network.
public struct LinkResolver: Sendable {
    private let outgoing: Outgoing
    private let reach: Outgoing.Reach
    private let time: Duration

    public init(outgoing: Outgoing = Outgoing()) {
        self.init(outgoing: outgoing, reach: .internet, time: .seconds(5))
    }

    /// Tests lead to servers of their own.
    init(outgoing: Outgoing = Outgoing(), reach: Outgoing.Reach, time: Duration) {
        self.outgoing = outgoing
        self.reach = reach
        self.time = time
    }

    /// What is known of each link, in the same order, within five seconds for all of them.
    ///
    /// Only the first 20 different links are followed; nothing is known of the others.
    public func resolve(_ urls: [String]) async -> [Link] {
        var wanted: [String] = []
        for url in urls where wanted.count < 20 && !wanted.contains(url) { wanted.append(url) }
        let known = await withTaskGroup(of: Link.self, returning: [String: Link].self) { group in
            for url in wanted { group.addTask { await resolve(url) } }
            return await group.reduce(into: [:]) { $0[$1.url] = $1 }
        }
        return urls.map { known[$0] ?? Link(url: $0) }
    }

    /// Where a link leads after at most eight redirects, and what is there.
    ///
    /// It is blocked when it, or what it redirects to, is inside a private network or not on the web. Without
    /// an answer in time its status stays nil.
    public func resolve(_ url: String) async -> Link {
        let end = ContinuousClock.now + time
        var current = url
        for hop in 0...8 {
            guard let address = Address(current) else {
                return Link(url: url, resolved: hop == 0 ? nil : current, isBlocked: true)
            }
            let left = end - ContinuousClock.now
            guard left > .zero else { break }
            let limits = Outgoing.Limits(
                connect: left, total: left, replyBytes: 65_536, isBeginningEnough: true
            )
            // Not HEAD: many servers answer it wrongly, and shorteners most of all.
            switch await outgoing.send(Outgoing.Request("GET", address.text, limits: limits, reach: reach)) {
            case .failure(let problem):
                return Link(
                    url: url, resolved: hop == 0 ? nil : address.text, isBlocked: problem.kind == .addressRefused
                )
            case .success(let reply):
                guard let next = reply.location else {
                    return Link(url: url, resolved: address.text, status: reply.status)
                }
                current = next
            }
        }
        return Link(url: url)
    }
}
