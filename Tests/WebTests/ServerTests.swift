import Foundation
import Glibc
import Synchronization
import Testing

@testable import Web

@Suite struct ServerTests {
    @Test func `a page is answered`() async throws {
        let text = try await withServer { port in
            let client = try RawClient(port)
            client.send("GET /hello?a=1%202 HTTP/1.1\r\nHost: x\r\n\r\n")
            return client.answer()
        }
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("GET /hello\nquery a=1 2\n"))
    }

    @Test func `HEAD is answered like GET without a body, and the connection goes on`() async throws {
        let texts = try await withServer { port in
            let client = try RawClient(port)
            client.send("HEAD /page HTTP/1.1\r\nHost: x\r\n\r\n")
            let head = client.answer(hasBody: false)
            client.send("GET /next HTTP/1.1\r\nHost: x\r\n\r\n")
            return [head, client.answer()]
        }
        #expect(texts[0].hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(!texts[0].contains("Content-Length: 0\r\n"))
        #expect(texts[0].hasSuffix("\r\n\r\n"))
        #expect(texts[1].hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(texts[1].contains("GET /next\n"))
    }

    @Test func `a connection carries many requests, also ones sent ahead`() async throws {
        let (kept, ahead) = try await withServer { port in
            let client = try RawClient(port)
            var kept: [Bool] = []
            for number in 0..<20 {
                client.send("GET /\(number) HTTP/1.1\r\nHost: x\r\n\r\n")
                kept.append(client.answer().contains("GET /\(number)\n"))
            }
            let second = try RawClient(port)
            let requests = (0..<10).map { "GET /p\($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined()
            second.send(requests + "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return (kept, second.rest())
        }
        #expect(kept.count == 20 && kept.allSatisfy { $0 })
        let places = ((0..<10).map { "GET /p\($0)\n" } + ["GET /last\n"]).map { ahead.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test func `requests that are broken off leave nothing behind`() async throws {
        let server = Server(configuration: .quick, respond: echo)
        try await server.start()
        let port = await server.port
        try await offPool {
            for number in 0..<100 {
                let client = try RawClient(port)
                switch number % 4 {
                case 0: client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
                case 1: client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")
                case 2: client.send("GET /x HTT")
                default: client.send("GET /x HTTP/1.1\r\nHo")
                }
                client.endByReset()
            }
        }
        #expect(try await offPool { try status(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n") } == 200)
        for _ in 0..<100 {
            if await server.load == (0, 0) { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(await server.load == (0, 0))
        await server.stop()
    }

    @Test func `a stop waits for what is in flight and takes nothing new`() async throws {
        let server = Server(configuration: .quick, respond: echo)
        try await server.start()
        let port = await server.port
        let inFlight = Task {
            try await offPool {
                let client = try RawClient(port)
                client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
                return client.rest()
            }
        }
        let idle = try await offPool { try RawClient(port) }
        try await Task.sleep(for: .milliseconds(100))
        await server.stop()
        let text = try await inFlight.value
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.lowercased().contains("connection: close"))
        #expect(try await offPool { idle.isClosed() })
        await #expect(throws: RawClient.Failure.self) { try await offPool { _ = try RawClient(port) } }
    }

    @Test func `a stop does not wait for ever`() async throws {
        var configuration = Server.Configuration.quick
        configuration.drainDeadline = .milliseconds(100)
        let server = Server(configuration: configuration) { _ in
            // Deaf to its cancellation, and far longer than the deadline.
            let end = ContinuousClock.now + .seconds(2)
            while ContinuousClock.now < end { await withCheckedContinuation { later($0) } }
            return .text("late")
        }
        try await server.start()
        let port = await server.port
        let answer = Task { try await offPool { try status(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n") } }
        try await Task.sleep(for: .milliseconds(100))
        let took = await ContinuousClock().measure { await server.stop() }
        #expect(took < .seconds(1.5))
        #expect(try await answer.value == 503)
        try await Task.sleep(for: .seconds(2))
    }

    @Test(arguments: ["GET", "POST"])
    func `a reader who goes away cancels the page, a writer does not cancel the change`(method: String) async throws {
        let seen = Seen()
        let server = Server(configuration: .quick) { _ in
            try? await Task.sleep(for: .milliseconds(500))
            seen.cancelled.withLock { $0 = Task.isCancelled }
            return .text("done")
        }
        try await server.start()
        let port = await server.port
        try await offPool {
            let client = try RawClient(port)
            client.send("\(method) / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            usleep(50_000)
            client.endByReset()
        }
        try await Task.sleep(for: .milliseconds(800))
        #expect(seen.cancelled.withLock { $0 } == (method == "GET"))
        await server.stop()
    }

    @Test func `an answer with a line break in a header is not sent`() async throws {
        let text = try await withServer(respond: { _ in .seeOther("/a\r\nSet-Cookie: x=y") }) { port in
            let client = try RawClient(port)
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            return client.answer()
        }
        #expect(text.hasPrefix("HTTP/1.1 500"))
        #expect(!text.contains("Set-Cookie"))
    }

    @Test func `a port that is taken is said in plain words`() async throws {
        let server = Server(configuration: .quick, respond: echo)
        try await server.start()
        let second = Server(configuration: .init(port: await server.port), respond: echo)
        let error = await #expect(throws: ServerError.self) { try await second.start() }
        #expect(error?.description.contains("another program is using it") == true)
        await server.stop()
    }

    @Test func `a file is sent from the disk`() async throws {
        let text = try await withServer(respond: { _ in .file("/etc/hostname", type: "text/plain") }) { port in
            let client = try RawClient(port)
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            return client.answer()
        }
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(!text.contains("Content-Length: 0\r\n"))
    }

    @Test func `forwarded headers are believed from the trusted proxy only`() async throws {
        let request = """
            GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n
            """
        let ask: @Sendable (Int) throws -> String = { port in
            let client = try RawClient(port)
            client.send(request)
            return client.answer()
        }
        let open = try await withServer({ _ in }, ask)
        #expect(open.contains("address 127.0.0.1 secure false"))
        #expect(!open.contains("x-forwarded"))
        let behind = try await withServer({ $0.trustedProxies = ["127.0.0.1"] }, ask)
        #expect(behind.contains("address 203.0.113.7 secure true"))
    }

    @Test func `one address cannot take every connection`() async throws {
        let counts = try await withServer({ $0.maxConnectionsPerAddress = 5 }) { port in
            let clients = try (0..<8).map { _ in try RawClient(port, timeout: 1) }
            return clients.map { client in
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                return client.answer().hasPrefix("HTTP/1.1 200")
            }.count { $0 }
        }
        #expect(counts == 5)
    }
}

/// What a handler saw.
final class Seen: Sendable {
    let cancelled = Mutex<Bool?>(nil)
}
