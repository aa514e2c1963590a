import Crypto
import Database
import DatabaseTesting
import Foundation
import Imaging
import NetworksTesting
import Synchronization
import Testing
import Web

import struct Gate.Link

@testable import Schoolgate

/// A mail server of a test's own that answers as it is told, and keeps what it took.
final class MailStandIn: Sendable {
    struct Mail: Sendable {
        let from: String
        let to: String
        let text: String

        /// The value of a header on one line.
        func header(_ name: String) -> String? {
            text.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") }.map {
                String($0.dropFirst(name.count + 2))
            }
        }

        /// The words, with what was encoded for the way undone.
        var words: String {
            let joined = text.replacing("=\r\n", with: "")
            var bytes: [UInt8] = [], units = Array(joined.utf8)[...]
            while let unit = units.popFirst() {
                if unit == UInt8(ascii: "="),
                    let value = UInt8(String(decoding: units.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    units = units.dropFirst(2)
                } else {
                    bytes.append(unit)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// What it says to a receiver, and after a mail.
    struct Manner: Sendable {
        var toReceiver = "250 ok"
        var afterMail: String? = "250 2.0.0 kept"
    }

    private final class Kept: Sendable {
        let mails = Mutex<[Mail]>([])
        let manner = Mutex(Manner())
    }

    private let kept = Kept()
    private let server: RawServer

    var mails: [Mail] { kept.mails.withLock { $0 } }
    var port: Int { server.port }

    func behave(_ manner: Manner) { kept.manner.withLock { $0 = manner } }
    func forget() { kept.mails.withLock { $0 = [] } }
    func stop() { server.stop() }

    init() throws {
        let kept = kept
        server = try RawServer { connection, _ in
            connection.write("220 mail.example ESMTP\r\n")
            var from = "", to = ""
            while true {
                let line = String(decoding: connection.read(4_096), as: UTF8.self)
                let manner = kept.manner.withLock { $0 }
                switch line.prefix(4).uppercased() {
                case "": return
                case "MAIL":
                    from = Self.address(line)
                    connection.write("250 ok\r\n")
                case "RCPT":
                    to = Self.address(line)
                    connection.write(manner.toReceiver + "\r\n")
                case "DATA":
                    connection.write("354 go on\r\n")
                    var mail: [UInt8] = []
                    while mail.suffix(5) != Array("\r\n.\r\n".utf8)[...] {
                        let more = connection.read(65_536)
                        if more.isEmpty { return }
                        mail += more
                    }
                    let text = String(decoding: mail.dropLast(5), as: UTF8.self)
                    if manner.afterMail?.hasPrefix("2") ?? true {
                        kept.mails.withLock { $0.append(Mail(from: from, to: to, text: text)) }
                    }
                    guard let answer = manner.afterMail else { return }
                    connection.write(answer + "\r\n")
                case "QUIT":
                    connection.write("221 bye\r\n")
                    return
                default: connection.write("250 hello\r\n")
                }
            }
        }
    }

    private static func address(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}

extension TestSite {
    /// The same site, with a mail server.
    func withMail(_ settings: MailSettings) async throws -> TestSite {
        var configuration = context.configuration
        configuration.mail = settings
        let time = time
        let site = try await Site(
            database: database, configuration: configuration, keys: context.keys, passwords: Passwords(.least),
            log: Log { _ in }, links: LinkFacts { $0.map { Link(url: $0) } }, now: { time.now })
        return TestSite(site: site, database: database, time: time)
    }

    func withMail(_ server: MailStandIn) async throws -> TestSite {
        try await withMail(
            try #require(
                try MailSettings.read(
                    folder: "/nowhere",
                    environment: [
                        "SCHOOLGATE_MAIL_SERVER": "plain://127.0.0.1:\(server.port)",
                        "SCHOOLGATE_MAIL_FROM": "schoolgate@weirside.example",
                        "SCHOOLGATE_MAIL_BOUNCES": "bounces@weirside.example",
                    ])))
    }

    /// Looks through what waits, and sends what came of it.
    func sendMails() async throws {
        _ = try await MailRound(context: context).run()
        _ = try await Postman(context: context).workOff()
    }

    /// A post of Tom's that waits for Ruth or Martin.
    @discardableResult
    func heldPost(_ text: String) async throws -> Post.ID {
        try await database.write { db in
            try db.one(
                """
                INSERT INTO posts (school_id, author_id, last_editor_id, text, state, created_at, updated_at, submitted_at)
                VALUES (1, \(TestPeople.id("Tom")), \(TestPeople.id("Tom")), \(text), 'held', 0, 0, 0) RETURNING id
                """
            ) { Post.ID($0.int(0)) }
        }
    }
}
