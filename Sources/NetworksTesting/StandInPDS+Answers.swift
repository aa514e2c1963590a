import Foundation
import Synchronization

extension StandInPDS {
    func refuse(_ status: String, _ error: String, _ message: String) -> HTTPAnswer {
        if dialect == .plain {
            let status = error.hasSuffix("Token") || error.hasPrefix("Auth") ? "401 Unauthorized" : status
            return HTTPAnswer.text(error == "RecordNotFound" ? "404 Not Found" : status, message)
        }
        if dialect == .older, error == "RecordNotFound" {
            return HTTPAnswer.json(["error": "InvalidRequest", "message": message], status: "400 Bad Request")
        }
        return HTTPAnswer.json(["error": error, "message": message], status: status)
    }

    func bad(_ message: String) -> HTTPAnswer { refuse("400 Bad Request", "InvalidRequest", message) }

    func answer(_ request: HTTPRequest) -> HTTPAnswer {
        if request.method == "GET", request.path == "/\(did)" { return document() }
        guard request.path.hasPrefix("/xrpc/") else { return HTTPAnswer.text("404 Not Found", "Not Found") }
        let method = String(request.path.dropFirst(6))
        state.withLock { $0.calls.append(method) }
        let isProcedure = StandInPDS.procedures.contains(method)
        guard isProcedure || StandInPDS.queries.contains(method) else {
            return refuse("501 Not Implemented", "MethodNotImplemented", "Method Not Implemented")
        }
        guard request.method == (isProcedure ? "POST" : "GET") else { return bad("Incorrect HTTP method") }
        if let refusal = checkAccess(method, request) ?? checkBody(method, request) { return refusal }
        return switch method {
        case "com.atproto.server.createSession": createSession(request)
        case "com.atproto.server.refreshSession": refreshSession(request)
        case "com.atproto.server.deleteSession": deleteSession(request)
        case "com.atproto.server.getSession":
            HTTPAnswer.json(["did": did, "handle": handle, "active": true])
        case "com.atproto.identity.resolveHandle": resolve(request)
        case "com.atproto.repo.uploadBlob": uploadBlob(request)
        case "com.atproto.repo.putRecord": putRecord(request)
        case "com.atproto.repo.deleteRecord": deleteRecord(request)
        case "com.atproto.repo.getRecord": getRecord(request)
        case "com.atproto.repo.listRecords": listRecords(request)
        case "com.atproto.sync.getBlob": getBlob(request)
        case "com.atproto.sync.listBlobs": listBlobs(request)
        case "com.atproto.moderation.createReport": createReport(request)
        default: view(method, request)
        }
    }

    private static let procedures: Set<String> = [
        "com.atproto.server.createSession", "com.atproto.server.refreshSession", "com.atproto.server.deleteSession",
        "com.atproto.repo.uploadBlob", "com.atproto.repo.putRecord", "com.atproto.repo.deleteRecord",
        "com.atproto.moderation.createReport",
    ]
    private static let queries: Set<String> = [
        "com.atproto.server.getSession", "com.atproto.identity.resolveHandle", "com.atproto.repo.getRecord",
        "com.atproto.repo.listRecords", "com.atproto.sync.getBlob", "com.atproto.sync.listBlobs",
        "app.bsky.actor.getProfile",
        "app.bsky.feed.getAuthorFeed", "app.bsky.feed.getPostThread", "app.bsky.feed.getPosts",
        "app.bsky.feed.searchPosts", "app.bsky.notification.listNotifications",
    ]
    private static let open: Set<String> = [
        "com.atproto.server.createSession", "com.atproto.identity.resolveHandle", "com.atproto.repo.getRecord",
        "com.atproto.repo.listRecords", "com.atproto.sync.getBlob", "com.atproto.sync.listBlobs",
    ]

    private func checkAccess(_ method: String, _ request: HTTPRequest) -> HTTPAnswer? {
        if StandInPDS.open.contains(method) { return nil }
        guard let token = request.bearer else {
            return refuse("401 Unauthorized", "AuthMissing", "Authentication Required")
        }
        let takesRefresh = method.hasSuffix("refreshSession") || method.hasSuffix("deleteSession")
        return state.withLock { state in
            if takesRefresh {
                return state.refresh.contains(token)
                    ? nil : refuse("400 Bad Request", "ExpiredToken", "Token has been revoked")
            }
            if state.expired.contains(token) { return refuse("400 Bad Request", "ExpiredToken", "Token has expired") }
            return state.access.contains(token)
                ? nil : refuse("400 Bad Request", "InvalidToken", "Token could not be verified")
        }
    }

