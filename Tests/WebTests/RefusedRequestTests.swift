import Testing

@testable import Web

/// What a proxy and a server could read differently, and what no browser sends.
@Suite struct RefusedRequestTests {
    static let refused: [(name: String, text: String, status: Int)] = [
        (
            "length and encoding",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX", 400
        ),
        ("two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400),
        (
            "the same length twice",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", 400
        ),
        ("a list of lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 5\r\n\r\nhello", 400),
        ("a negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -6\r\n\r\nhello!", 400),
        ("a signed length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +6\r\n\r\nhello!", 400),
        ("a length with a space", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6 6\r\n\r\nhello!", 400),
        ("an unknown encoding", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501),
        (
            "two encodings",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n", 400
        ),
        ("an encoding list", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        ("a space before the colon", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\n", 400),
        ("a header name with a space", "GET / HTTP/1.1\r\nHost: x\r\nFoo Bar: 5\r\n\r\n", 400),
        ("a header name outside ASCII", "GET / HTTP/1.1\r\nHost: x\r\nFö: 5\r\n\r\n", 400),
        ("a control character in a header", "GET / HTTP/1.1\r\nHost: x\r\nFoo: a\u{1}b\r\n\r\n", 400),
        ("no host", "GET / HTTP/1.1\r\n\r\n", 400),
        ("two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
        ("a host that is a path", "GET / HTTP/1.1\r\nHost: x/../y\r\n\r\n", 400),
        ("an unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
        ("TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
        ("CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 501),
        ("HTTP 2 without its preface", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505),
        ("an address with a host", "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("an address without a slash", "GET x HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("an escaped NUL", "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("an escaped line break", "GET /a%0d%0ab HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("dot segments", "GET /a/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("escaped dot segments", "GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("a single dot", "GET /./a HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("an escaped slash", "GET /..%2fetc HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("a backslash", "GET /..%5cetc HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("a broken escape", "GET /a%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("a cut escape", "GET /a%4 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("an overlong spelling", "GET /%c0%ae%c0%ae/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("bad UTF-8", "GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("bytes outside ASCII", "GET /é HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("bad UTF-8 in the query", "GET /?q=%ff HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (
            "a header of 64 KB", "GET / HTTP/1.1\r\nHost: x\r\nFoo: \(String(repeating: "a", count: 65_536))\r\n\r\n",
            431
        ),
        ("an address of 64 KB", "GET /\(String(repeating: "a", count: 65_536)) HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        ("200 headers", "GET / HTTP/1.1\r\nHost: x\r\n\((0..<200).map { "H\($0): 1\r\n" }.joined())\r\n", 431),
        ("a body of 20 MB by its own word", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n", 413),
        (
            "a length beyond all numbers",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400
        ),
    ]

    @Test func `requests that could be read in two ways are refused`() async throws {
        let answers = try await withServer { port in try Self.refused.map { try status(port, $0.text) } }
        for (answer, shape) in zip(answers, Self.refused) {
            // The library words some refusals itself: a body that is too large as well.
            let expected = shape.name == "a length beyond all numbers" ? [400, 413] : [shape.status]
            #expect(expected.contains(answer), "\(shape.name): \(answer)")
        }
    }

    @Test func `what was refused is not followed by a smuggled request`() async throws {
        let text = try await withServer { port in
            let client = try RawClient(port)
            client.send(
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                    + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
            )
            return client.rest()
        }
        #expect(text.hasPrefix("HTTP/1.1 400"))
        #expect(!text.contains("smuggled"))
        #expect(text.contains("both Content-Length and Transfer-Encoding"))
    }

    @Test func `escapes that are fine are decoded once`() async throws {
        let text = try await withServer { port in
            let client = try RawClient(port)
            client.send("GET /caf%C3%A9/a+b%2520c HTTP/1.1\r\nHost: x\r\n\r\n")
            return client.answer()
        }
        #expect(text.contains("GET /café/a+b%20c\n"))
    }

    @Test func `2,000 damaged requests leave the server alive`() async throws {
        let templates = [
            "GET /a/b?c=d HTTP/1.1\r\nHost: x\r\nCookie: a=b; c=d\r\n\r\n",
            "POST /f HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\na=1&b=2",
            "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\n\r\n",
            "POST /m HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b1\r\nContent-Length: 69\r\n\r\n"
                + "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--b1--\r\n",
        ]
        var random = SeededGenerator(state: 42)
        var damaged: [[UInt8]] = []
        for number in 0..<2_000 {
            var bytes = Array(templates[number % templates.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert([0, 10, 13, 32, 37, 58][Int.random(in: 0..<6, using: &random)], at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                }
            }
            damaged.append(bytes)
        }
        let requests = damaged
        let alive = try await withServer({
            // Many of them promise more than they send.
            $0.headDeadline = .milliseconds(100)
            $0.bodyRateGrace = .milliseconds(50)
            $0.minBodyRate = 100_000
        }) { port in
            for bytes in requests {
                let client = try RawClient(port)
                client.send(bytes)
                client.finishSending()
                _ = client.receive()
            }
            return try status(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        }
        #expect(alive == 200)
    }
}

/// The same numbers in every run. (SplitMix64)
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
