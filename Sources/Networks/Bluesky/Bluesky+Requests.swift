internal import FoundationEssentials

extension Bluesky {
    /// What a server said to one request.
    struct Heard: Sendable {
        /// The error's name, such as `ExpiredToken`, and its words; nil when it gave none.
        var code: String?
        var words: String?
        var status: Int?
        var answer: Answer<Outgoing.Reply>

        /// Servers of other makers name a bad token as they like, or not at all.
        var refusesToken: Bool {
            if status == 401 { return true }
            guard let status, [400, 403, 422].contains(status) else { return false }
            let words = (words ?? "").lowercased()
            switch code {
            case "ExpiredToken", "InvalidToken", "AuthMissing", "AuthRequired": return true
            case "InvalidRequest", nil:
                // Some name it only in their words, or answer with plain words alone.
                guard words.contains("token") || words.contains("jwt") || words.contains("authorization") else {
                    return false
                }
                return ["invalid", "expired", "revoked", "missing", "required"].contains { words.contains($0) }
            default: return false
            }
        }

        /// The protocol's own word that there is no such record, and nobody else's.
        var saysNoRecord: Bool {
            guard let status, [400, 404, 410].contains(status) else { return false }
            return code == "RecordNotFound"
                || (code == "InvalidRequest" && words?.hasPrefix("Could not locate record") == true)
        }

        /// The server does not know what it was asked for.
        var isNotOffered: Bool {
            if status == 501 { return true }
            return ["MethodNotImplemented", "XRPCNotSupported", "MethodNotFound"].contains(code ?? "")
        }
    }

    /// Asks something as the account, renewing its session when that has run out.
    func query(_ method: String, _ parameters: [(String, String)], to proxy: String? = nil) async -> Heard {
        await asAccount { await send("GET", method, parameters, bearer: $0, to: proxy) }
    }

    /// Asks for what is public, as anybody, so that an account whose access has run out can still be looked at; as the
    /// account where a server wants to know who asks.
    func look(_ method: String, _ parameters: [(String, String)]) async -> Heard {
        let heard = await send("GET", method, parameters)
        return heard.refusesToken ? await query(method, parameters) : heard
    }

    /// Does something as the account; a refused token means that it was not done, so that it may be asked again.
    func procedure(_ method: String, _ body: JSON, to proxy: String? = nil) async -> Heard {
        await asAccount {
            await send("POST", method, contentType: "application/json", body.written, bearer: $0, to: proxy)
        }
    }

    func upload(_ media: PublicationMedia) async -> Heard {
        await asAccount {
            await send(
                "POST", "com.atproto.repo.uploadBlob", contentType: media.contentType, media.bytes, .seconds(120),
                bearer: $0)
        }
    }

    private func asAccount(_ ask: (String) async -> Heard) async -> Heard {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return Heard(answer: .failed(.reading(error))) }
        let first = await ask(credential.secret)
        guard first.refusesToken else { return first }
        switch await keeper.renewed(credential, network: "Bluesky", at: "\(service) \(did)", { await refresh($0) }) {
        case .done(let renewed): return await ask(renewed.secret)
        case let other: return Heard(answer: other.asking())
        }
    }

    private func refresh(_ token: String) async -> Answer<Credential> {
        let heard = await send("POST", "com.atproto.server.refreshSession", bearer: token)
        if heard.refusesToken { return .failed(.signInAgain) }
        return heard.answer.flatMap { reply in
            guard let session = JSON(reply.body), let credential = Credential(session: session) else {
                return Bluesky.unreadable(reply)
            }
            return session["did"].string == did ? .done(credential) : .failed(.otherAccount)
        }
    }

    /// One request and no other; without a bearer it is asked as anybody.
    func send(
        _ verb: String, _ method: String, _ parameters: [(String, String)] = [], contentType: String? = nil,
        _ body: [UInt8] = [], _ time: Duration = .seconds(30), bearer: String? = nil, to proxy: String? = nil
    ) async -> Heard {
        guard let address = Address(service), let reach = settings.reach(address) else {
            return Heard(answer: .failed(.noServer(service)))
        }
        var base = service[...]
        while base.last == "/" { base.removeLast() }
        var headers = [Outgoing.Header("Accept", "application/json")]
        if let bearer { headers.append(Outgoing.Header("Authorization", "Bearer \(bearer)", isSecret: true)) }
        if let contentType { headers.append(Outgoing.Header("Content-Type", contentType)) }
        if let proxy { headers.append(Outgoing.Header("atproto-proxy", proxy)) }
        let query = parameters.isEmpty ? "" : "?" + Bluesky.encoded(parameters)
        var request = Outgoing.Request(
            verb, "\(base)/xrpc/\(method)\(query)", headers: headers, body: body, reach: reach)
        request.limits.total = time
        return Bluesky.judge(await outgoing.send(request), service: service)
    }

    static func encoded(_ parameters: [(String, String)]) -> String {
        parameters.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}

extension Credential {
    /// The tokens of a new or renewed session; nil when it has none.
    init?(session: JSON) {
        guard let access = session["accessJwt"].string, let refresh = session["refreshJwt"].string,
            !access.isEmpty, !refresh.isEmpty
        else { return nil }
        self.init(secret: access, refreshToken: refresh, expiresAt: Credential.end(of: access))
    }

    /// When a token says it runs out; only shown, never trusted: clocks differ.
    private static func end(of token: String) -> Int64? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count < 8_192 else { return nil }
        var text = String(parts[1].map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        while text.utf8.count % 4 != 0 { text += "=" }
        guard let claims = Data(base64Encoded: text), let seconds = JSON(Array(claims))?["exp"].int,
            (0...253_402_300_799).contains(seconds)
        else { return nil }
        return seconds * 1_000
    }
}
