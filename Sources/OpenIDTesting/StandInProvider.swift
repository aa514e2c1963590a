package import NetworksTesting
import Synchronization

/// A provider that does what a test tells it, and everything right until then.
package final class StandInProvider: Sendable {
    package struct Manner: Sendable {
        package var published: String?
        package var keys = #"{"keys":[]}"#
        package var token = "{}"
        package var tokenStatus = "200 OK"
        package var userInformation = #"{"sub":"person-7"}"#
        /// What to do with the connection in place of an answer, by path.
        package var instead: [String: @Sendable (RawConnection) -> Void] = [:]
    }

    private let server: RawServer
    private let manner: Manners

    private final class Manners: Sendable {
        let value = Mutex(Manner())
    }

    package var issuer: String { server.address }
    package var host: String { "127.0.0.1" }
    /// Every request, whole.
    package var requests: [String] { server.requests }
    package func requests(of path: String) -> Int { requests.filter { $0.contains(" \(path) ") }.count }

    package init() throws {
        let manner = Manners()
        self.manner = manner
        server = try RawServer { client, server in
            let request = client.readRequest()
            server.keep(request)
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            let now = manner.value.withLock(\.self)
            if let instead = now.instead[path] { return instead(client) }
            let type = ["Content-Type: application/json"]
            switch path {
            case "/.well-known/openid-configuration":
                client.answer("200 OK", type, now.published ?? StandInProvider.published(server.address))
            case "/keys": client.answer("200 OK", type, now.keys)
            case "/token": client.answer(now.tokenStatus, type, now.token)
            case "/userinfo": client.answer("200 OK", type, now.userInformation)
            default: client.answer("404 Not Found")
            }
        }
    }

    deinit { server.stop() }

    package func set(_ change: (inout Manner) -> Void) { manner.value.withLock { change(&$0) } }

    package static func published(_ issuer: String, at address: String? = nil, more: String = "") -> String {
        let place = address ?? issuer
        return """
            {\(more)"issuer":"\(issuer)","authorization_endpoint":"\(place)/authorise","token_endpoint":"\(place)/token",
            "jwks_uri":"\(place)/keys","userinfo_endpoint":"\(place)/userinfo"}
            """
    }
}
