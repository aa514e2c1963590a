extension LinkedIn {
    static let judgement = Judgement(network: "LinkedIn")

    /// What LinkedIn said to one request.
    struct Heard: Sendable {
        var status: Int?
        var answer: Answer<Outgoing.Reply>
        /// LinkedIn's own word that this is not there.
        var saysMissing = false
        /// LinkedIn's own word that the same was posted before.
        var saysTwice = false
    }

    /// Makes one request as the page; the method is Rest.li's own where it is not the verb's.
    func send(
        _ verb: String, _ path: String, _ query: [(String, String)] = [], _ body: JSON? = nil, method: String? = nil
    ) async -> Heard {
        await asAccount { token in
            guard let reach = settings.reach(mayBeInOwnNetwork: mayBeInOwnNetwork) else {
                return Heard(answer: .failed(LinkedIn.noInterface))
            }
            var headers = [
                Outgoing.Header("Accept", "application/json"),
                Outgoing.Header("Authorization", "Bearer \(token)", isSecret: true),
                Outgoing.Header("LinkedIn-Version", settings.version),
                Outgoing.Header("X-Restli-Protocol-Version", "2.0.0"),
            ]
            if let method { headers.append(Outgoing.Header("X-RestLi-Method", method)) }
            if body != nil { headers.append(Outgoing.Header("Content-Type", "application/json")) }
            let mark = query.isEmpty ? "" : "?" + FormText.encoded(query)
            let request = Outgoing.Request(
                verb, "\(settings.api)/rest/\(path)\(mark)", headers: headers, body: body?.written ?? [], reach: reach)
            return LinkedIn.judge(await outgoing.send(request))
        }
    }

    /// Sends a picture to where LinkedIn says, if that is LinkedIn's.
    func put(_ bytes: [UInt8], to address: String) async -> Heard {
        guard let target = Address(address), let api = Address(settings.api) else {
            return Heard(answer: .failed(LinkedIn.noInterface))
        }
        let isOwn = mayBeInOwnNetwork && target.host == api.host
        let isLinkedIn =
            target.scheme == "https"
            && (target.host == settings.uploadHost || target.host.hasSuffix(".\(settings.uploadHost)"))
        // A token must not follow an address out of LinkedIn.
        guard isOwn || isLinkedIn else {
            return Heard(
                answer: .failed(
                    Failure(
                        .misconfigured,
                        "LinkedIn wanted a picture sent to an address that is not its own. Tell whoever runs Schoolgate; nothing was posted."
                    )))
        }
        return await asAccount { token in
            let headers = [
                Outgoing.Header("Authorization", "Bearer \(token)", isSecret: true),
                Outgoing.Header("Content-Type", "application/octet-stream"),
            ]
            var request = Outgoing.Request(
                "PUT", address, headers: headers, body: bytes, reach: isOwn ? .ownHost(target.host) : .internet)
            request.limits.total = .seconds(120)
            return LinkedIn.judge(await outgoing.send(request))
        }
    }

    /// A refused token means that nothing was done, so that it may be asked again with a new one.
    private func asAccount(_ ask: (String) async -> Heard) async -> Heard {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return Heard(answer: .failed(.reading(error))) }
        let first = await ask(credential.secret)
        guard first.status == 401 else { return first }
        let oauth = oauth
        switch await keeper.renewed(
            credential, network: "LinkedIn", at: settings.api, { _ in await oauth.refresh(credential) })
        {
        case .done(let renewed): return await ask(renewed.secret)
        case let other: return Heard(answer: other.asking())
        }
    }

    private static func judge(_ result: Result<Outgoing.Reply, Outgoing.Problem>) -> Heard {
        switch result {
        case .success(let reply): return judge(reply)
        case .failure(let problem) where problem.kind == .malformed && !problem.wasSent,
            .failure(let problem) where problem.kind == .addressRefused:
            return Heard(answer: .failed(noInterface))
        case .failure(let problem): return Heard(answer: judgement.problem(problem))
        }
    }

    private static func judge(_ reply: Outgoing.Reply) -> Heard {
        guard reply.status >= 300 else { return Heard(status: reply.status, answer: .done(reply)) }
        let json = JSON(reply.body)
        let code = json?["code"].string ?? ""
        let words = json?["message"].string?.lowercased() ?? ""
        let failure: Failure
        var (saysMissing, saysTwice) = (false, false)
        switch reply.status {
        case 401, 408, 413, 500...: return Heard(status: reply.status, answer: judgement.reply(reply))
        case 300..<400, 426: failure = noInterface
        case 400 where code == "VERSION_MISSING" || code == "ILLEGAL_ARGUMENT" && words.contains("version"):
            failure = noInterface
        case 403:
            failure = Failure(
                .refused,
                "LinkedIn does not let Schoolgate do that: a right is missing, or whoever connected the page is no administrator of it any more. Connect the page again."
            )
        case 404 where json?["status"].int == 404 && code != "RESOURCE_NOT_FOUND":
            saysMissing = true
            failure = Failure(.refused, "It is no longer on LinkedIn.")
        case 404: failure = noInterface
        case 409, 422:
            saysTwice = code == "DUPLICATE_POST" || words.contains("duplicate")
            failure =
                saysTwice
                ? Failure(.refused, "LinkedIn says that the same words were posted before. Change them.")
                : refused(reply)
        case 429:
            failure = Failure(
                .rateLimited(seconds: reply.secondsToWait ?? secondsToMidnight()),
                "LinkedIn asks to be left alone for a while. It is tried again later.")
        default: failure = refused(reply)
        }
        return Heard(status: reply.status, answer: .failed(failure), saysMissing: saysMissing, saysTwice: saysTwice)
    }

    private static func refused(_ reply: Outgoing.Reply) -> Failure {
        Failure(.refused, "LinkedIn refused it (\(reply.status)). Look at the page on LinkedIn, or ask for help.")
    }

    /// LinkedIn counts by the day, which begins at midnight UTC.
    private static func secondsToMidnight() -> Int { 86_400 - Int(Instant.now() / 1_000 % 86_400) }

    static let noInterface = Failure(
        .misconfigured,
        "LinkedIn’s interface is not at the address or in the version that Schoolgate has for it. Tell whoever runs Schoolgate."
    )
}
