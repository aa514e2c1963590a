import Glibc
import Testing

@testable import Web

@Suite struct DeadlineTests {
    @Test func `headers that trickle in are cut off`() async throws {
        let took = try await withServer({ $0.headDeadline = .milliseconds(300) }) { port in
            let client = try RawClient(port)
            return ContinuousClock().measure {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n")
                var sent = 0
                while sent < 100, client.send("a") {
                    usleep(50_000)
                    sent += 1
                }
                #expect(sent < 100)
            }
        }
        #expect(took < .seconds(2))
    }

    @Test func `a silent connection is closed`() async throws {
        let isClosed = try await withServer({ $0.headDeadline = .milliseconds(200) }) { port in
            try RawClient(port, timeout: 3).isClosed()
        }
        #expect(isClosed)
    }

    @Test func `a connection kept alive is closed when it idles`() async throws {
        let isClosed = try await withServer({ $0.idleDeadline = .milliseconds(200) }) { port in
            let client = try RawClient(port, timeout: 3)
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(client.answer().hasPrefix("HTTP/1.1 200"))
            return client.isClosed()
        }
        #expect(isClosed)
    }

    @Test func `a body that trickles in is cut off`() async throws {
        let sent = try await withServer({
            $0.bodyRateGrace = .milliseconds(200)
            $0.minBodyRate = 1_000
        }) { port in
            let client = try RawClient(port)
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
            var sent = 0
            while sent < 60, client.send("a") {
                usleep(50_000)
                sent += 1
            }
            return sent
        }
        #expect(sent < 60)
    }

    @Test func `a handler may take longer than the deadlines of its client`() async throws {
        let answer = try await withServer({
            $0.headDeadline = .milliseconds(100)
            $0.idleDeadline = .milliseconds(100)
            $0.bodyDeadline = .milliseconds(100)
            $0.bodyRateGrace = .milliseconds(50)
        }) { port in try status(port, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") }
        #expect(answer == 200)
    }
}
