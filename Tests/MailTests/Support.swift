import Foundation
import Mail
import Testing

/// The real server that `scripts/exim-for-tests` started.
enum Exim {
    static var environment: [String: String] { ProcessInfo.processInfo.environment }
    static var isThere: Bool { environment["SCHOOLGATE_TEST_MAIL_PORT"] != nil }

    static func server(
        _ scheme: String = "smtp", host: String = "localhost", password: String? = nil, authority: Bool = true
    ) throws -> MailServer {
        let port = try #require(
            environment[scheme == "smtps" ? "SCHOOLGATE_TEST_MAIL_TLS_PORT" : "SCHOOLGATE_TEST_MAIL_PORT"])
        let right = try String(contentsOfFile: file("password"), encoding: .utf8)
        return try MailServer(
            "\(scheme)://\(host):\(port)",
            login: scheme == "plain" ? nil : .init(user: "schoolgate", password: password ?? right),
            authorities: authority ? environment["SCHOOLGATE_TEST_MAIL_AUTHORITY"] : nil)
    }

    static func file(_ name: String) throws -> String {
        try #require(environment["SCHOOLGATE_TEST_MAIL_FOLDER"]) + "/" + name
    }

    /// What was delivered to a name; waits a moment, for a server delivers after it has answered.
    static func delivered(to name: String) async throws -> String {
        let folder = try file("mail/new")
        for _ in 0..<100 {
            for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                guard let text = try? String(contentsOfFile: folder + "/" + entry, encoding: .utf8) else { continue }
                if text.contains("Envelope-to: \(name)@") || text.contains("Envelope-to: \(name)+") { return text }
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("nothing was delivered to \(name)")
        return ""
    }

    static func address(_ name: String) throws -> MailAddress { try #require(MailAddress("\(name)@school.example")) }

    static func name() -> String { "p\(UInt32.random(in: 0..<UInt32.max))" }

    static func message(to receiver: MailAddress) throws -> Message {
        Message(
            from: Mailbox(name: "Schoolgate", address: try address("schoolgate")), to: Mailbox(address: receiver),
            subject: "Two posts wait for your approval — today", text: "Two posts wait.\n.\nÉtait-ce là?\n",
            html: "<p>Two posts wait.</p>", id: "sg.\(UInt32.random(in: 0..<UInt32.max))", sentAt: 1_795_251_720)
    }
}
