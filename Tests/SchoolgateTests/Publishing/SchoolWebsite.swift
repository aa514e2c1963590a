import Database
import DatabaseTesting
import Foundation
import Networks
import NetworksTesting
import Synchronization
import Testing

@testable import Schoolgate

/// The real WordPress that `scripts/wordpress-for-tests` started, as a school connects it.
struct SchoolWebsite {
    let site: String
    let user: String
    let password: String

    struct Missing: Error, CustomStringConvertible {
        let description =
            "SCHOOLGATE_TEST_WORDPRESS_URL, _USER and _PASSWORD are not set. Run `make test`, or first: "
            + "eval \"$(scripts/wordpress-for-tests start)\""
    }

    init() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let site = environment["SCHOOLGATE_TEST_WORDPRESS_URL"],
            let user = environment["SCHOOLGATE_TEST_WORDPRESS_USER"],
            let password = environment["SCHOOLGATE_TEST_WORDPRESS_PASSWORD"]
        else { throw Missing() }
        self.site = site
        self.user = user
        self.password = password
    }

    var port: Int { Int(site.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 80 }
    var path: String { "/" + site.split(separator: "/").dropFirst(2).joined(separator: "/") }

    /// What WordPress answers, byte for byte, to the account itself or to anybody.
    func get(_ path: String, asOwner: Bool = true) async throws -> (status: Int, body: [UInt8]) {
        let secret = Data("\(user):\(password)".utf8).base64EncodedString()
        let headers = asOwner ? [Outgoing.Header("Authorization", "Basic \(secret)", isSecret: true)] : []
        let reply = try await Outgoing().send(
            Outgoing.Request(
                "GET", path.hasPrefix("http") ? path : site + "/wp-json/wp/v2/" + path, headers: headers,
                reach: .ownHost("127.0.0.1"))
        ).get()
        return (reply.status, reply.body)
    }

    /// How many posts there are under a delivery's key: public, drafts, and those in the bin.
    func copies(of key: String) async throws -> Int {
        let slugs = ["post-\(key)", "post-\(key)-2", "post-\(key)-3", "post-\(key)__trashed"].joined(separator: ",")
        return try await count("posts?slug=\(slugs)&status=any,trash&per_page=100")
    }

    func pictures(of key: String) async throws -> Int {
        try await count("media?slug=post-\(key)-picture-1,post-\(key)-picture-1-2&per_page=100")
    }

    private func count(_ query: String) async throws -> Int {
        let reply = try await get(query)
        let list = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [Any]
        return try #require(list).count
    }
}

/// What a proxy does to requests, until a test changes it.
final class Weather: Sendable {
    private let rule = Mutex<(start: String, action: FaultProxy.Action, once: Bool)?>(nil)

    /// Breaks requests whose first line begins so; only the first of them when said.
    func breaks(_ start: String, _ action: FaultProxy.Action, once: Bool = false) {
        rule.withLock { $0 = (start, action, once) }
    }

    func clears() { rule.withLock { $0 = nil } }

    func action(_ line: String) -> FaultProxy.Action {
        rule.withLock { rule in
            guard let found = rule, line.hasPrefix(found.start) else { return .pass }
            if found.once { rule = nil }
            return found.action
        }
    }

    static let posting = "POST /school/wp-json/wp/v2/posts "
    static let deleting = "DELETE /school/wp-json/wp/v2/posts/"
    static let anything = ""
}

/// A site whose school has its website connected, with a proxy in between.
struct WebsiteTest: Sendable {
    let test: TestSite
    let website: SchoolWebsite
    let weather: Weather
    let proxy: FaultProxy

    var publisher: Publisher { Publisher(context: test.context) }

    func workOff() async throws { _ = try await publisher.workOff() }

    /// Sends a harmless post as Tom; its number is 1.
    func send(_ text: String = "The bake sale raised 212 pounds.", slot: String? = nil) async -> Visitor {
        var tom = await Visitor(test.site, as: "Tom")
        await tom.visit("/posts/new")
        var fields = ["text": text, "account": "1", "intent": "send"]
        fields["slot"] = slot
        await tom.submit("/posts", fields)
        #expect(tom.path == "/posts/1")
        return tom
    }

    func delivery(_ id: Int64 = 1) async throws -> Delivery {
        try #require(try await test.database.read { db in try Delivery.find(Delivery.ID(rawValue: id), in: db) })
    }

    func state() async throws -> Schoolgate.Post.State? { try await test.post(1)?.state }

    func posted() -> Int { proxy.requests.count { $0.hasPrefix(Weather.posting) } }

    func trouble() async throws -> String? {
        try await test.database.read { db in
            try db.one("SELECT trouble FROM accounts WHERE id = 1") { $0.textOrNil(0) }
        }
    }

    func turn(_ span: Duration) { test.time.turn(by: span) }
}

func withWebsite(_ engine: Engine = .sqlite, _ body: @Sendable (WebsiteTest) async throws -> Void) async throws {
    let website = try SchoolWebsite()
    let weather = Weather()
    let proxy = try FaultProxy(to: website.port) { weather.action($0) }
    defer { proxy.stop() }
    try await withSite(engine, reaching: ["127.0.0.1"]) { test in
        try await test.database.write { db in
            _ = try TestPolicy.putInForce(in: db)
            _ = try TestProposal.approved(in: db)
        }
        var ruth = await Visitor(test.site, as: "Ruth")
        await ruth.visit("/proposals/1/account")
        await ruth.submit(
            "/proposals/1/account",
            [
                "name": "School website", "address": proxy.address + website.path,
                "username": website.user, "secret": website.password,
            ])
        #expect(ruth.sees("School website"))
        try await body(WebsiteTest(test: test, website: website, weather: weather, proxy: proxy))
    }
}
