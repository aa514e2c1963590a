internal import FoundationEssentials

extension Mastodon {
    /// What goes with a request.
    enum Body {
        case none
        case json([(String, (any JSONWritable)?)])
        case form([(String, String)])
        case multipart(Multipart)
    }

    var judgement: Judgement { Judgement(network: "The server") }

    /// Makes the request with the account's token; whatever comes back is still to be judged.
    func attempt(
        _ method: String, _ path: String, _ query: [(String, String)] = [], _ body: Body = .none,
        headers: [Outgoing.Header] = [], time: Duration = .seconds(30), isOpen: Bool = false
    ) async -> Answer<Result<Outgoing.Reply, Outgoing.Problem>> {
        guard let address = Address(server) else {
            return .failed(Judgement.badAddress)
        }
        guard address.scheme == "https" || mayBeInOwnNetwork else {
            return .failed(
                Failure(
                    .misconfigured,
                    "The address begins http://, which would show the account’s access to others. Enter it with https://."
                ))
        }
        let url = server + path + (query.isEmpty ? "" : "?") + FormText.encoded(query)
        var request = Outgoing.Request(method, url, headers: [Outgoing.Header("Accept", "application/json")] + headers)
        request.limits.total = time
        request.reach = mayBeInOwnNetwork ? .ownHost(address.host) : .internet
        if !isOpen {
            let token: String
            do { token = try await keeper.current().secret } catch { return .failed(.reading(error)) }
            request.headers.append(Outgoing.Header("Authorization", "Bearer \(token)", isSecret: true))
        }
        switch body {
        case .none: break
        case .json(let fields):
            request.headers.append(Outgoing.Header("Content-Type", "application/json"))
            request.body = JSON.text(fields)
        case .form(let fields):
            request.headers.append(Outgoing.Header("Content-Type", "application/x-www-form-urlencoded"))
            request.body = Array(FormText.encoded(fields).utf8)
        case .multipart(let form):
            request.headers.append(Outgoing.Header("Content-Type", form.contentType))
            request.body = form.body
        }
        return .done(await outgoing.send(request))
    }

    /// A reply that says yes, with its JSON.
    func ask(
        _ method: String, _ path: String, _ query: [(String, String)] = [], _ body: Body = .none,
        headers: [Outgoing.Header] = [], time: Duration = .seconds(30)
    ) async -> Answer<(reply: Outgoing.Reply, json: JSON)> {
        await attempt(method, path, query, body, headers: headers, time: time).flatMap { result in
            switch result {
            case .failure(let problem): judgement.problem(problem)
            case .success(let reply): await read(reply)
            }
        }
    }

    func read(_ reply: Outgoing.Reply) async -> Answer<(reply: Outgoing.Reply, json: JSON)> {
        await judge(reply).flatMap { reply in
            guard let json = JSON(reply.body) else { return judgement.unreadable(reply) }
            return .done((reply, json))
        }
    }

    /// What a reply says, in any of the ways in which such servers say no.
    func judge(_ reply: Outgoing.Reply) async -> Answer<Outgoing.Reply> {
        let words = Mastodon.error(in: reply)
        switch reply.status {
        case 403 where words.map(Mastodon.isAboutAccess) == true:
            return .failed(
                Failure(
                    .unauthorised,
                    "The server says that Schoolgate’s access does not reach this far. Ask whoever looks after the account to reconnect it and to allow everything that is asked for."
                ))
        case 400 where words.map(Mastodon.isAboutAccess) == true, 422 where words.map(Mastodon.isAboutAccess) == true:
            return .failed(judgement.unauthorised)
        case 400 where words == nil, 422 where words == nil:
            // Some answer a token that is no longer good like this, and others whatever they do not know.
            guard case .done(false) = await isTokenGood() else { return .failed(refused(reply, words)) }
            return .failed(judgement.unauthorised)
        case 404, 410: return .failed(Failure(.refused, "The server does not have it any more."))
        case 400, 403, 422: return .failed(refused(reply, words))
        default: return judgement.reply(reply)
        }
    }

    private func refused(_ reply: Outgoing.Reply, _ words: String?) -> Failure {
        let why = words.map { ": “\($0)”" } ?? " (\(reply.status))"
        return Failure(.refused, "The server refused it\(why). Ask whoever looks after the account.")
    }

    /// The words in which a reply says no; nil when there are none to be read.
    static func error(in reply: Outgoing.Reply) -> String? {
        guard reply.status >= 400, let json = JSON(reply.body) else { return nil }
        let text = json["error"].string ?? json["error_description"].string ?? json["error"]["message"].string
        guard let text, !text.isEmpty else { return nil }
        let plain = HTMLText.plain(String(text.prefix(2_000))).split(whereSeparator: \.isNewline).joined(separator: " ")
        return String(plain.prefix(200))
    }

    private static func isAboutAccess(_ words: String) -> Bool {
        let words = words.lowercased()
        return ["token", "scope", "unauthori", "login", "authenticated user", "invalid credentials"].contains {
            words.contains($0)
        }
    }

    /// Nil when the server did not say either way.
    func isTokenGood() async -> Answer<Bool> {
        await attempt("GET", "/api/v1/accounts/verify_credentials").flatMap { result in
            guard case .success(let reply) = result else { return .unknown(Self.silent) }
            if reply.status == 200, let json = JSON(reply.body), json["id"].id != nil { return .done(true) }
            return [400, 401, 403, 422].contains(reply.status) ? .done(false) : .unknown(Self.silent)
        }
    }

    private static let silent = "The server did not say whether it still takes the account’s access. Try again later."

    /// An id as a part of a path; nil when it could lead to another address.
    static func part(_ id: RemoteID) -> String? {
        let text = id.rawValue
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "-_.".utf8.contains(byte)
        }
        return isPlain && !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(".") ? text : nil
    }
}

extension Failure {
    static let strangeServerID = Failure(.misconfigured, "This is not the number of anything on such a server.")
}

/// Fields as browsers send them in an address or a form.
enum FormText {
    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\(escaped($0))=\(escaped($1))" }.joined(separator: "&")
    }

    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
