extension Bluesky {
    /// An account that signed in: what to keep, and where it is.
    public struct Session: Sendable, Equatable {
        public let did: String
        public let handle: String
        public let service: String
        /// The session's tokens; the app password is not needed again until they run out.
        public let credential: Credential
    }

    /// Finds an account's server and signs in there once, with an app password.
    ///
    /// An account is a handle or a `did:`. Its server is looked up, unless it is given.
    public static func signIn(
        _ account: String, appPassword: String, service: String? = nil, settings: Settings = Settings(),
        mayBeInOwnNetwork: Bool = false, outgoing: Outgoing = Outgoing()
    ) async -> Answer<Session> {
        var settings = settings
        if mayBeInOwnNetwork, let address = service.flatMap(Address.init) {
            settings.ownNetworkHosts.insert(address.host)
        }
        let finder = AccountFinder(settings: settings, outgoing: outgoing)
        let name = AccountFinder.tidied(account)
        var found: AccountFinder.Place?
        var expected: String? = DID.isValid(name) ? name : nil
        if service == nil {
            switch await finder.place(of: name) {
            case .done(let place):
                found = place
                expected = place.did
            case let other: return other.asking()
            }
        }
        guard let server = service ?? found?.service else { return .failed(.noServer("")) }
        let connector = Bluesky(
            did: expected ?? "", service: server, keeper: MemoryKeeper(Credential(secret: "")), settings: settings,
            outgoing: outgoing)
        let body: JSON = ["identifier": .text(name), "password": .text(appPassword)]
        let heard = await connector.send(
            "POST", "com.atproto.server.createSession", contentType: "application/json", body.written)
        if heard.code != "AuthFactorTokenRequired", heard.refusesToken || heard.code == "AuthenticationRequired" {
            return .failed(
                Failure(
                    .unauthorised,
                    "Bluesky did not accept the name and app password. Make a new app password in Bluesky’s settings and enter it again."
                ))
        }
        return heard.answer.flatMap { reply in
            guard let session = JSON(reply.body), let credential = Credential(session: session),
                let did = session["did"].string, DID.isValid(did)
            else { return unreadable(reply) }
            guard expected == nil || expected == did else { return .failed(.otherAccount) }
            return .done(
                Session(did: did, handle: session["handle"].string ?? name, service: server, credential: credential))
        }
    }
}

/// Finds out which identifier a handle has, and which server keeps an identifier's records.
struct AccountFinder {
    let settings: Bluesky.Settings
    let outgoing: Outgoing

    struct Place: Equatable, Sendable {
        let did: String
        let service: String
    }

    /// As people write a name: `@school.example`, a link to a profile, capitals.
    static func tidied(_ account: String) -> String {
        var name = account.filter { !$0.isWhitespace }
        if let range = name.firstRange(of: "/profile/") { name = String(name[range.upperBound...]) }
        name = String(name.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
        if name.hasPrefix("@") { name.removeFirst() }
        return name.hasPrefix("did:") ? name : name.lowercased()
    }

    func place(of name: String) async -> Answer<Place> {
        if DID.isValid(name) { return await service(of: name, called: nil) }
        guard Handle.isValid(name) else {
            return .failed(
                Failure(
                    .misconfigured,
                    "“\(name.prefix(100))” is no name on Bluesky. Enter it as it stands in the profile, such as school.bsky.social."
                ))
        }
        switch await did(of: name) {
        case .done(let did): return await service(of: did, called: name)
        case let other: return other.asking()
        }
    }

    /// The domain's own word first; then a server that knows the names kept elsewhere.
    private func did(of handle: String) async -> Answer<String> {
        if let reply = await get("https://\(handle)/.well-known/atproto-did", bytes: 2_048).value, reply.status == 200 {
            let did = String(decoding: reply.body, as: UTF8.self).filter { !$0.isWhitespace }
            if DID.isValid(did) { return .done(did) }
        }
        let query = Bluesky.encoded([("handle", handle)])
        let url = "\(settings.resolver)/xrpc/com.atproto.identity.resolveHandle?\(query)"
        return await get(url, bytes: 65_536).flatMap { reply in
            if reply.status == 200, let did = JSON(reply.body)?["did"].string, DID.isValid(did) {
                return .done(did)
            }
            guard (400..<500).contains(reply.status), reply.status != 429 else {
                return .unknown("Bluesky did not say whose name this is. Try again in a minute.")
            }
            return .failed(
                Failure(.misconfigured, "Bluesky knows nobody called “\(handle.prefix(100))”. Correct the name."))
        }
    }

    /// The server named in an identifier's document; the document must name the handle in turn.
    private func service(of did: String, called handle: String?) async -> Answer<Place> {
        guard let url = DID.document(did, directory: settings.directory) else {
            return .failed(Failure(.misconfigured, "This kind of account is not one that Schoolgate can look up."))
        }
        return await get(url, bytes: 262_144).flatMap { reply in
            guard reply.status == 200, let document = JSON(reply.body), document["id"].string == did else {
                return .unknown("Nobody said where the account’s server is. Try again in a minute.")
            }
            if let handle {
                let names = (document["alsoKnownAs"].array ?? []).compactMap { $0.string?.lowercased() }
                guard names.contains("at://\(handle)") else {
                    return .failed(
                        Failure(
                            .misconfigured,
                            "The account does not use the name “\(handle)” itself. Enter the name that stands in its profile."
                        ))
                }
            }
            let entry = document["service"].array?.first { service in
                service["type"].string == "AtprotoPersonalDataServer"
                    && service["id"].string?.hasSuffix("#atproto_pds") == true
            }
            guard let endpoint = entry?["serviceEndpoint"].string, let address = Address(endpoint),
                settings.reach(address) != nil
            else { return .failed(.noServer(entry?["serviceEndpoint"].string ?? "")) }
            return .done(Place(did: did, service: endpoint))
        }
    }

    private func get(_ url: String, bytes: Int) async -> Answer<Outgoing.Reply> {
        guard let address = Address(url), let reach = settings.reach(address) else { return .failed(.noServer(url)) }
        let limits = Outgoing.Limits(connect: .seconds(5), total: .seconds(10), replyBytes: bytes)
        let request = Outgoing.Request("GET", address.text, limits: limits, redirects: 2, reach: reach)
        switch await outgoing.send(request) {
        case .success(let reply): return .done(reply)
        case .failure(let problem) where problem.kind == .addressRefused:
            return .failed(
                Failure(
                    .misconfigured,
                    "The account’s server is inside a network that Schoolgate may not reach. Whoever runs Schoolgate can allow it."
                ))
        case .failure:
            return .failed(Failure(.unavailable, "Bluesky cannot be reached. Nothing was sent; try again in a minute."))
        }
    }
}

/// An identifier of the AT protocol.
enum DID {
    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 2_048, text.hasPrefix("did:") else { return false }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.allSatisfy({ !$0.isEmpty }),
            parts[1].utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return text.utf8.allSatisfy { $0.isLetterOrDigit || ":._-%".utf8.contains($0) }
    }

    /// Where its document is; nil for kinds that the AT protocol does not use.
    static func document(_ did: String, directory: String) -> String? {
        guard isValid(did) else { return nil }
        if did.hasPrefix("did:plc:") { return "\(directory)/\(did)" }
        let host = did.dropFirst("did:web:".count)
        guard did.hasPrefix("did:web:"), Handle.isValid(host) else { return nil }
        return "https://\(host)/.well-known/did.json"
    }
}
