extension Bluesky {
    /// What a reply, or the lack of one, says about whether a request was carried out.
    static func judge(_ result: Result<Outgoing.Reply, Outgoing.Problem>, service: String) -> Heard {
        switch result {
        case .success(let reply): judge(reply, service: service)
        case .failure(let problem): Heard(answer: judge(problem, service: service))
        }
    }

    private static func judge(_ problem: Outgoing.Problem, service: String) -> Answer<Outgoing.Reply> {
        problem.kind == .malformed && !problem.wasSent ? .failed(.noServer(service)) : judgement.problem(problem)
    }

    private static let judgement = Judgement(network: "Bluesky")

    private static func judge(_ reply: Outgoing.Reply, service: String) -> Heard {
        guard reply.status >= 300 else { return Heard(status: reply.status, answer: .done(reply)) }
        let said = JSON(reply.body)
        var heard = Heard(
            code: said?["error"].string, words: said?["message"].string ?? plainWords(reply), status: reply.status,
            answer: .unknown(""))
        heard.answer = answer(to: reply, heard, service)
        return heard
    }

    /// What a server said that does not speak in JSON; a page is nobody's words.
    private static func plainWords(_ reply: Outgoing.Reply) -> String? {
        guard reply.body.first != UInt8(ascii: "<"), reply.body.count <= 500 else { return nil }
        return String(decoding: reply.body, as: UTF8.self)
    }

    private static func answer(to reply: Outgoing.Reply, _ heard: Heard, _ service: String) -> Answer<Outgoing.Reply> {
        if heard.refusesToken { return .failed(.signInAgain) }
        if heard.isNotOffered { return .unsupported("This account’s server does not offer that.") }
        switch (reply.status, heard.code) {
        case (429, _), (_, "RateLimitExceeded"):
            return .failed(
                Failure(
                    .rateLimited(seconds: reply.secondsToWait),
                    "Bluesky asks to be left alone for a while. It is tried again later."))
        case (413, _), (_, "PayloadTooLarge"), (_, "BlobTooLarge"):
            return .failed(Failure(.tooLarge, "Bluesky does not take a picture this large. Use a smaller one."))
        case (408, _), (500..., _): return judgement.reply(reply)
        case (300..<400, _): return .failed(.noServer(service))
        case (404, nil): return .failed(.noServer(service))
        case (_, "AccountTakedown"), (_, "AccountSuspended"), (_, "AccountDeactivated"), (_, "RepoDeactivated"),
            (_, "RepoTakendown"), (_, "RepoSuspended"):
            return .failed(
                Failure(
                    .refused, "Bluesky has switched this account off. Look at it in the Bluesky app."))
        case (_, "AuthFactorTokenRequired"):
            return .failed(
                Failure(
                    .unauthorised,
                    "Bluesky asks for a code: this is the account’s main password. Make an app password in Bluesky’s settings and enter that. Leave two-factor on."
                ))
        case (let status, let code):
            // Only names that are known are repeated to people: the rest are a stranger's words.
            let name = code.flatMap { known.contains($0) ? $0 : nil } ?? String(status)
            return .failed(
                Failure(
                    .refused, "Bluesky refused it (\(name)). Look at the account in the Bluesky app, or ask for help."))
        }
    }

    private static let known: Set<String> = [
        "InvalidRequest", "InvalidSwap", "InvalidRecord", "InvalidMimeType", "BlobNotFound", "RepoNotFound",
        "RecordNotFound",
        "NotFound", "BlockedActor", "BlockedByActor", "Forbidden", "InsufficientScope", "InvalidHandle",
        "HandleNotFound",
        "BadQueryString", "UnknownFeed", "DuplicateCreate",
    ]

    /// A success that cannot be read is no success, and no failure either.
    static func unreadable<Value: Sendable>(_ reply: Outgoing.Reply) -> Answer<Value> { judgement.unreadable(reply) }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension Failure {
    static let signInAgain = Failure(
        .unauthorised, "Bluesky did not accept the account’s access. Ask whoever looks after it to reconnect it.")

    static func noServer(_ service: String) -> Failure {
        // Only the host is repeated: an address may have a password in it.
        let host = Address(service).map { "“\($0.host.prefix(100))”" } ?? "the address"
        return Failure(
            .misconfigured,
            "There is no server of the AT protocol at \(host). Correct the address in the account, with https://.")
    }
}