    private func checkBody(_ method: String, _ request: HTTPRequest) -> HTTPAnswer? {
        switch method {
        case "com.atproto.server.refreshSession", "com.atproto.server.deleteSession":
            request.body.isEmpty ? nil : bad("A request body was provided when none was expected")
        case "com.atproto.repo.uploadBlob":
            request.headers["content-type"] == nil
                ? bad("Request encoding (Content-Type) required but not provided") : nil
        default:
            request.method == "POST" && request.json == nil
                ? bad("Wrong request encoding (Content-Type): must be application/json") : nil
        }
    }

    private func document() -> HTTPAnswer {
        let endpoint = state.withLock { $0.serviceEndpoint } ?? address
        return HTTPAnswer.json([
            "id": did, "alsoKnownAs": ["at://\(handle)"],
            "service": [["id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": endpoint]],
        ])
    }

    private func session() -> HTTPAnswer {
        state.withLock { state in
            state.count += 1
            let claims = Data("{\"exp\":1900000000,\"n\":\(state.count)}".utf8).base64EncodedString()
                .replacingOccurrences(of: "=", with: "")
            let access = "eyJhbGciOiJIUzI1NiJ9.\(claims).access-secret-\(UInt64.random(in: 0 ... .max))"
            let refresh = "eyJhbGciOiJIUzI1NiJ9.\(claims).refresh-secret-\(UInt64.random(in: 0 ... .max))"
            state.access.insert(access)
            state.refresh.insert(refresh)
            return HTTPAnswer.json([
                "accessJwt": access, "refreshJwt": refresh, "did": did, "handle": handle, "active": true,
            ])
        }
    }

    private func createSession(_ request: HTTPRequest) -> HTTPAnswer {
        let body = request.json ?? [:]
        guard [handle, did].contains(body["identifier"] as? String), body["password"] as? String == appPassword else {
            return refuse("401 Unauthorized", "AuthenticationRequired", "Invalid identifier or password")
        }
        return session()
    }

    private func refreshSession(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { _ = $0.refresh.remove(request.bearer ?? "") }
        return session()
    }

    private func deleteSession(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock {
            $0.refresh.remove(request.bearer ?? "")
            $0.access = []
        }
        return HTTPAnswer.text("200 OK", "")
    }

    private func resolve(_ request: HTTPRequest) -> HTTPAnswer {
        switch request.query("handle") {
        case handle: HTTPAnswer.json(["did": did])
        case "valley.test": HTTPAnswer.json(["did": "did:plc:44ybard66vv44zksje25o7dz"])
        default: refuse("400 Bad Request", "HandleNotFound", "Unable to resolve handle")
        }
    }

    private func createReport(_ request: HTTPRequest) -> HTTPAnswer {
        let body = request.json ?? [:]
        guard request.headers["atproto-proxy"]?.hasSuffix("#atproto_labeler") == true else {
            return bad("no moderation service was named")
        }
        let subject = body["subject"] as? [String: Any] ?? [:]
        guard let reason = body["reasonType"] as? String, reason.contains("#reason") else {
            return bad("Input/reasonType must be a known reason")
        }
        guard subject["$type"] as? String == "com.atproto.repo.strongRef", let uri = subject["uri"] as? String,
            let cid = subject["cid"] as? String, state.withLock({ $0.cid(of: uri, did) }) == cid
        else { return bad("Input/subject must be a strong reference to a record") }
        guard (body["reason"] as? String ?? "").count <= 2_000 else { return bad("Input/reason must not be longer") }
        state.withLock { $0.reports.append(StandInPDS.bytes(body)) }
        return HTTPAnswer.json([
            "id": 7, "reasonType": reason, "subject": subject, "reportedBy": did,
            "createdAt": "2026-06-18T09:30:00.000Z",
        ])
    }
}
