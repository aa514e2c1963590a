import Crypto
import Database
import Foundation
import Glibc
import Testing
import Web

@testable import Schoolgate

@Suite struct UploadLimitTests {
    @Test("A large body is read of whoever is signed in, and of nobody else")
    func known() async throws {
        try await withSite { test in
            let token = try await test.database.write { db in
                try Session.start(for: TestPeople.id("Tom"), from: "10.0.0.1", at: test.time.now, in: db)
            }
            let request = Request(.post, "/posts", cookies: [Session.cookie: token.text])
            #expect(await test.site.admitsLargeBody(request))
            #expect(await !test.site.admitsLargeBody(Request(.post, "/posts")))
            let forged = [Session.cookie: String(repeating: "a", count: token.text.count)]
            #expect(await !test.site.admitsLargeBody(Request(.post, "/posts", cookies: forged)))
            // A session that ran out in the morning still brings the words that are kept for its person.
            test.time.turn(by: .hours(3))
            #expect(await test.site.admitsLargeBody(request))
            test.time.turn(by: .hours(22))
            #expect(await !test.site.admitsLargeBody(request))
        }
    }

    @Test("The proxy that SECURITY.md describes lets through what Schoolgate takes")
    func behindProxy() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../SECURITY.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.contains("client_max_body_size") })
        let size = try #require(Int(line.filter(\.isNumber))) * 1_048_576
        for path in ["/posts", "/posts/7", "/imports/roll", "/setup/schools/file", "/policies/1"] {
            #expect(size >= Application.bodyLimit(.post, path).fromKnown, "\(path)")
        }
    }

    @Test("A session that was ended, or whose person has no access any more, sends nothing large")
    func ended() async throws {
        try await withSite { test in
            let (tom, ruth) = try await test.database.write { db in
                let tom = try Session.start(for: TestPeople.id("Tom"), from: "10.0.0.1", at: test.time.now, in: db)
                let ruth = try Session.start(for: TestPeople.id("Ruth"), from: "10.0.0.1", at: test.time.now, in: db)
                try Session.end(tom, at: test.time.now, in: db)
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(TestPeople.id("Ruth"))")
                return (tom, ruth)
            }
            for token in [tom, ruth] {
                let request = Request(.post, "/imports/roll", cookies: [Session.cookie: token.text])
                #expect(await !test.site.admitsLargeBody(request))
            }
        }
    }

    @Test("The link for setting up opens the set-up pages' uploads, until somebody can sign in")
    func settingUp() async throws {
        try await withSite { test in
            try await test.database.write { db in try db.run("UPDATE people SET password_hash = NULL") }
            let link = try #require(try await Setup.link(test.context))
            let token = try #require(link.split(separator: "=").last.map(String.init))
            let file = Request(.post, "/setup/schools/file", cookies: [Setup.cookie: token])
            #expect(await test.site.admitsLargeBody(file))
            #expect(await !test.site.admitsLargeBody(Request(.post, "/posts", cookies: [Setup.cookie: token])))
            try await test.database.write { db in try db.run("UPDATE people SET password_hash = 'x' WHERE id = 1") }
            #expect(await !test.site.admitsLargeBody(file))
        }
    }

    @Test("Over a socket, a stranger's upload to any page is answered at its headers and not read")
    func overASocket() async throws {
        try await withSite { test in
            let token = try await test.database.write { db in
                try Session.start(for: TestPeople.id("Tom"), from: "10.0.0.1", at: test.time.now, in: db)
            }
            var configuration = Server.Configuration(port: 0)
            configuration.bodyLimit = { Application.bodyLimit($0, $1) }
            configuration.admitsLargeBody = { await test.site.admitsLargeBody($0) }
            let server = Server(configuration: configuration) { await test.site.respond(to: $0) }
            try await server.start()
            let port = await server.port
            for path in ["/posts", "/posts/1", "/imports/roll", "/setup/schools/file", "/policies/1/draft", "/sign-in"]
            {
                let head = "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\nExpect: 100-continue\r\n"
                let stranger = try await firstLine(port, head + "\r\n")
                #expect(stranger.hasPrefix("HTTP/1.1 413"), "\(path): \(stranger)")
                let tom = try await firstLine(port, head + "Cookie: \(Session.cookie)=\(token.text)\r\n\r\n")
                #expect(tom.hasPrefix(path == "/sign-in" ? "HTTP/1.1 413" : "HTTP/1.1 100"), "\(path): \(tom)")
            }
            await server.stop()
        }
    }
}

/// The first line that a server answers with, on a thread of its own.
private func firstLine(_ port: Int, _ text: String) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var limit = timeval(tv_sec: 8, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let isConnected = withUnsafePointer(to: address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            guard isConnected, send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count else {
                return continuation.resume(throwing: Problem.unexpected)
            }
            var bytes = [UInt8](repeating: 0, count: 4_096)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            let answer = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
            continuation.resume(returning: String(answer.prefix { $0 != "\r\n" }))
        }
    }
}
