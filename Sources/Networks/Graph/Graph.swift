internal import Crypto

/// What Facebook and Instagram share: Meta's Graph interface, asked as one account.
struct Graph: Sendable {
    /// At the start of a sentence.
    let network: String
    let keeper: any CredentialKeeper
    let client: OAuthClient
    let settings: GraphSettings
    let mayBeInOwnNetwork: Bool
    let outgoing: Outgoing

    var judgement: Judgement { Judgement(network: network) }

    /// What was said, read.
    struct Found: Sendable {
        let json: JSON
        let reply: Outgoing.Reply
    }

    /// What Graph said to one request.
    struct Heard: Sendable {
        var answer: Answer<Found>
        /// Graph says that this is not there; it says the same where the account may not look.
        var saysMissing = false
        /// Graph's own word that the same was posted just before.
        var saysTwice = false
    }

    enum Body: Sendable {
        case none
        case form([(String, String)])
        case file([(String, String)], PublicationMedia)
    }

    func get(_ path: String, _ query: [(String, String)] = []) async -> Heard {
        await ask("GET", path, query, .none)
    }

    func post(_ path: String, _ fields: [(String, String)]) async -> Heard {
        await ask("POST", path, [], .form(fields))
    }

    func delete(_ path: String) async -> Heard { await ask("DELETE", path, [], .none) }

    /// Makes one request as the account. The token goes in a header, never in an address.
    func ask(
        _ verb: String, _ path: String, _ query: [(String, String)], _ body: Body, time: Duration = .seconds(30)
    ) async -> Heard {
        let credential: Credential
        do { credential = try await keeper.current() } catch { return Heard(answer: .failed(.reading(error))) }
        guard let reach = settings.reach(mayBeInOwnNetwork: mayBeInOwnNetwork) else {
            return Heard(answer: .failed(noInterface))
        }
        var query = query
        var proof: [(String, String)] = []
        if let secret = client.secret {
            let mac = SHA256.keyed(Array(credential.secret.utf8), key: Array(secret.utf8))
            proof = [("appsecret_proof", mac.hex)]
        }
        var headers = [
            Outgoing.Header("Accept", "application/json"),
            Outgoing.Header("Authorization", "Bearer \(credential.secret)", isSecret: true),
        ]
        var bytes: [UInt8] = []
        switch body {
        case .none: query += proof
        case .form(let fields):
            headers.append(Outgoing.Header("Content-Type", "application/x-www-form-urlencoded"))
            bytes = Array(FormText.encoded(fields + proof).utf8)
        case .file(let fields, let media):
            let form = Multipart(
                fields: (fields + proof).map { (name: $0.0, value: $0.1) },
                file: (name: "picture\(Multipart.ending(of: media))", type: media.contentType, bytes: media.bytes),
                as: "source")
            headers.append(Outgoing.Header("Content-Type", form.contentType))
            bytes = form.body
        }
        let mark = query.isEmpty ? "" : "?" + FormText.encoded(query)
        var request = Outgoing.Request(
            verb, "\(settings.api)/\(settings.version)/\(path)\(mark)", headers: headers, body: bytes, reach: reach)
        request.limits.total = time
        switch await outgoing.send(request) {
        case .success(let reply): return judge(reply)
        case .failure(let problem) where problem.kind == .malformed && !problem.wasSent,
            .failure(let problem) where problem.kind == .addressRefused:
            return Heard(answer: .failed(noInterface))
        case .failure(let problem): return Heard(answer: judgement.problem(problem))
        }
    }

    /// A list, and how to ask for the rest of it.
    func list(_ path: String, _ query: [(String, String)]) async -> Answer<(Found, String?)> {
        await get(path, query).answer.flatMap { found in
            guard found.json["data"].array != nil else { return judgement.unreadable(found.reply) }
            let paging = found.json["paging"]
            // Without `next` the cursor leads behind the end.
            return .done((found, paging["next"].string == nil ? nil : paging["cursors"]["after"].string))
        }
    }

    /// Whether something that was asked for was carried out.
    func confirmed(_ heard: Heard) -> Answer<Void> {
        heard.answer.flatMap { found in
            switch found.json["success"].bool {
            case true?: .done(())
            case false?: .failed(Failure(.refused, "\(network) left it as it was. Do it on \(network) itself."))
            case nil: judgement.unreadable(found.reply)
            }
        }
    }
}

/// What may change at Meta without Schoolgate changing.
public struct GraphSettings: Sendable, Equatable {
    public var api = "https://graph.facebook.com"
    /// Each version is taken for about two years.
    public var version = "v25.0"

    public init() {}

    func reach(mayBeInOwnNetwork: Bool) -> Outgoing.Reach? {
        guard let address = Address(api) else { return nil }
        if mayBeInOwnNetwork { return .ownHost(address.host) }
        return address.scheme == "https" ? .internet : nil
    }
}

/// What Graph calls something: figures, or a page's and a post's with a line between.
enum GraphID {
    static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        return (1...3).contains(parts.count)
            && parts.allSatisfy {
                (1...25).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    static func areValid(_ ids: [RemoteID]) -> Bool { ids.allSatisfy { isValid($0.rawValue) } }
}

/// Moments as Graph writes them, `2026-06-18T09:30:00+0000`.
enum GraphTime {
    static func milliseconds(_ text: String?) -> Int64? {
        guard let text else { return nil }
        let end = text.utf8.suffix(5)
        guard let sign = end.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            end.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return Instant.milliseconds(text) }
        return Instant.milliseconds("\(text.dropLast(2)):\(text.suffix(2))")
    }
}
