import Glibc
import Testing

@testable import Web

@Suite struct BodyTests {
    @Test func `a urlencoded form is read`() async throws {
        let text = try await post(
            type: "application/x-www-form-urlencoded; charset=utf-8", body: "a=1+2&b=%C3%A9&a=3&c")
        #expect(text.contains("field a=1 2\nfield b=é\nfield a=3\nfield c=\n"))
        #expect(text.contains("body 0\n"))
    }

    @Test func `a multipart form with files is read`() async throws {
        let body = """
            --b1\r\nContent-Disposition: form-data; name="title"\r\n\r\nSports dáy\r\n\
            --b1\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n\
            --b1\r\nContent-Disposition: form-data; name="photo"; filename="föto.jpg"\r\n\
            Content-Type: image/jpeg\r\n\r\n\(String(repeating: "x", count: 200_000))\r\n\
            --b1\r\nContent-Disposition: form-data; name="photo"; filename="two.jpg"\r\n\
            Content-Type: image/jpeg\r\n\r\n\(String(repeating: "y", count: 5))\r\n\
            --b1\r\nContent-Disposition: form-data; name="none"; filename=""\r\n\
            Content-Type: application/octet-stream\r\n\r\n\r\n--b1--\r\n
            """
        let text = try await post(type: "multipart/form-data; boundary=b1", body: body)
        #expect(text.contains("field title=Sports dáy\nfield empty=\n"))
        #expect(text.contains("file photo föto.jpg image/jpeg 200000\nfile photo two.jpg image/jpeg 5\n"))
        #expect(!text.contains("none"))
    }

    @Test func `a multipart form is the same however it is cut`() async throws {
        let body =
            "--b1\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\none\r\n--b1\r\n"
            + "Content-Disposition: form-data; name=\"t\"\r\n\r\n\r\n--b1\r\n"
            + "Content-Disposition: form-data; name=\"u\"; filename=\"f\"\r\n\r\nab\r\n--x\r\nc\r\n--b1--\r\n"
        let head =
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b1\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        let answers = try await withServer { port in
            let client = try RawClient(port)
            return stride(from: 1, to: body.utf8.count, by: 3).map { cut in
                client.send(head + String(body.prefix(cut)))
                usleep(1_000)
                client.send(String(body.dropFirst(cut)))
                return client.answer()
            }
        }
        for answer in answers {
            #expect(answer.contains("field t=one\nfield t=\nfile u f  10\n"), "\(answer)")
        }
    }

