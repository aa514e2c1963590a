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
}
