extension YouTube {
    static let judgement = Judgement(network: "YouTube")

    /// What YouTube said to one request.
    struct Heard: Sendable {
        var status: Int?
        var answer: Answer<Outgoing.Reply>
        /// YouTube's own word that this is not there.
        var saysMissing = false
        /// YouTube's own word that a video takes no comments.
        var hasNoComments = false
        /// Where an upload's session is, or how far it is.
        var headers: [Outgoing.Header] = []

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    func get(_ path: String, _ query: [(String, String)]) async -> Heard { await send("GET", path, query) }

    func send(_ verb: String, _ path: String, _ query: [(String, String)], _ body: JSON? = nil) async -> Heard {
        let address = "\(settings.api)/youtube/\(settings.version)/\(path)?\(FormText.encoded(query))"
        let type = body == nil ? [] : [Outgoing.Header("Content-Type", "application/json; charset=utf-8")]
        return await ask(verb, address, type, body?.written ?? [])
    }

    /// Makes one request as the channel. A refused token means that nothing was done, so that it may be asked again.
    func ask(
        _ verb: String, _ address: String, _ headers: [Outgoing.Header], _ body: [UInt8], time: Duration = .seconds(30)
    ) async -> Heard {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return Heard(answer: .failed(.reading(error))) }
        let first = await ask(verb, address, headers, body, time, credential.secret)
        guard first.status == 401 else { return first }
        let oauth = oauth
        switch await keeper.renewed(
            credential, network: "YouTube", at: settings.api, { _ in await oauth.refresh(credential) })
        {
        case .done(let renewed): return await ask(verb, address, headers, body, time, renewed.secret)
        case let other: return Heard(answer: other.asking())
        }
    }

    private func ask(
        _ verb: String, _ address: String, _ headers: [Outgoing.Header], _ body: [UInt8], _ time: Duration,
        _ token: String
    ) async -> Heard {
        guard let reach = settings.reach(mayBeInOwnNetwork: mayBeInOwnNetwork) else {
            return Heard(answer: .failed(YouTube.noInterface))
        }
        let own = [
            Outgoing.Header("Accept", "application/json"),
            Outgoing.Header("Authorization", "Bearer \(token)", isSecret: true),
        ]
        var request = Outgoing.Request(verb, address, headers: own + headers, body: body, reach: reach)
        request.limits.total = time
        switch await outgoing.send(request) {
        case .success(let reply): return YouTube.judge(reply)
        case .failure(let problem) where problem.kind == .malformed && !problem.wasSent,
            .failure(let problem) where problem.kind == .addressRefused:
            return Heard(answer: .failed(YouTube.noInterface))
        case .failure(let problem): return Heard(answer: YouTube.judgement.problem(problem))
        }
    }

    private static func judge(_ reply: Outgoing.Reply) -> Heard {
        if reply.status < 300 || reply.status == 308 {
            return Heard(status: reply.status, answer: .done(reply), headers: reply.headers)
        }
        let reasons = (JSON(reply.body)?["error"]["errors"].array ?? []).compactMap { $0["reason"].string }
        let failure: Failure
        let reason = reasons.first ?? ""
        switch (reply.status, reason) {
        case (401, "youtubeSignupRequired"): return Heard(answer: .failed(noChannel))
        case (401, _), (408, _), (500..., _): return Heard(status: reply.status, answer: judgement.reply(reply))
        case (_, "quotaExceeded"), (_, "dailyLimitExceeded"):
            failure = Failure(
                .rateLimited(seconds: secondsToNewDay()),
                "Schoolgate has used up what YouTube allows in a day. It is tried again tomorrow.")
        case (_, "uploadLimitExceeded"):
            failure = Failure(
                .rateLimited(seconds: nil),
                "YouTube takes no more videos of this channel today. It is tried again later.")
        case (_, "rateLimitExceeded"), (_, "userRateLimitExceeded"), (429, _):
            failure = Failure(
                .rateLimited(seconds: reply.secondsToWait),
                "YouTube asks to be left alone for a while. It is tried again later.")
        case (413, _): failure = Failure(.tooLarge, "YouTube does not take a video this large. Use a smaller one.")
        case (403, "commentsDisabled"):
            failure = Failure(.refused, "Comments are switched off for this video. Switch them on in YouTube Studio.")
        case (403, _):
            failure = Failure(
                .refused,
                "YouTube does not let Schoolgate do that: a right is missing, or the channel is restricted. Look at YouTube Studio, and connect the channel again."
            )
        case (404, "notFound"), (404, "videoNotFound"), (404, "commentNotFound"), (404, "parentCommentNotFound"),
            (404, "commentThreadNotFound"):
            failure = Failure(.refused, "It is no longer on YouTube.")
        case (300..<400, _), (404, ""): failure = noInterface
        case (400, "invalidTitle"), (400, "invalidDescription"):
            failure = Failure(
                .refused, "YouTube does not take this title or description. Leave out < and >, and shorten it.")
        default:
            failure = Failure(
                .refused, "YouTube refused it (\(reply.status)). Look at YouTube Studio, or ask for help.")
        }
        return Heard(
            status: reply.status, answer: .failed(failure),
            saysMissing: reply.status == 404 && reason.lowercased().hasSuffix("notfound"),
            hasNoComments: reply.status == 403 && reason == "commentsDisabled")
    }

    /// Google's day begins at midnight in California: at eight in the morning UTC at the latest.
    private static func secondsToNewDay() -> Int {
        let inDay = Int(Instant.now() / 1_000 % 86_400)
        return (8 * 3_600 - inDay + 86_400 - 1) % 86_400 + 1
    }

    static let noInterface = Failure(
        .misconfigured,
        "YouTube’s interface is not at the address that Schoolgate has for it. Tell whoever runs Schoolgate.")
}
