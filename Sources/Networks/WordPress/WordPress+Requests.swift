internal import CCurl
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Where a website's REST interface was found, kept while the connector lives.
final class Interface: Sendable {
    enum Shape: Sendable { case folder, parameter }
    let shape = Mutex<Shape?>(nil)
}

extension WordPress {
    func get(_ path: String, query: String) async -> Answer<Outgoing.Reply> {
        await send("GET", path, query: query)
    }

    func post(
        _ path: String, contentType: String, _ body: [UInt8], _ time: Duration = .seconds(30)
    ) async -> Answer<Outgoing.Reply> {
        await send("POST", path, contentType: contentType, body, time)
    }

    /// Deletes for good, not into the bin; what is not there is deleted.
    func delete(_ kind: String, _ id: RemoteID) async -> Answer<Void> {
        guard let path = WordPress.path(kind, id) else { return .failed(.strangeID) }
        return await locate().flatMap { shape in
            let result = await outgoing.send(request("DELETE", shape, path, query: "force=true"))
            if case .success(let reply) = result, WordPress.saysGone(reply) { return .done(()) }
            return WordPress.judge(result, site: site).flatMap { reply in
                guard Deletion(reply.body)?.deleted == true else { return WordPress.unreadable(reply).asking() }
                return .done(())
            }
        }
    }

    /// What came back of a deletion, whatever it says.
    func deletion(_ path: String, query: String) async -> Answer<Outgoing.Reply> {
        await locate().flatMap { shape in
            switch await outgoing.send(request("DELETE", shape, path, query: query)) {
            case .success(let reply): .done(reply)
            case let result: WordPress.judge(result, site: site)
            }
        }
    }

    /// Only WordPress's own word counts: a page that says 404 may be anybody's.
    func isGone(_ kind: String, _ id: RemoteID) async -> Answer<Bool> {
        guard let path = WordPress.path(kind, id) else { return .failed(.strangeID) }
        return await locate().flatMap { shape in
            let result = await outgoing.send(request("GET", shape, path, query: "context=view"))
            if case .success(let reply) = result {
                if WordPress.saysGone(reply) { return .done(true) }
                // It is there, in the bin or private, where this account may not look.
                if [401, 403].contains(reply.status), Refusal(reply.body)?.code == "rest_forbidden" {
                    return .done(false)
                }
            }
            return WordPress.judge(result, site: site).flatMap { reply in
                guard Post.one(reply.body) != nil || Picture.one(reply.body) != nil else {
                    return WordPress.unreadable(reply).asking()
                }
                return .done(false)
            }
        }
    }

    private static func saysGone(_ reply: Outgoing.Reply) -> Bool {
        [404, 410].contains(reply.status) && Refusal(reply.body)?.code == "rest_post_invalid_id"
    }

    /// Nil when it is not a number: anything else could lead to another address.
    static func path(_ kind: String, _ id: RemoteID) -> String? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard !id.rawValue.isEmpty, id.rawValue.utf8.count < 20, id.rawValue.utf8.allSatisfy(digits.contains)
        else { return nil }
        return "\(kind)/\(id.rawValue)"
    }

    private func send(
        _ method: String, _ path: String, query: String = "", contentType: String? = nil, _ body: [UInt8] = [],
        _ time: Duration = .seconds(30)
    ) async -> Answer<Outgoing.Reply> {
        await locate().flatMap { shape in
            var request = request(method, shape, path, query: query)
            if let contentType { request.headers.append(Outgoing.Header("Content-Type", contentType)) }
            request.body = body
            request.limits.total = time
            return WordPress.judge(await outgoing.send(request), site: site)
        }
    }

    private func request(
        _ method: String, _ shape: Interface.Shape, _ path: String, query: String
    ) -> Outgoing.Request {
        var base = site[...]
        while base.last == "/" { base.removeLast() }
        let path = path.isEmpty ? "" : "wp/v2/\(path)"
        let url =
            switch shape {
            case .folder: "\(base)/wp-json/\(path)\(query.isEmpty ? "" : "?")\(query)"
            case .parameter: "\(base)/?rest_route=/\(path)\(query.isEmpty ? "" : "&")\(query)"
            }
        let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
        return Outgoing.Request(
            method, url,
            headers: [
                Outgoing.Header("Authorization", "Basic \(credentials)", isSecret: true),
                Outgoing.Header("Accept", "application/json"),
            ],
            reach: mayBeInOwnNetwork ? Address(site).map { .ownHost($0.host) } ?? .internet : .internet
        )
    }

    /// Finds the REST interface: in a folder, or behind a parameter where permalinks are off.
    private func locate() async -> Answer<Interface.Shape> {
        if let shape = interface.shape.withLock({ $0 }) { return .done(shape) }
        guard let address = Address(site) else {
            return .failed(Judgement.badAddress)
        }
        guard address.scheme == "https" || mayBeInOwnNetwork else {
            return .failed(
                Failure(
                    .misconfigured,
                    "The address begins http://, which would show the password to others. Enter it with https://.")
            )
        }
        var answer = Answer<Interface.Shape>.unknown("")
        for shape in [Interface.Shape.folder, .parameter] {
            let result = await outgoing.send(request("GET", shape, "", query: ""))
            if case .success(let reply) = result, reply.status == 200, Index(reply.body) != nil {
                interface.shape.withLock { $0 = shape }
                return .done(shape)
            }
            answer = WordPress.judge(result, site: site).flatMap { _ in .failed(.noInterface(site)) }
            // Only a website that answered can have its interface elsewhere.
            guard case .success(let reply) = result, reply.status < 500, ![401, 429].contains(reply.status) else {
                return answer
            }
        }
        return answer
    }
}
