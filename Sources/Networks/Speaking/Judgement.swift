/// What a reply, or the lack of one, says about whether a request was carried out: the same for every network.
///
/// Connectors look at a network's own ways of saying no first and leave the rest to this.
struct Judgement: Sendable {
    /// At the start of a sentence, such as `The server` or `Bluesky`.
    let network: String

    /// Why no whole reply came back.
    func problem<Value>(_ problem: Outgoing.Problem) -> Answer<Value> {
        switch problem.kind {
        case .malformed where !problem.wasSent:
            .failed(Judgement.badAddress)
        case .addressRefused:
            .failed(
                Failure(
                    .misconfigured,
                    "\(network) is inside a network that Schoolgate may not reach. Whoever runs Schoolgate can allow it."
                ))
        case .untrusted where !problem.wasSent:
            .failed(
                Failure(
                    .unavailable,
                    "\(network) could not prove who it is: its certificate is wrong or has run out. It is tried again later."
                ))
        case _ where !problem.wasSent:
            .failed(Failure(.unavailable, "\(network) cannot be reached. Nothing was sent; it is tried again later."))
        case .timedOut:
            .unknown("\(network) took too long to answer. It is looked up there before anything is tried again.")
        case .replyTooLarge:
            .unknown("\(network) answered far too much. It is looked up there before anything is tried again.")
        default:
            .unknown(
                "\(network) ended the connection without an answer. It is looked up there before anything is tried again."
            )
        }
    }

    /// A whole reply by its status alone, or by the one that is in it; `done` means 200 to 299.
    func reply(_ reply: Outgoing.Reply, as status: Int? = nil) -> Answer<Outgoing.Reply> {
        let status = status ?? reply.status
        return switch status {
        case 200..<300: .done(reply)
        case 300..<400: .failed(Failure(.misconfigured, redirected(to: reply.location)))
        case 401: .failed(unauthorised)
        case 408, 500...:
            .unknown(
                "\(network) has a problem of its own (\(status)). It is looked up there before anything is tried again."
            )
        case 413: .failed(Failure(.tooLarge, "\(network) does not take a file this large. Use a smaller one."))
        case 429:
            .failed(
                Failure(
                    .rateLimited(seconds: reply.secondsToWait),
                    "\(network) asks to be left alone for a while. It is tried again later."))
        default:
            .failed(
                Failure(.refused, "\(network) refused it (\(status)). Ask whoever looks after the account."))
        }
    }

    /// It does not repeat the address: there may be a password in what somebody pasted.
    static let badAddress = Failure(
        .misconfigured,
        "The account’s address is not one on the web that Schoolgate can ask. Enter it like https://school.example, without a name or password in it."
    )

    var unauthorised: Failure {
        Failure(
            .unauthorised,
            "\(network) did not accept Schoolgate’s access to the account. Ask whoever looks after the account to reconnect it."
        )
    }

    /// A success that cannot be read is no success, and no failure either.
    func unreadable<Value>(_ reply: Outgoing.Reply) -> Answer<Value> {
        let start = reply.body.first { $0 > 0x20 }
        let what =
            start == UInt8(ascii: "<") ? "answered with a page instead of data" : "gave an answer that cannot be read"
        return .unknown("\(network) \(what). It is looked up there before anything is tried again.")
    }

    private func redirected(to location: String?) -> String {
        let place = location.flatMap { Address($0) }.map { "\($0.scheme)://\($0.host)" } ?? "another address"
        return "\(network) sends Schoolgate on to \(place). Correct the address in the account."
    }
}

extension Outgoing.Reply {
    /// How long the network asks to be left alone; nil when it does not say, and never more than a day.
    ///
    /// `Retry-After` is in seconds or a date; `X-RateLimit-Reset` a date (Mastodon), seconds since 1970 (Bluesky, X) or
    /// seconds from now.
    var secondsToWait: Int? {
        let now = Instant.now()
        if let text = header("retry-after") {
            if let seconds = Int(text) { return (0...86_400).contains(seconds) ? seconds : nil }
            if let date = HTTPDate.milliseconds(text) { return Self.seconds(from: now, to: date) }
        }
        for name in ["x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset"] {
            guard let text = header(name) else { continue }
            if let date = Instant.milliseconds(text) { return Self.seconds(from: now, to: date) }
            guard let number = Int64(text), number >= 0 else { continue }
            if number < 86_400 { return Int(number) }
            if (1_000_000_000..<100_000_000_000).contains(number) { return Self.seconds(from: now, to: number * 1_000) }
        }
        return nil
    }

    private static func seconds(from now: Int64, to then: Int64) -> Int {
        Int(min(86_400, max(0, (then - now + 999) / 1_000)))
    }

    /// How far the sender's clock is ahead of ours, in milliseconds; nil when it did not say.
    var clockAhead: Int64? { header("date").flatMap { HTTPDate.milliseconds($0) }.map { $0 - Instant.now() } }
}
