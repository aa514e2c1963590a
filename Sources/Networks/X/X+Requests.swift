extension X {
    /// What X said to one request.
    struct Heard: Sendable {
        var status: Int?
        var answer: Answer<Outgoing.Reply>
        /// X's own word that this is not there, by number.
        var saysGone: Bool = false
        /// X's own word that the same was posted lately.
        var saysTwice: Bool = false
    }

    func get(_ path: String, _ parameters: [(String, String)] = []) async -> Heard {
        await asAccount { await send("GET", path, parameters, nil, $0) }
    }

    func send(_ verb: String, _ path: String, _ body: JSON? = nil, _ time: Duration = .seconds(30)) async -> Heard {
        await asAccount { await send(verb, path, [], body, $0, time) }
    }

    /// A refused token means that nothing was done, so that it may be asked again with a new one.
    private func asAccount(_ ask: (String) async -> Heard) async -> Heard {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return Heard(answer: .failed(.reading(error))) }
        let first = await ask(credential.secret)
        guard first.status == 401 else { return first }
        let oauth = oauth
        switch await keeper.renewed(
            credential, network: "X", at: settings.api, { _ in await oauth.refresh(credential) })
        {
        case .done(let renewed): return await ask(renewed.secret)
        case let other: return Heard(answer: other.asking())
        }
    }

    private func send(
        _ verb: String, _ path: String, _ parameters: [(String, String)], _ body: JSON?, _ token: String,
        _ time: Duration = .seconds(30)
    ) async -> Heard {
        guard let reach = settings.reach(mayBeInOwnNetwork: mayBeInOwnNetwork) else {
            return Heard(answer: .failed(X.noInterface))
        }
        var headers = [
            Outgoing.Header("Accept", "application/json"),
            Outgoing.Header("Authorization", "Bearer \(token)", isSecret: true),
        ]
        if body != nil { headers.append(Outgoing.Header("Content-Type", "application/json")) }
        let query = parameters.isEmpty ? "" : "?" + Bluesky.encoded(parameters)
        var request = Outgoing.Request(
            verb, "\(settings.api)/\(settings.version)/\(path)\(query)", headers: headers, body: body?.written ?? [],
            reach: reach)
        request.limits.total = time
        switch await outgoing.send(request) {
        case .success(let reply): return X.judge(reply, path)
        case .failure(let problem): return Heard(answer: X.judge(problem))
        }
    }
}
