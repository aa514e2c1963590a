import Crypto
import Database

/// Checking a password, with limits that make guessing pointless.
enum SignIn {
    enum Outcome: Sendable {
        case signedIn(Person.ID, Token)
        /// The password was right; the code of the second factor comes next.
        case needsCode(SignInStep)
        /// The same words whether the person exists or not.
        case refused
        case locked
        case tooMany
    }

    /// `device` is what the browser's cookie of earlier sign-ins says.
    static func attempt(
        email: String, password: String, from address: String, device: String? = nil, _ context: Context
    ) async throws -> Outcome {
        let now = context.now(), email = email.lowercased()
        let (answer, limits, person) = try await context.database.write { db in
            let person = try db.first(
                "SELECT id, password_hash FROM people WHERE email = \(email) AND deactivated_at IS NULL"
            ) { Candidate(id: Person.ID($0.int(0)), hash: $0.textOrNil(1)) }
            let device = person.flatMap { KnownDevice.key(of: $0.id, in: device, at: now, context.keys) }
            let limits = SignInLimits(email: email, address: address, device: device, at: now, context.keys)
            return (try limits.take(in: db), limits, person)
        }
        guard case .granted(let rows, let cleared) = answer else {
            guard case .locked = answer else { return .tooMany }
            return .locked
        }
        // As slow for somebody who does not exist: neither answer tells who does.
        guard try await context.passwords.verify(password, person?.hash), let person, let hash = person.hash else {
            try await tell(of: person?.id, limits, at: now, context)
            return .refused
        }
        return try await context.database.write { db in
            try SignInLimits.clear(rows, cleared, in: db)
            if !context.configuration.isDemo, try SecondFactor.exists(for: person.id, in: db) {
                return .needsCode(SignInStep(person.id, hash: hash))
            }
            try Record.write(
                Event("signed in", "person", person.id.rawValue, in: .trust, by: person.id), at: now, in: db)
            return .signedIn(person.id, try Session.start(for: person.id, from: address, at: now, in: db))
        }
    }

    /// The record says when somebody's password is being guessed.
    private static func tell(
        of person: Person.ID?, _ limits: SignInLimits, at now: Instant, _ context: Context
    ) async throws {
        try await context.database.write { db in
            let failures = try limits.failures(in: db)
            guard let person, SignInLimits.telling.contains(failures) else { return }
            try Record.write(
                Event(
                    "was guessed at", "person", person.rawValue, in: .trust, by: nil,
                    fields: [("wrong passwords within an hour", "\(failures)")]), at: now, in: db)
        }
    }

    private struct Candidate: Sendable {
        let id: Person.ID
        let hash: String?
    }
}
