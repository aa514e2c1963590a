import Crypto
import Database
import Policy

/// The codes of somebody's authenticator, asked for after their password.
struct SecondFactor: Sendable {
    /// Whose password alone lets nobody in: they decide about children, accounts or other people's access.
    static let requiredRoles: [Role] = ["headteacher", "dsl", "deputy-dsl", "administrator"]

    let enrolledAt: Instant
    private let secret: OneTimeCode
    /// The last step whose code was used.
    private let usedStep: Int64?

    /// Nil when somebody has none.
    static func of(_ person: Person.ID, _ keys: Keys, in db: Connection) throws -> SecondFactor? {
        let row = try db.first(
            """
            SELECT sealed_secret, used_step, enrolled_at FROM second_factors
            WHERE person_id = \(person)\(.forUpdate)
            """
        ) { (sealed: $0.bytes(0), step: $0.intOrNil(1), at: Instant(milliseconds: $0.int(2))) }
        guard let row else { return nil }
        let text = try Sealed.open(row.sealed, key: keys.derived(for: "second factor"), context: context(person))
        guard let secret = OneTimeCode(base32: String(decoding: text, as: UTF8.self)) else {
            throw Problem.unexpected
        }
        return SecondFactor(enrolledAt: row.at, secret: secret, usedStep: row.step)
    }

    static func exists(for person: Person.ID, in db: Connection) throws -> Bool {
        try db.first("SELECT 1 FROM second_factors WHERE person_id = \(person)") { _ in true } ?? false
    }

    /// Sets it up, in place of any there was, and answers with the recovery codes: they are shown once.
    static func enrol(
        _ secret: OneTimeCode, confirmedBy step: Int64, for person: Person.ID, at now: Instant, _ keys: Keys,
        in db: Connection
    ) throws -> [RecoveryCode] {
        let sealed = try Sealed.seal(
            Array(secret.base32.utf8), key: keys.derived(for: "second factor"), context: context(person))
        try erase(of: person, in: db)
        try db.run(
            """
            INSERT INTO second_factors (person_id, sealed_secret, used_step, enrolled_at)
            VALUES (\(person), \(sealed), \(step), \(now))
            """
        )
        try db.run(
            "UPDATE second_factor_removals SET used_at = \(now) WHERE person_id = \(person) AND used_at IS NULL")
        let codes = try RecoveryCode.issue(for: person, keys, in: db)
        try Record.write(
            Event("set up a second factor", "person", person.rawValue, in: .trust, by: person), at: now, in: db)
        return codes
    }

    /// What a typed code turned out to be.
    enum Answer: Sendable, Equatable {
        case code
        /// A recovery code, which is spent now; so many are left.
        case recovery(left: Int)
        case refused
    }

    /// Takes a code of the authenticator or a recovery code, each of which works once.
    static func take(
        _ typed: String, of person: Person.ID, at now: Instant, _ keys: Keys, in db: Connection
    ) throws -> Answer {
        guard let factor = try of(person, keys, in: db) else { return .refused }
        if let step = factor.secret.step(of: typed, at: now.milliseconds / 1_000, after: factor.usedStep) {
            try db.run("UPDATE second_factors SET used_step = \(step) WHERE person_id = \(person)")
            return .code
        }
        guard try RecoveryCode.spend(typed, of: person, at: now, keys, in: db) else { return .refused }
        let left = try RecoveryCode.left(of: person, in: db)
        try Record.write(
            Event(
                "used a recovery code", "person", person.rawValue, in: .trust, by: person,
                fields: [("recovery codes left", "\(left)")]), at: now, in: db)
        return .recovery(left: left)
    }

    /// Turns it off, for whoever need not have it.
    static func turnOff(of person: Person.ID, at now: Instant, in db: Connection) throws {
        try erase(of: person, in: db)
        try Record.write(
            Event("turned off the second factor of", "person", person.rawValue, in: .trust, by: person), at: now,
            in: db)
    }

    /// Removes one that was lost: the person is told, signed out, and sets up another after their password.
    static func remove(
        of person: Person.ID, by remover: Person.ID?, in chain: Event.Chain, at now: Instant, in db: Connection
    ) throws {
        guard try exists(for: person, in: db) else { return }
        try erase(of: person, in: db)
        try Session.endAll(of: person, at: now, in: db)
        try db.run(
            """
            INSERT INTO second_factor_removals (person_id, removed_by, removed_at)
            VALUES (\(person), \(remover), \(now))
            """
        )
        try Record.write(
            Event("removed the second factor of", "person", person.rawValue, in: chain, by: remover), at: now, in: db)
    }

    private static func erase(of person: Person.ID, in db: Connection) throws {
        try db.run("DELETE FROM recovery_codes WHERE person_id = \(person)")
        try db.run("DELETE FROM second_factors WHERE person_id = \(person)")
    }

    private static func context(_ person: Person.ID) -> String { "second factor of person \(person.rawValue)" }
}

/// A code for the day the telephone is lost: works once, and only its digest is kept.
struct RecoveryCode: Sendable {
    static let count = 10
    private static let length = 12

    /// As it is shown: `ABCD-EFGH-JKLM`.
    let text: String

    /// Ten new ones, in place of those there were.
    static func issue(for person: Person.ID, _ keys: Keys, in db: Connection) throws -> [RecoveryCode] {
        try db.run("DELETE FROM recovery_codes WHERE person_id = \(person)")
        let codes = (0..<count).map { _ in random() }
        for code in codes {
            try db.run(
                """
                INSERT INTO recovery_codes (person_id, digest)
                VALUES (\(person), \(digest(folded(code.text), of: person, keys)))
                """
            )
        }
        return codes
    }

    static func spend(
        _ typed: String, of person: Person.ID, at now: Instant, _ keys: Keys, in db: Connection
    ) throws -> Bool {
        let text = folded(typed)
        guard text.utf8.count == length else { return false }
        return try db.run(
            """
            UPDATE recovery_codes SET used_at = \(now)
            WHERE person_id = \(person) AND digest = \(digest(text, of: person, keys)) AND used_at IS NULL
            """
        ) == 1
    }

    static func left(of person: Person.ID, in db: Connection) throws -> Int {
        try db.one("SELECT count(*) FROM recovery_codes WHERE person_id = \(person) AND used_at IS NULL") {
            Int($0.int(0))
        }
    }

    /// Sixty random bits in letters and digits that nobody confuses.
    private static func random() -> RecoveryCode {
        let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
        let letters = Crypto.random(bytes: length).map { alphabet[Int($0 & 31)] }
        let parts = stride(from: 0, to: length, by: 4).map { String(decoding: letters[$0..<$0 + 4], as: UTF8.self) }
        return RecoveryCode(text: parts.joined(separator: "-"))
    }

    private static func folded(_ text: String) -> String {
        guard text.utf8.count <= 40 else { return "" }
        return String(text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    private static func digest(_ text: String, of person: Person.ID, _ keys: Keys) -> String {
        Digest.keyed(Array("\(person.rawValue) \(text)".utf8), key: keys.derived(for: "recovery codes")).hex
    }
}
