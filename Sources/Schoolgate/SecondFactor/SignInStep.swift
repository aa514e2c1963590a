import Crypto
import Database

/// Between the password and the code: whose password was right, kept by their own browser under our seal.
struct SignInStep: Sendable {
    static let cookie = "schoolgate_step"
    static let lifetime = Duration.minutes(10)

    let person: Person.ID
    /// Of the password that was right: a new one ends the step.
    let passwordDigest: String

    init(_ person: Person.ID, hash: String) {
        self.person = person
        passwordDigest = Digest.of(hash).hex
    }

    func sealed(at now: Instant, _ keys: Keys) throws -> String {
        let text = "\(person.rawValue) \((now + Self.lifetime).milliseconds) \(passwordDigest)"
        return try Sealed.seal(Array(text.utf8), key: keys.derived(for: "sign-in step"), context: "step").base64url
    }

    /// Nil when there is none, or it has run out.
    init?(_ cookie: String?, at now: Instant, _ keys: Keys) {
        guard let cookie, cookie.utf8.count <= 500, let sealed = [UInt8](base64url: cookie),
            let plain = try? Sealed.open(sealed, key: keys.derived(for: "sign-in step"), context: "step")
        else { return nil }
        let parts = String(decoding: plain, as: UTF8.self).split(separator: " ")
        guard parts.count == 3, let id = Int64(parts[0]), let until = Int64(parts[1]), until > now.milliseconds else {
            return nil
        }
        person = Person.ID(id)
        passwordDigest = String(parts[2])
    }
}

extension SignIn {
    /// Wrong codes for one account within an hour, after which only browsers that are known may go on trying.
    static let mostCodes: Int64 = 30

    /// Checks the code that follows the password, within limits like the password's own.
    static func attempt(
        code: String, _ step: SignInStep, from address: String, device: String?, _ context: Context
    ) async throws -> Outcome {
        let now = context.now(), person = step.person
        let key = KnownDevice.key(of: person, in: device, at: now, context.keys)
        let limits = SignInLimits(
            email: "code of \(person.rawValue)", address: address, device: key, at: now, context.keys)
        return try await context.database.write { db in
            let hash = try db.first(
                "SELECT password_hash FROM people WHERE id = \(person) AND deactivated_at IS NULL"
            ) { $0.textOrNil(0) }
            guard case let hash?? = hash, Digest.of(hash).hex == step.passwordDigest else { return .refused }
            guard try key != nil || limits.failures(in: db) < mostCodes else { return .locked }
            guard case .granted(let rows, let cleared) = try limits.take(in: db) else { return .locked }
            let answer = try SecondFactor.take(code, of: person, at: now, context.keys, in: db)
            guard answer != .refused else {
                let failures = try limits.failures(in: db)
                if SignInLimits.telling.contains(failures) {
                    try Record.write(
                        Event(
                            "was guessed at", "person", person.rawValue, in: .trust, by: nil,
                            fields: [("wrong codes within an hour, after the right password", "\(failures)")]),
                        at: now, in: db)
                }
                return .refused
            }
            try SignInLimits.clear(rows, cleared, in: db)
            try Record.write(
                Event("signed in", "person", person.rawValue, in: .trust, by: person), at: now, in: db)
            return .signedIn(person, try Session.start(for: person, from: address, at: now, in: db))
        }
    }
}
