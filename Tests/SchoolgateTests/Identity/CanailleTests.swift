import Database
import Foundation
import Networks
import Policy
import Testing
import Web

@testable import Schoolgate

/// The whole way through a real provider, as a browser goes it.
@Suite(.enabled(if: Canaille.fromEnvironment != nil)) struct CanailleTests {
    private func run(client: String, _ body: @Sendable (TestSite) async throws -> Void) async throws {
        let canaille = try #require(Canaille.fromEnvironment)
        let settings = try IdentitySettings.parse(
            """
            name: Canaille
            issuer: \(canaille.issuer)
            client-id: \(client)
            scope: groups
            addresses: own
            group: staff -> office at larkmere
            """, environment: [IdentitySettings.secretVariable: canaille.secret], privateHosts: ["127.0.0.1"])
        try await withSite(identity: settings) { test in
            // The provider's clock is this machine's.
            let real = Int64(Date().timeIntervalSince1970 * 1_000)
            test.time.turn(by: .milliseconds(real - test.time.now.milliseconds))
            try await body(test)
        }
    }

    private func signIn(_ first: String, _ test: TestSite) async throws -> Visitor {
        var visitor = Visitor(test.site)
        await visitor.visit("/sign-in")
        await visitor.click("/sign-in/provider")
        var browser = Browser()
        let back = try await browser.signIn(as: first, at: try #require(visitor.page.header("Location")))
        await visitor.visit(String(back.dropFirst("http://127.0.0.1:8080".count)))
        return visitor
    }

    @Test("Somebody signs in at a real provider and comes back with the role of their group")
    func whole() async throws {
        let canaille = try #require(Canaille.fromEnvironment)
        try await run(client: canaille.client) { test in
            let tom = try await signIn("tom", test)
            #expect(tom.path == "/" && tom.sees("Tom Okafor"))
            let roles = try await test.database.read { db in
                try Person.appointments(of: TestPeople.id("Tom"), on: test.context.today, in: db).map(\.role.rawValue)
            }
            #expect(Set(roles) == ["teacher", "office"])
            // Canaille makes the same access token twice within one second, and fails over it.
            try await Task.sleep(for: .milliseconds(1_100))
            let again = try await signIn("tom", test)
            #expect(again.path == "/")
            let stranger = try await signIn("nia", test)
            #expect(stranger.sees("You are not on the list") && stranger.sees("nia@example.test"))
        }
    }

    @Test("A real token that is made out to nobody is refused")
    func emptyAudience() async throws {
        let canaille = try #require(Canaille.fromEnvironment)
        try await run(client: canaille.badClient) { test in
            let tom = try await signIn("tom", test)
            #expect(tom.page.status == 503 && tom.sees("not made out to Schoolgate"))
        }
    }
}

/// What `scripts/canaille-for-tests start` printed.
private struct Canaille {
    let issuer: String
    let client: String
    let badClient: String
    let secret: String

    static let fromEnvironment: Canaille? = {
        let all = ProcessInfo.processInfo.environment
        guard let issuer = all["SCHOOLGATE_TEST_OIDC_ISSUER"], let client = all["SCHOOLGATE_TEST_OIDC_CLIENT"],
            let bad = all["SCHOOLGATE_TEST_OIDC_BAD_CLIENT"], let secret = all["SCHOOLGATE_TEST_OIDC_SECRET"]
        else { return nil }
        return Canaille(issuer: issuer, client: client, badClient: bad, secret: secret)
    }()
}

/// Somebody at the provider's own pages: keeps cookies and fills in what is asked.
private struct Browser {
    private var cookies: [String: String] = [:]

    struct Lost: Error { let place: String }

    /// Follows the provider until it sends us back to Schoolgate.
    mutating func signIn(as name: String, at address: String) async throws -> String {
        var next = address, form: [String: String]?
        for _ in 0..<15 {
            if next.hasPrefix("http://127.0.0.1:8080/") { return next }
            let reply = try await send(next, form)
            if let location = reply.location {
                (next, form) = (location, nil)
                continue
            }
            let page = String(decoding: reply.body, as: UTF8.self)
            guard let token = page.firstMatch(of: /name="csrf_token" value="([^"]+)"/) else { throw Lost(place: next) }
            form = ["csrf_token": String(token.1)]
            if page.contains(#"name="password""#) {
                form?["password"] = "\(name)-pass-9"
            } else if page.contains(#"name="login""#) {
                form?["login"] = name
            } else {
                form?["answer"] = "accept"
            }
        }
        throw Lost(place: next)
    }

    private mutating func send(_ address: String, _ form: [String: String]?) async throws -> Outgoing.Reply {
        var headers = [Outgoing.Header("Cookie", cookies.map { "\($0)=\($1)" }.joined(separator: "; "))]
        var body: [UInt8] = []
        if let form {
            headers.append(Outgoing.Header("Content-Type", "application/x-www-form-urlencoded"))
            headers.append(Outgoing.Header("Referer", address))
            body = Array(form.map { "\($0)=\($1.pathComponent)" }.joined(separator: "&").utf8)
        }
        let reply = try await Outgoing().send(
            Outgoing.Request(
                form == nil ? "GET" : "POST", address, headers: headers, body: body, reach: .ownHost("127.0.0.1"))
        ).get()
        for header in reply.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
        }
        return reply
    }
}
