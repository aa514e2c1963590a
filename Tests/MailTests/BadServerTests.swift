import Mail
import NetworksTesting
import Testing

/// What no real server does when asked: break off, lie, or talk without end.
struct BadServerTests {
    /// Speaks as far as a test wants it to, a reply for each line it is told.
    private func conversation(
        _ replies: [String], afterMail: String?, greeting: String = "220 mail.example ESMTP\r\n"
    ) throws -> RawServer {
        try RawServer { connection, server in
            connection.write(greeting)
            var left = replies[...]
            while let reply = left.popFirst() {
                guard !connection.read(4_096).isEmpty else { return }
                connection.write(reply)
                guard reply.hasPrefix("354") else { continue }
                var mail: [UInt8] = []
                while mail.suffix(5) != Array("\r\n.\r\n".utf8)[...] {
                    let more = connection.read(65_536)
                    if more.isEmpty { return }
                    mail += more
                    if afterMail == "cut" { return }
                }
                server.keep(String(decoding: mail, as: UTF8.self))
                guard let afterMail, afterMail != "nothing" else { return }
                connection.write(afterMail)
                _ = connection.read(4_096)
            }
        }
    }

    private func send(to server: RawServer, total: Duration = .seconds(5), body: String? = nil) async throws -> Outcome
    {
        var settings = try MailServer("plain://127.0.0.1:\(server.port)")
        settings.limits.total = total
        let receiver = try Exim.address("priya")
        var message = try Exim.message(to: receiver)
        if let body { message.text = body }
        defer { server.stop() }
        return await MailSender(settings).send(try message.bytes(), from: receiver, to: receiver)
    }

    private static let untilData = ["250 hello\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n"]

    @Test("A server that takes everything has taken the mail once")
    func accepted() async throws {
        let server = try conversation(Self.untilData, afterMail: "250 2.0.0 kept\r\n")
        let outcome = try await send(to: server)
        guard case .accepted(let reply) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reply.description == "250 2.0.0 kept" && reply.detail == "2.0.0")
        #expect(server.requests.count == 1 && server.connections == 1)
    }

    @Test("A connection that breaks off in the middle of a mail is no success")
    func cut() async throws {
        let outcome = try await send(
            to: try conversation(Self.untilData, afterMail: "cut"),
            body: String(repeating: "Two posts wait for your approval.\n", count: 5_000))
        guard case .later(_, mayHaveArrived: _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("A server that falls silent after the mail may have it, and nobody says that it has")
    func silent() async throws {
        let outcome = try await send(to: try conversation(Self.untilData, afterMail: nil))
        #expect(outcome == .later(.cut, mayHaveArrived: true))
    }

    @Test("A server without TLS gets nothing when TLS is asked for")
    func withoutTLS() async throws {
        let server = try conversation(Self.untilData, afterMail: "250 kept\r\n")
        let settings = try MailServer("smtp://127.0.0.1:\(server.port)")
        let receiver = try Exim.address("priya")
        let outcome = await MailSender(settings).send(
            try Exim.message(to: receiver).bytes(), from: receiver, to: receiver)
        server.stop()
        guard case .later(.untrusted, mayHaveArrived: false) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(server.requests.isEmpty)
    }

    @Test("A server that talks without end is left")
    func endless() async throws {
        let server = try RawServer { connection, _ in
            while connection.write("220-" + String(repeating: "x", count: 400) + "\r\n") {}
        }
        guard case .later = try await send(to: server) else {
            Issue.record("not left")
            return
        }
    }

    @Test("What a server says is cut and cleaned before anybody sees it")
    func dirtyWords() async throws {
        let words = "\u{1B}[31m<script>\u{0}é\t" + String(repeating: "x", count: 800)
        let server = try conversation(["250 hello\r\n", "550-5.7.1 \(words)\r\n550 \(words)\r\n"], afterMail: nil)
        let outcome = try await send(to: server)
        guard case .refused(.sender, let reply) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reply.words.utf8.count <= 300 && reply.words.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test("Replies that make no sense are no success", arguments: ["", "hello\r\n", "999 what\r\n", "250", "\r\n\r\n"])
    func nonsense(_ reply: String) async throws {
        let outcome = try await send(to: try conversation(Self.untilData, afterMail: reply), total: .seconds(2))
        guard case .later = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("Nobody at the port, and a name that does not exist, are for later")
    func notThere() async throws {
        let server = try conversation([], afterMail: nil)
        server.stop()
        let (socket, port) = try RawServer.listen()
        RawConnection(socket: socket).shut()
        let receiver = try Exim.address("priya")
        let mail = try Exim.message(to: receiver).bytes()
        let closed = await MailSender(try MailServer("plain://127.0.0.1:\(port)")).send(
            mail, from: receiver, to: receiver)
        #expect(closed == .later(.notReached, mayHaveArrived: false))
        let unknown = await MailSender(try MailServer("smtp://mail.invalid")).send(mail, from: receiver, to: receiver)
        #expect(unknown == .later(.hostUnknown, mayHaveArrived: false))
    }
}
