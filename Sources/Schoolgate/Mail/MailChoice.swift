import Crypto
import Database

/// How somebody wants to hear of what waits for them.
enum MailChoice: String, Sendable, CaseIterable {
    case atOnce = "at once"
    case digest
    case nothing

    var label: String {
        switch self {
        case .atOnce: "At once"
        case .digest: "One mail each working morning"
        case .nothing: "Nothing"
        }
    }

    var note: String {
        switch self {
        case .atOnce: "A mail when something new waits for you."
        case .digest: "Everything that waits, at seven."
        case .nothing: "You look at Today yourself."
        }
    }

    static let duties =
        "Mails about overdue handovers, posts that have to come down, objections without a name and new sign-in links cannot be switched off."
}

/// What is kept about mails to one person.
struct MailPerson: Sendable {
    let person: Person.ID
    var choice = MailChoice.atOnce
    /// The day of the last digest.
    var digestOn: String?
    /// The address that does not arrive, why, and since when.
    var refused: (address: String, why: String, at: Instant)?

    /// Whether mails to this address are known not to arrive; a new address is tried.
    func isRefused(_ address: String) -> Bool { refused?.address == address }

    static func find(_ person: Person.ID, in db: Connection) throws -> MailPerson {
        try all("person_id = \(person)", in: db)[person] ?? MailPerson(person: person)
    }

    static func all(_ filter: SQL = "1 = 1", in db: Connection) throws -> [Person.ID: MailPerson] {
        let rows = try db.all(
            """
            SELECT person_id, choice, digest_on, refused_address, refused_why, refused_at FROM mail_people
            WHERE \(filter)
            """
        ) { row in
            var kept = MailPerson(person: Person.ID(row.int(0)))
            kept.choice = MailChoice(rawValue: row.text(1)) ?? .atOnce
            kept.digestOn = row.textOrNil(2)
            if let address = row.textOrNil(3), let at = row.intOrNil(5) {
                kept.refused = (address, row.textOrNil(4) ?? "", Instant(milliseconds: at))
            }
            return kept
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.person, $0) })
    }

    private static func ensure(_ person: Person.ID, in db: Connection) throws {
        try db.run("INSERT INTO mail_people (person_id) VALUES (\(person)) ON CONFLICT DO NOTHING")
    }

    static func choose(
        _ choice: MailChoice, for person: Person.ID, by actor: Person.ID?, at now: Instant, in db: Connection
    ) throws {
        try ensure(person, in: db)
        let changed = try db.run(
            """
            UPDATE mail_people SET choice = \(choice.rawValue)
            WHERE person_id = \(person) AND choice <> \(choice.rawValue)
            """
        )
        guard changed > 0 else { return }
        try Record.write(
            Event(
                "chose how mails come to", "person", person.rawValue, in: .trust, by: actor,
                fields: [("choice", choice.rawValue)]), at: now, in: db)
    }

    static func sentDigest(to person: Person.ID, on day: String, in db: Connection) throws -> Bool {
        try ensure(person, in: db)
        return try db.run(
            """
            UPDATE mail_people SET digest_on = \(day)
            WHERE person_id = \(person) AND (digest_on IS NULL OR digest_on <> \(day))
            """
        ) == 1
    }

    /// Notes that mails to an address do not arrive.
    static func refuse(
        _ address: String, of person: Person.ID, why: String, at now: Instant, in db: Connection
    ) throws {
        try ensure(person, in: db)
        let changed = try db.run(
            """
            UPDATE mail_people SET refused_address = \(address), refused_why = \(why), refused_at = \(now)
            WHERE person_id = \(person) AND (refused_address IS NULL OR refused_address <> \(address))
            """
        )
        guard changed == 1 else { return }
        // What still waits for them would not arrive either.
        try db.run(
            """
            UPDATE mails SET state = 'given up', finished_at = \(now)
            WHERE person_id = \(person) AND state = 'waiting'
            """
        )
        try Record.write(
            Event("could not write to", "person", person.rawValue, in: .trust, by: nil), at: now, in: db)
    }

    /// Lets mails be tried again, because somebody says that the address works now.
    static func tryAgain(_ person: Person.ID, by actor: Person.ID, at now: Instant, in db: Connection) throws {
        let changed = try db.run(
            """
            UPDATE mail_people SET refused_address = NULL, refused_why = NULL, refused_at = NULL
            WHERE person_id = \(person) AND refused_address IS NOT NULL
            """
        )
        guard changed == 1 else { return }
        // They were told of nothing that was given up.
        try db.run("DELETE FROM mail_told WHERE person_id = \(person)")
        try Record.write(
            Event("had mails tried again to", "person", person.rawValue, in: .trust, by: actor), at: now, in: db)
    }
}

/// The address at which one request stops the mails of one person, without signing in.
enum MailStop {
    static func token(for person: Person.ID, _ keys: Keys) -> String {
        let mac = Digest.keyed(Array("\(person.rawValue)".utf8), key: keys.derived(for: "mail stop")).bytes
        return "\(person.rawValue)-\(Array(mac.prefix(16)).hex)"
    }

    /// Nil for what was not made here.
    static func person(of token: String, _ keys: Keys) -> Person.ID? {
        guard token.utf8.count <= 60, let number = token.split(separator: "-").first,
            let person = Person.ID(pathComponent: number)
        else { return nil }
        let right = self.token(for: person, keys)
        return constantTimeEqual(Array(right.utf8), Array(token.utf8)) ? person : nil
    }
}
