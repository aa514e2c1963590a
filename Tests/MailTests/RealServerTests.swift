import Foundation
import Mail
import Testing

@Suite(.enabled(if: Exim.isThere, "run scripts/exim-for-tests start"))
struct RealServerTests {
    private func send(_ server: MailServer, to name: String) async throws -> Outcome {
        let receiver = try Exim.address(name)
        return await MailSender(server).send(
            try Exim.message(to: receiver).bytes(), from: try Exim.address("bounces"), to: receiver)
    }

    @Test("A real server takes a mail over TLS, and delivers what was written", arguments: ["smtp", "smtps", "plain"])
    func sending(_ scheme: String) async throws {
        let name = Exim.name()
        let outcome = try await send(try Exim.server(scheme), to: name)
        guard case .accepted(let reply) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reply.code == 250 && reply.words.hasPrefix("OK id="))
        let mail = try await Exim.delivered(to: name)
        #expect(mail.contains("Return-path: <bounces@school.example>"))
        #expect(mail.contains("Auto-Submitted: auto-generated"))
        // The dot alone on its line has neither ended the mail nor been lost.
        #expect(mail.contains("Two posts wait.\n=2E\n=C3=89tait-ce l=C3=A0?"))
        #expect(mail.contains(scheme == "plain" ? "with esmtp " : "with esmtpsa "))
    }

    @Test("An address the server does not know is refused for good, and it is the address that is wrong")
    func unknown() async throws {
        let outcome = try await send(try Exim.server(), to: "unknown")
        guard case .refused(.recipient, let reply) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reply.code == 550 && reply.detail == "5.1.1" && outcome.isAddressWrong)
        #expect(outcome.sentence == "The server refused the address the mail goes to: 550 5.1.1 No such user here")
    }

    @Test("A server that will not pass mail on says nothing about the address")
    func relay() async throws {
        let receiver = try #require(MailAddress("somebody@elsewhere.example"))
        let outcome = await MailSender(try Exim.server()).send(
            try Exim.message(to: receiver).bytes(), from: try Exim.address("bounces"), to: receiver)
        guard case .refused(.recipient, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(!outcome.isAddressWrong)
    }

    @Test("A mail that is put off is for later, and passes when the server has seen enough of it")
    func greylisted() async throws {
        let name = "grey" + Exim.name()
        let first = try await send(try Exim.server(), to: name)
        guard case .later(.answered(.recipient, let reply), mayHaveArrived: false) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(reply.code == 451)
        _ = FileManager.default.createFile(atPath: try Exim.file("seen-\(name)"), contents: nil)
        guard case .accepted = try await send(try Exim.server(), to: name) else {
            Issue.record("not taken the second time")
            return
        }
    }

    @Test("What the server says after the content counts")
    func content() async throws {
        let spam = try await send(try Exim.server(), to: "spam")
        guard case .refused(.content, let reply) = spam else {
            Issue.record("\(spam)")
            return
        }
        #expect(reply.code == 550 && !spam.isAddressWrong)
        let full = try await send(try Exim.server(), to: "full")
        guard case .later(.answered(.content, _), mayHaveArrived: false) = full else {
            Issue.record("\(full)")
            return
        }
    }

    @Test("A wrong password is the login's fault, and no mail leaves")
    func login() async throws {
        let outcome = try await send(try Exim.server(password: "wrong"), to: Exim.name())
        guard case .refused(.login, let reply) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reply.code == 535)
    }

    @Test("Nothing is said to a server whose certificate nobody vouches for", arguments: ["smtp", "smtps"])
    func untrusted(_ scheme: String) async throws {
        let stranger = try await send(try Exim.server(scheme, authority: false), to: Exim.name())
        guard case .later(.untrusted, mayHaveArrived: false) = stranger else {
            Issue.record("\(stranger)")
            return
        }
        // The certificate is for `localhost`.
        let named = try await send(try Exim.server(scheme, host: "127.0.0.1"), to: Exim.name())
        guard case .later(.untrusted, mayHaveArrived: false) = named else {
            Issue.record("\(named)")
            return
        }
    }

    @Test("A file of certificates that is not there is told, not passed over")
    func missingAuthority() async throws {
        var server = try Exim.server()
        server.authorities = "/nowhere/ca.pem"
        guard case .later(.ourSettings, _) = try await send(server, to: Exim.name()) else {
            Issue.record("sent all the same")
            return
        }
    }

    @Test("A server that takes too long is left, and the mail is for later")
    func slow() async throws {
        var server = try Exim.server()
        server.limits.total = .seconds(2)
        let outcome = try await send(server, to: "slow")
        #expect(outcome == .later(.timedOut, mayHaveArrived: false))
    }

    @Test("A mail that comes back is a report that says why, and of which mail")
    func bounce() async throws {
        let receiver = try Exim.address("bouncing"), detail = Exim.name()
        let message = try Exim.message(to: receiver)
        let envelope = try #require(try Exim.address("b\(detail)").adding(detail: "m7"))
        let outcome = await MailSender(try Exim.server()).send(try message.bytes(), from: envelope, to: receiver)
        guard case .accepted = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let stored = try await Exim.delivered(to: "b\(detail)")
        let report = try DeliveryReport(Array(stored.utf8))
        #expect(report.messageID == message.messageID)
        #expect(report.addressees.contains(envelope.text))
        #expect(report.receivers.map(\.action) == [.failed])
        #expect(report.receivers.first?.address == receiver.text)
        #expect(report.receivers.first?.status?.hasPrefix("5.") == true)
    }
}
