extension Answer {
    /// Goes on with the value, when there is one.
    func flatMap<Other: Sendable>(_ next: (Value) async -> Answer<Other>) async -> Answer<Other> {
        guard case .done(let value) = self else { return asking() }
        return await next(value)
    }

    func flatMap<Other: Sendable>(_ next: (Value) -> Answer<Other>) -> Answer<Other> {
        guard case .done(let value) = self else { return asking() }
        return next(value)
    }

    /// The same bad news, to somebody who asked for another value.
    func asking<Other: Sendable>() -> Answer<Other> {
        switch self {
        case .done: .unknown("The answer was not understood.")
        case .unsupported(let step): .unsupported(step)
        case .unknown(let why): .unknown(why)
        case .failed(let failure): .failed(failure)
        }
    }
}

extension Outgoing.Reply {
    var contentType: String { header("content-type") ?? "" }
}

extension WordPress {
    private static let judgement = Judgement(network: "The website")

    /// What a reply, or the lack of one, says about whether a request was carried out.
    static func judge(
        _ result: Result<Outgoing.Reply, Outgoing.Problem>, site: String
    ) -> Answer<Outgoing.Reply> {
        switch result {
        case .success(let reply): judge(reply, site: site)
        case .failure(let problem): judgement.problem(problem)
        }
    }

    private static func judge(_ reply: Outgoing.Reply, site: String) -> Answer<Outgoing.Reply> {
        let refusal = reply.status >= 400 ? Refusal(reply.body) : nil
        let failure: Failure
        let status = refusal?.inner ?? reply.status
        switch status {
        case 200..<300: return .done(reply)
        // WordPress answers a wrong password exactly like none at all.
        case 401:
            failure = Failure(
                .unauthorised,
                "WordPress did not accept the password. Ask whoever looks after the account to reconnect it.")
        case 404 where refusal?.code == "rest_no_route" || refusal == nil: failure = .noInterface(site)
        case 404: failure = Failure(.refused, "WordPress does not have it any more.")
        // WordPress calls a file it does not take a fault of its own.
        case 500 where refusal?.code.hasPrefix("rest_upload") == true: failure = Failure(.refused, refused(reply))
        case 413:
            failure = Failure(.tooLarge, "The website does not take a picture this large. Use a smaller one.")
        case 300..<400, 408, 429, 500...: return judgement.reply(reply, as: status)
        default: failure = Failure(.refused, refused(reply))
        }
        return .failed(failure)
    }

    /// A success that cannot be read is no success, and no failure either.
    static func unreadable(_ reply: Outgoing.Reply) -> Answer<Never> { judgement.unreadable(reply) }

    private static func refused(_ reply: Outgoing.Reply) -> String {
        switch Refusal(reply.body)?.code {
        case "rest_cannot_create", "rest_cannot_publish", "rest_cannot_edit", "rest_cannot_delete":
            "WordPress does not let this account do that. Ask whoever looks after the website to make it an editor."
        case let code? where code.hasPrefix("rest_upload"):
            "WordPress did not take the picture. Try a JPEG or PNG, or ask whoever looks after the website."
        case let code?:
            "WordPress refused it (\(code.prefix(60))). Ask whoever looks after the website."
        case nil:
            "The website refused it (\(reply.status)), perhaps its firewall. Ask whoever looks after the website."
        }
    }
}

extension Failure {
    static let strangeID = Failure(.misconfigured, "This is not the number of anything on a WordPress website.")

    static func noInterface(_ site: String) -> Failure {
        Failure(
            .misconfigured,
            "There is no WordPress at \(site), or its REST interface is switched off. Correct the address or ask whoever looks after the website."
        )
    }
}
