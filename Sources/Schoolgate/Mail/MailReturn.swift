import Crypto
public import Database
import Mail
import Policy

/// Mails that came back, as the mail server hands them to `schoolgate mail bounced`.
public enum MailReturn {
    /// What was done about one.
    public enum Answer: Sendable, Equatable {
        /// Whoever it was for is known as not reachable from now on.
        case noted(String)
        /// It is a report, and there is nothing to do about it.
        case nothing(String)
        /// It is no report, or of no mail of ours.
        case notOurs(String)

        public var words: String {
            switch self {
            case .noted(let words), .nothing(let words), .notOurs(let words): words
            }
        }
    }

    public static let mostBytes = DeliveryReport.mostBytes

    /// Reads a report; the mail it is about is known by a word that only its receiver's servers have seen.
    public static func take(_ mail: [UInt8], in database: Database, at now: Instant) async throws -> Answer {
        let report: DeliveryReport
        do { report = try DeliveryReport(mail) } catch { return .notOurs("\(error)") }
        let tokens = tokens(in: report)
        guard !tokens.isEmpty else { return .notOurs("This report is about no mail of Schoolgate’s.") }
        guard let failed = report.receivers.first(where: { $0.action == .failed }) else {
            return .nothing("The mail is only late, or has arrived. There is nothing to do.")
        }
        return try await database.write { db in
            let found = try db.first(
                "SELECT id, person_id, address FROM mails WHERE token IN (\(list: tokens)) ORDER BY id LIMIT 1"
            ) { (id: $0.int(0), person: Person.ID($0.int(1)), address: $0.textOrNil(2)) }
            guard let found else { return .notOurs("This report is about no mail of the last 30 days.") }
            guard let address = found.address, let person = try Person.find(found.person, in: db) else {
                return .nothing("That mail never left.")
            }
            try db.run(
                """
                UPDATE mails SET state = 'came back', finished_at = coalesce(finished_at, \(now)), lease = NULL,
                    leased_until = 0 WHERE id = \(found.id)
                """
            )
            // An address that was put right since is not the one that failed.
            guard person.email == address else { return .nothing("The address was changed since.") }
            let why = failed.words.isEmpty ? failed.status ?? "" : failed.words
            try MailPerson.refuse(
                address, of: found.person, why: why.isEmpty ? "It came back without a reason." : why, at: now, in: db)
            return .noted("Mail to \(address) does not arrive. Whoever manages people sees it on Today.")
        }
    }

    private static func tokens(in report: DeliveryReport) -> [String] {
        let ids = [report.messageID].compactMap(\.self).filter { $0.hasPrefix("sg.") }.map {
            String($0.dropFirst(3).prefix { $0 != "@" })
        }
        let envelopes = report.addressees.compactMap { address -> String? in
            guard let plus = address.firstIndex(of: "+") else { return nil }
            return String(address[address.index(after: plus)...].prefix { $0 != "@" })
        }
        return (ids + envelopes).filter { $0.utf8.count == 32 && [UInt8](hex: $0) != nil }.map { $0.lowercased() }
    }
}

/// A mail that shows whether the settings work.
public enum MailTest {
    /// Answers whether the server took it, and what it said.
    public static func send(
        to address: String, _ settings: MailSettings, at now: Instant
    ) async throws -> (isAccepted: Bool, words: String) {
        guard let receiver = MailAddress(address) else {
            throw SettingsProblem(
                "mail test", "“\(address.prefix(80))” is no mail address, such as you@school.example.")
        }
        let message = Message(
            from: Mailbox(name: "Schoolgate", address: settings.from), to: Mailbox(address: receiver),
            subject: "A test from Schoolgate",
            text:
                "Schoolgate can send mails.\n\nSomebody who keeps it sent this with `schoolgate mail test`. There is nothing to do.\n",
            id: "sg.test.\(random(bytes: 8).hex)", sentAt: now.milliseconds / 1_000)
        let outcome = await MailSender(settings.server).send(
            try message.bytes(), from: settings.from, to: receiver)
        if case .accepted = outcome { return (true, outcome.sentence) }
        return (false, outcome.sentence)
    }

    /// The server, as it may be printed.
    public static func place(_ settings: MailSettings) -> String { settings.server.address }
}
