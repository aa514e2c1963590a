import Crypto
import Database

/// Checking a password, with limits that make guessing pointless.
enum SignIn {
    /// Wrong passwords in a row before an account waits.
    static let triesBeforeLock: Int64 = 8
    static let lockTime = Duration.minutes(15)
    /// Tries from one address within ``window``.
    static let triesPerAddress: Int64 = 30
    static let window = Duration.minutes(10)

    enum Outcome: Sendable {
        case signedIn(Person.ID, Token)
        /// The same words whether the person exists or not.
        case refused
        case locked
        case tooMany
    }

    static func attempt(
        email: String, password: String, from address: String, _ context: Context
    ) async throws -> Outcome {
        let now = context.now()
        let email = email.lowercased()
        let found = try await context.database.write { db -> (tries: Int64, attempt: Int64, person: Candidate?) in
            let tries = try db.one(
                "SELECT count(*) FROM sign_in_attempts WHERE address = \(address) AND at > \(now - window)"
            ) { $0.int(0) }
            try db.run("DELETE FROM sign_in_attempts WHERE at <= \(now - max(window, lockTime))")
            let attempt = try db.one(
                "INSERT INTO sign_in_attempts (address, at) VALUES (\(address), \(now)) RETURNING id"
            ) { $0.int(0) }
            let person = try db.first(
                """
                SELECT id, password_hash, locked_until FROM people
                WHERE email = \(email) AND deactivated_at IS NULL
                """
            ) { Candidate(id: Person.ID($0.int(0)), hash: $0.textOrNil(1), lockedUntil: $0.intOrNil(2)) }
            return (tries, attempt, person)
        }
        guard found.tries < triesPerAddress else { return .tooMany }
        guard let person = found.person, let hash = person.hash else {
            // Locked after as many tries, and as slow, as for somebody who exists: neither tells who does.
            guard try await mayGuess(email, at: now, context) else { return .locked }
            _ = try await context.passwords.verify(password, nil)
            return .refused
        }
        if let until = person.lockedUntil, until > now.milliseconds { return .locked }
        guard try await context.passwords.verify(password, hash) else {
            try await fail(person.id, at: now, context)
            return .refused
        }
        let token = try await context.database.write { db in
            // A whole school shares an address: who gets in does not use up the others' tries.
            try db.run("DELETE FROM sign_in_attempts WHERE id = \(found.attempt)")
            try db.run("UPDATE people SET failed_sign_ins = 0, locked_until = NULL WHERE id = \(person.id)")
            try Record.write(
                Event("signed in", "person", person.id.rawValue, in: .trust, by: person.id), at: now, in: db)
            return try Session.start(for: person.id, from: address, at: now, in: db)
        }
        return .signedIn(person.id, token)
    }

    private static func fail(_ id: Person.ID, at now: Instant, _ context: Context) async throws {
        try await context.database.write { db in
            let failures = try db.one(
                "UPDATE people SET failed_sign_ins = failed_sign_ins + 1 WHERE id = \(id) RETURNING failed_sign_ins"
            ) { $0.int(0) }
            guard failures >= triesBeforeLock else { return }
            try db.run(
                "UPDATE people SET failed_sign_ins = 0, locked_until = \(now + lockTime) WHERE id = \(id)")
            try Record.write(Event("was locked out", "person", id.rawValue, in: .trust, by: nil), at: now, in: db)
        }
    }

    /// Counts a try for an email that nobody signs in with, and says whether its account would still be open.
    private static func mayGuess(_ email: String, at now: Instant, _ context: Context) async throws -> Bool {
        let key = "email " + Digest.keyed(Array(email.utf8), key: context.keys.derived(for: "sign-in")).hex
        return try await context.database.write { db in
            let failures = try db.one(
                "SELECT count(*) FROM sign_in_attempts WHERE address = \(key) AND at > \(now - lockTime)"
            ) { $0.int(0) }
            guard failures < triesBeforeLock else { return false }
            try db.run("INSERT INTO sign_in_attempts (address, at) VALUES (\(key), \(now))")
            if failures + 1 == triesBeforeLock {
                try db.run("UPDATE sign_in_attempts SET at = \(now) WHERE address = \(key)")
            }
            return true
        }
    }

    private struct Candidate: Sendable {
        let id: Person.ID
        let hash: String?
        let lockedUntil: Int64?
    }
}
