import Database
import DatabaseTesting
import Gate
import NetworksTesting
import Synchronization
import Testing
import Web

@testable import Schoolgate

@Suite("Whether accounts link back to the school")
struct LinkWatchTests {
    /// A server whose pages a test writes.
    final class Pages: Sendable {
        let pages = Mutex<[String: String]>([:])
        private let server: Mutex<RawServer?> = Mutex(nil)

        init() throws {
            let server = try RawServer { [weak self] connection, server in
                let path = connection.readRequest().split(separator: " ").dropFirst().first.map(String.init) ?? ""
                server.keep(path)
                guard let page = self?.pages.withLock({ $0[path] }) else { return connection.answer("404 Not Found") }
                connection.answer("200 OK", ["Content-Type: text/html"], page)
            }
            self.server.withLock { $0 = server }
        }

        var address: String { server.withLock { $0?.address ?? "" } }
        var asked: [String] { server.withLock { $0?.requests ?? [] } }
        func show(_ path: String, _ page: String) { pages.withLock { $0[path] = page } }
        func stop() { server.withLock { $0?.stop() } }
    }

    private static let register = "http://127.0.0.1:8080/register"

    private func connect(_ network: Gate.Network, _ address: String, _ test: TestSite) async throws {
        try await test.database.write { db in
            _ = try Account.connect(
                AccountForm(
                    network: network, name: "Larkmere on \(network.rawValue)", address: address, username: "school",
                    secret: "word"),
                at: TestPeople.larkmere, by: TestPeople.id("Ruth"), test.context, in: db)
        }
    }

    private func result(_ test: TestSite, of account: Int64 = 1) async throws -> AccountLink.Result? {
        try await test.database.read { db in try AccountLink.find(Account.ID(account), in: db)?.result }
    }

    @Test(
        "N14: a profile is looked at once a day; without a link back its page says what to do, with one the register says so",
        arguments: Engine.all)
    func bothWays(_ engine: Engine) async throws {
        let pages = try Pages()
        defer { pages.stop() }
        try await withSite(engine, reaching: ["127.0.0.1"]) { test in
            try await connect("mastodon", pages.address + "/@larkmere", test)
            pages.show("/@larkmere", "<p>We are a school.</p>")
            let watch = LinkWatch(context: test.context)
            try await watch.workOff()
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts/1")
            #expect(ruth.sees("put this address in its profile: \(Self.register)"))
            var parent = Visitor(test.site)
            await parent.visit("/register")
            #expect(parent.sees("Larkmere on mastodon") && !parent.sees("Checked both ways"))

            pages.show("/@larkmere", #"<link rel="me" href="\#(Self.register)">"#)
            #expect(try await watch.workOff() == 0, "once a day")
            test.time.turn(by: .hours(25))
            // Two processes: one of them looks.
            async let one = watch.workOff()
            async let other = LinkWatch(context: test.context).workOff()
            #expect(try await one + other == 1)
            #expect(pages.asked.count == 2)
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/accounts/1")
            #expect(ruth.sees("Yes, checked on 24 November 2026"))
            await parent.visit("/register")
            #expect(parent.sees("Checked both ways on 24 November 2026"))

            try await test.database.write { db in
                try db.run("UPDATE accounts SET closed_at = \(test.time.now) WHERE id = 1")
            }
            test.time.turn(by: .days(2))
            #expect(try await watch.workOff() == 0, "a closed account is nobody's to look at")
        }
    }

    @Test("N14: a link to the school's website proves it only when the website links to the account")
    func throughTheWebsite() async throws {
        let pages = try Pages()
        defer { pages.stop() }
        try await withSite(reaching: ["127.0.0.1"]) { test in
            try await connect("mastodon", pages.address + "/@larkmere", test)
            try await connect("wordpress", pages.address + "/site", test)
            pages.show("/@larkmere", #"<a rel="me nofollow" href="\#(pages.address)/site/">our site</a>"#)
            pages.show("/site", "<h1>Larkmere</h1>")
            let watch = LinkWatch(context: test.context)
            try await watch.workOff()
            let (before, site) = (try await result(test), try await result(test, of: 2))
            #expect(before == .missing && site == .missing)
            pages.show("/site", #"<a rel="me" href="\#(pages.address)/@larkmere">Mastodon</a>"#)
            test.time.turn(by: .hours(25))
            try await watch.workOff()
            #expect(try await result(test) == .both)
        }
    }

    @Test("N14: a page that is gone, hostile or inside a network that nobody named changes nothing but the result")
    func hostile() async throws {
        let pages = try Pages()
        let endless = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<script>location='/'</script>")
            while connection.write(String(repeating: "<p><script>alert(1)</script>", count: 1_024)) {}
        }
        defer {
            pages.stop()
            endless.stop()
        }
        for isNamed in [true, false] {
            try await withSite(reaching: isNamed ? ["127.0.0.1"] : []) { test in
                try await connect("mastodon", endless.address + "/@larkmere", test)
                try await connect("mastodon", pages.address + "/gone", test)
                let before = try await test.database.read { db in
                    try db.all("SELECT name, address, trouble FROM accounts ORDER BY id") {
                        [$0.text(0), $0.text(1), $0.textOrNil(2) ?? ""]
                    }
                }
                #expect(try await LinkWatch(context: test.context).workOff() == 2)
                let after = try await test.database.read { db in
                    try db.all("SELECT name, address, trouble FROM accounts ORDER BY id") {
                        [$0.text(0), $0.text(1), $0.textOrNil(2) ?? ""]
                    }
                }
                let results = (try await result(test), try await result(test, of: 2))
                #expect(before == after && results == (isNamed ? .missing : .unread, .unread))
                var ruth = await Visitor(test.site, as: "Ruth")
                await ruth.visit("/accounts/2")
                #expect(ruth.sees("Its page could not be read on 23 November 2026"))
            }
        }
    }
}