    @Test(arguments: [
        ("multipart/form-data", "--b1\r\n\r\n"),
        ("multipart/form-data; boundary=b1", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off"),
        ("multipart/form-data; boundary=b1", "no boundary at all, only text"),
        ("multipart/form-data; boundary=b1", "--b1\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--b1--\r\n"),
        ("application/x-www-form-urlencoded", "a=%ff"),
        ("application/x-www-form-urlencoded", "a=%4"),
        ("application/x-www-form-urlencoded", String(repeating: "a=1&", count: 1_200)),
    ])
    func `a damaged form is refused in plain words`(type: String, body: String) async throws {
        let text = try await post(type: type, body: body)
        #expect(text.hasPrefix("HTTP/1.1 400"), "\(text)")
        #expect(text.contains("The form "))
    }

    @Test func `any other type keeps its bytes`() async throws {
        let text = try await post(type: "application/json", body: #"{"a": "é"}"#)
        #expect(text.contains("body 11\n"))
    }

    @Test func `a chunked upload is read, chunk extensions and all`() async throws {
        let text = try await withServer { port in
            let client = try RawClient(port)
            client.send(
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
            )
            return client.answer()
        }
        #expect(text.contains("body 11\n"))
    }

    @Test func `a body over the limit is refused before it is sent`() async throws {
        let texts = try await withServer({ $0.bodyLimit = { _, path in path == "/photos" ? 2_000 : 100 } }) { port in
            try ["/photos", "/other"].map { path in
                let client = try RawClient(port)
                client.send("POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 1500\r\nExpect: 100-continue\r\n\r\n")
                return String(decoding: client.receive() ?? [], as: UTF8.self)
            }
        }
        #expect(texts[0].hasPrefix("HTTP/1.1 100"))
        #expect(texts[1].hasPrefix("HTTP/1.1 413"))
    }

    @Test func `a chunked body over the limit is refused, however long it goes on`() async throws {
        let (small, endless) = try await withServer({ $0.bodyLimit = { _, _ in 1_000 } }) { port in
            let start = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            let chunk = "400\r\n" + String(repeating: "a", count: 1_024) + "\r\n"
            let client = try RawClient(port)
            client.send(start + chunk + "0\r\n\r\n")
            let small = client.answer()
            let second = try RawClient(port)
            second.send(start)
            var sent = 0
            while sent < 10_000, second.send(chunk) { sent += 1 }
            return (small, sent)
        }
        #expect(small.hasPrefix("HTTP/1.1 413"))
        #expect(endless < 10_000)
    }

    @Test func `a stranger's large upload is refused at its headers, and the connection closed`() async throws {
        let (announced, flood, chunked) = try await withServer({ $0.large(admitting: "known=1") }) { port in
            let client = try RawClient(port)
            client.send("POST /photos HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n")
            let announced = (answer: client.answer(), isClosed: client.isClosed())
            let second = try RawClient(port)
            second.send("POST /photos HTTP/1.1\r\nHost: x\r\nCookie: known=0\r\nContent-Length: 9000000\r\n\r\n")
            var flood = 0
            while flood < 9_000, second.send([UInt8](repeating: 97, count: 1_000)) {
                flood += 1
                usleep(100)
            }
            let third = try RawClient(port)
            third.send("POST /photos HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
            var chunked = 0
            while chunked < 9_000, third.send("400\r\n" + String(repeating: "a", count: 1_024) + "\r\n") {
                chunked += 1
            }
            return (announced, flood, chunked)
        }
        #expect(announced.answer.hasPrefix("HTTP/1.1 413"), "\(announced.answer)")
        #expect(announced.answer.contains("Sign in, and send it again."))
        #expect(announced.answer.lowercased().contains("connection: close"))
        #expect(announced.isClosed)
        // What was on its way fills the sockets; the rest is never taken.
        #expect(flood < 9_000)
        #expect(chunked < 9_000)
    }

    @Test func `somebody known sends as much as the page takes, and no more`() async throws {
        let body = String(repeating: "a", count: 3_000)
        let texts = try await withServer({ $0.large(admitting: "known=1") }) { port in
            let head = "POST /photos HTTP/1.1\r\nHost: x\r\nCookie: known=1\r\n"
            let client = try RawClient(port)
            client.send(head + "Content-Length: 3000\r\nExpect: 100-continue\r\n\r\n")
            let early = String(decoding: client.receive() ?? [], as: UTF8.self)
            client.send(body)
            let whole = client.answer()
            // The same connection goes on, and is asked again.
            client.send(head + "Transfer-Encoding: chunked\r\n\r\nbb8\r\n\(body)\r\n0\r\n\r\n")
            let chunked = client.answer()
            client.send(head + "Content-Length: 10000001\r\n\r\n")
            return [early, whole, chunked, client.answer()]
        }
        #expect(texts[0].hasPrefix("HTTP/1.1 100"))
        #expect(texts[1].contains("body 3000\n"), "\(texts[1])")
        #expect(texts[2].contains("body 3000\n"), "\(texts[2])")
        #expect(texts[3].hasPrefix("HTTP/1.1 413"))
    }

    @Test func `a stranger's small form passes without being asked about`() async throws {
        let text = try await withServer({ $0.large(admitting: "nobody") }) { port in
            let client = try RawClient(port)
            client.send("POST /photos HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
            return client.answer()
        }
        #expect(text.contains("body 5\n"))
    }

    @Test func `a stop does not wait for a question about who is asking`() async throws {
        var configuration = Server.Configuration.quick
        configuration.large(admitting: "known=1")
        configuration.drainDeadline = .milliseconds(200)
        configuration.admitsLargeBody = { _ in
            try? await Task.sleep(for: .seconds(20))
            return true
        }
        let server = Server(configuration: configuration, respond: echo)
        try await server.start()
        let port = await server.port
        let client = try RawClient(port)
        client.send("POST /photos HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n")
        try await Task.sleep(for: .milliseconds(200))
        let clock = ContinuousClock()
        let time = await clock.measure { await server.stop() }
        #expect(time < .seconds(5))
        #expect(client.answer().hasPrefix("HTTP/1.1 503"))
    }

    @Test func `uploads together stay within what the server holds`() async throws {
        let text = try await withServer({
            $0.maxBuffered = 1_000
        }) { port in
            let client = try RawClient(port)
            client.send(
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n" + String(repeating: "a", count: 2_000))
            return client.answer()
        }
        #expect(text.hasPrefix("HTTP/1.1 503"))
    }

    private func post(type: String, body: String) async throws -> String {
        try await withServer { port in
            let client = try RawClient(port)
            client.send(
                "POST /f HTTP/1.1\r\nHost: x\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
            return client.answer()
        }
    }
}

extension Server.Configuration {
    /// A page that takes much from whoever sends this cookie, and little from anybody else.
    fileprivate mutating func large(admitting cookie: String) {
        bodyLimit = { _, path in path == "/photos" ? BodyLimit(fromAnybody: 1_000, fromKnown: 10_000_000) : 1_000 }
        admitsLargeBody = { $0.headers["cookie"] == cookie }
    }
}
