import Glibc
import NetworksTesting

@testable import Networks

/// The real snac that `scripts/snac2-for-tests` started, with an account of the school and one of a parent.
struct TestSnac {
    let server: String
    let users: [(name: String, password: String)]

    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String {
            "\(what). Run `make test`, or first: eval \"$(scripts/snac2-for-tests start)\""
        }
    }

    init() throws {
        func read(_ name: String) throws -> String {
            guard let value = getenv("SCHOOLGATE_TEST_SNAC_" + name) else {
                throw Missing(what: "SCHOOLGATE_TEST_SNAC_\(name) is not set")
            }
            return String(cString: value)
        }
        server = try read("URL")
        users = [
            (try read("USER"), try read("PASSWORD")), (try read("OTHER"), try read("OTHER_PASSWORD")),
        ]
    }

    /// The school's account, or the parent's.
    func connector(_ index: Int = 0) async throws -> Mastodon {
        let (token, client) = try await token(index)
        return Mastodon(
            server: server, keeper: MemoryKeeper(Credential(secret: token)), client: client, mayBeInOwnNetwork: true)
    }

    /// A token, by the way a person goes: register, sign in on the server's own page, allow.
    func token(_ index: Int) async throws -> (token: String, client: OAuthClient) {
        let back = "http://127.0.0.1:9/back"
        let registration = MastodonRegistration(server: server, mayBeInOwnNetwork: true)
        guard case .done(let (network, client)) = await registration.register(redirect: back) else {
            throw Missing(what: "snac registered nothing")
        }
        let oauth = OAuth(network, client: client), user = users[index]
        let (attempt, address) = oauth.begin(redirect: back)
        let page = try await Outgoing().send(Outgoing.Request("GET", address, reach: .ownHost("127.0.0.1"))).get()
        guard page.status == 200 else { throw Missing(what: "snac shows no page to sign in") }
        let login = try await post(
            "/oauth/x-snac-login",
            [
                ("login", user.name), ("passwd", user.password), ("redir", back), ("cid", client.id),
                ("state", attempt.state),
            ])
        guard let query = login.location?.split(separator: "?").last else { throw Missing(what: "snac let nobody in") }
        guard case .done(let credential) = await oauth.finish(attempt, HTTPRequest.fields(String(query))) else {
            throw Missing(what: "snac gave no token")
        }
        return (credential.secret, client)
    }

    private func post(_ path: String, _ fields: [(String, String)]) async throws -> Outgoing.Reply {
        let request = Outgoing.Request(
            "POST", server + path, headers: [Outgoing.Header("Content-Type", "application/x-www-form-urlencoded")],
            body: Array(FormText.encoded(fields).utf8), reach: .ownHost("127.0.0.1"))
        return try await Outgoing().send(request).get()
    }
}
