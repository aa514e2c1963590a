import Database
import Mail
import Policy
import Web

/// Sends what is in the queue of mails, and sees to it that what waits gets into it.
struct Postman: Sendable {
    /// Longer than a server may take over one mail.
    static let lease = Duration.minutes(5)
    /// After this long, a mail is given up.
    static let patience = Duration.days(2)

    let context: Context

    /// Runs until its task is cancelled; without a mail server, and in the demo, nothing is sent.
    func run(every pause: Duration = .seconds(10)) async {
        guard context.configuration.mail != nil, !context.configuration.isDemo else { return }
        while !Task.isCancelled {
            do {
                _ = try await MailRound(context: context).runWhenDue()
                _ = try await workOff()
            } catch {
                context.log.error("mail: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Sends what is due; answers how many mails were tried.
    func workOff(limit: Int = 200) async throws -> Int {
        guard let settings = context.configuration.mail else { return 0 }
        for count in 0..<limit {
            if Task.isCancelled { return count }
            let now = context.now()
            guard try await context.database.read({ db in try Mailing.isAnyDue(at: now, in: db) }),
                let mailing = try await context.database.write({ db in
                    try Mailing.claim(at: now, lease: Self.lease, in: db)
                })
            else { return count }
            do {
                // When the server itself cannot be spoken to, the others need not be tried now.
                if try await !deliver(mailing, settings) { return count + 1 }
            } catch is Mailing.Lost {
                context.log.note("mail taken over", ["mail": "\(mailing.id.rawValue)"])
            }
        }
        return limit
    }

    /// Answers whether the server could be spoken to.
    private func deliver(_ mailing: Mailing, _ settings: MailSettings) async throws -> Bool {
        let (person, kept, counts, trust) = try await context.database.read { db in
            (
                try Person.find(mailing.person, in: db), try MailPerson.find(mailing.person, in: db),
                try mailing.counts(in: db), try Trust.find(in: db)
            )
        }
        let now = context.now()
        guard let person, person.isActive, !kept.isRefused(person.email), !counts.isEmpty else {
            try await end(mailing, "given up", "Nobody to write to any more.", at: now)
            return true
        }
        // It was on its way when its process ended. A duty is told again; anything else stands on Today.
        if mailing.state == "sending", !mailing.hasDuty {
            try await end(mailing, "unknown", "It may have arrived.", at: now)
            return true
        }
        guard let receiver = MailAddress(person.email) else {
            let why = "The address cannot be written in a mail."
            try await context.database.write { db in
                try mailing.become("refused", answer: why, address: person.email, at: now, in: db)
                try MailPerson.refuse(person.email, of: person.id, why: why, at: now, in: db)
            }
            return true
        }
        let message = self.message(mailing, to: person, at: receiver, counts, trust, settings, now)
        let envelope = settings.bounces?.adding(detail: mailing.token) ?? settings.from
        let mail: [UInt8]
        do { mail = try message.bytes() } catch {
            context.log.error("mail: \(error)", ["mail": "\(mailing.id.rawValue)"])
            try await end(mailing, "refused", "\(error)", at: now)
            return true
        }
        let outcome = await MailSender(settings.server).send(mail, from: envelope, to: receiver)
        return try await settle(mailing, outcome, person)
    }

    private func message(
        _ mailing: Mailing, to person: Person, at receiver: MailAddress, _ counts: [Mailing.Count], _ trust: Trust?,
        _ settings: MailSettings, _ now: Instant
    ) -> Message {
        let url = context.configuration.publicURL
        let isAllDuty = counts.allSatisfy(\.kind.isDuty)
        let stop =
            isAllDuty ? nil : url + MailStopHandlers.ask.path(MailStop.token(for: person.id, context.keys))
        let words = MailWords(counts: counts, kind: mailing.kind, publicURL: url, stop: stop)
        return Message(
            from: Mailbox(
                name: Self.plain(trust.map { "Schoolgate, \($0.name)" } ?? "Schoolgate"), address: settings.from),
            to: Mailbox(name: Self.plain(person.name), address: receiver), subject: words.subject, text: words.text,
            html: words.html, id: "sg.\(mailing.token)", sentAt: now.milliseconds / 1_000, unsubscribe: stop)
    }

    /// A name as it may stand in a header, whatever was imported.
    private static func plain(_ name: String) -> String {
        var text = String(
            String.UnicodeScalarView(
                name.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: false
                    default: true
                    }
                }))
        while text.utf8.count > 120 { text.removeLast() }
        return text
    }

    private func end(_ mailing: Mailing, _ state: String, _ why: String, at now: Instant) async throws {
        try await context.database.write { db in try mailing.become(state, answer: why, at: now, in: db) }
    }

    /// Waits longer after each try: one, two, four minutes, four hours at most, two days in all.
    private func settle(_ mailing: Mailing, _ outcome: Outcome, _ person: Person) async throws -> Bool {
        let now = context.now(), address = person.email, words = outcome.sentence
        let wait = min(Duration.hours(4), .seconds(60 << min(max(mailing.attempts - 1, 0), 8)))
        let isLate = now + wait > mailing.madeAt + Self.patience
        return try await context.database.write { db in
            switch outcome {
            case .accepted(let reply):
                try mailing.become("sent", answer: reply.description, address: address, at: now, in: db)
                try MailTrouble.clear(in: db)
                return true
            case .refused(.recipient, let reply) where outcome.isAddressWrong:
                try mailing.become("refused", answer: reply.description, address: address, at: now, in: db)
                try MailPerson.refuse(address, of: person.id, why: reply.description, at: now, in: db)
                return true
            case .refused(.content, let reply):
                try mailing.become("refused", answer: reply.description, address: address, at: now, in: db)
                try MailTrouble.note(words, at: now, in: db)
                return true
            case .later(_, mayHaveArrived: true) where !mailing.hasDuty:
                try mailing.become("unknown", answer: words, address: address, at: now, in: db)
                return true
            case .later(.answered(.recipient, let reply), _) where isLate:
                try mailing.become("given up", answer: reply.description, address: address, at: now, in: db)
                try MailPerson.refuse(address, of: person.id, why: reply.description, at: now, in: db)
                return true
            case .later(.answered(.recipient, let reply), _):
                try mailing.become(
                    "waiting", answer: reply.description, address: address, next: now + wait, at: now, in: db)
                return true
            case .refused, .later:
                if isLate {
                    try mailing.become("given up", answer: words, address: address, at: now, in: db)
                    // Nobody was told after all; what still waits gets into another mail.
                    try db.run("DELETE FROM mail_told WHERE person_id = \(person.id)")
                } else {
                    try mailing.become(
                        "waiting", answer: words, address: address, next: now + wait, at: now, in: db)
                }
                try MailTrouble.note(words, at: now, in: db)
                return false
            }
        }
    }
}

/// What is wrong with the mail server, for whoever keeps the installation.
struct MailTrouble: Sendable {
    let words: String
    let since: Instant

    static func find(in db: Connection) throws -> MailTrouble? {
        try db.first("SELECT trouble, trouble_since FROM mail_state WHERE trouble IS NOT NULL") {
            MailTrouble(words: $0.text(0), since: Instant(milliseconds: $0.intOrNil(1) ?? 0))
        }
    }

    static func note(_ words: String, at now: Instant, in db: Connection) throws {
        try db.run("INSERT INTO mail_state (id, next_round_at) VALUES (1, 0) ON CONFLICT DO NOTHING")
        try db.run(
            """
            UPDATE mail_state SET trouble = \(words), trouble_since = coalesce(trouble_since, \(now))
            WHERE trouble IS NULL OR trouble <> \(words)
            """
        )
    }

    static func clear(in db: Connection) throws {
        try db.run("UPDATE mail_state SET trouble = NULL, trouble_since = NULL WHERE trouble IS NOT NULL")
    }
}
