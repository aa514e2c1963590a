import Database
import Gate
import Policy

/// An answer as it is recorded in the consent register.
struct ConsentAnswer: Sendable {
    let pupil: Pupil.ID
    /// Nil answers every purpose.
    let purpose: Purpose?
    let network: Network?
    let decision: Consent.Decision
    let day: Day
    let expiry: Day?
    let givenBy: String

    /// Whether it can only make fewer posts lawful: then what is out there is looked through at once.
    var isRefusal: Bool { decision != .yes }

    /// Records the answer; a refusal finds every post it concerns in the same transaction (N4).
    @discardableResult
    func record(
        by person: Person.ID?, _ context: Context, in db: Connection
    ) throws -> Withdrawal.Outcome {
        let now = context.now()
        guard let pupil = try Pupil.all([pupil], in: db).first else { throw Problem.notFound }
        // What is true so far is read before anything is written, so that nothing unfinished is kept in memory.
        let rooms = isRefusal ? try Withdrawal.rooms(of: [pupil.school], context, in: db) : [:]
        try db.run(
            """
            INSERT INTO consents (pupil_id, purpose, network, decision, day, expiry, given_by, recorded_by, recorded_at)
            VALUES (\(pupil.id), \(purpose?.rawValue ?? "all"), \(network?.rawValue), \(decision.rawValue), \(day),
                \(expiry), \(givenBy), \(person), \(now))
            """
        )
        try Revision.consents.raise(in: db)
        try Record.write(
            Event(
                "recorded a consent answer of", "pupil", pupil.id.rawValue, in: .school(pupil.school), by: person,
                fields: [
                    ("purpose", purpose?.rawValue ?? "all"), ("decision", decision.rawValue), ("given by", givenBy),
                ]), at: now, in: db)
        guard isRefusal else { return Withdrawal.Outcome() }
        return try Withdrawal.sweep([pupil], rooms, by: person, context, in: db)
    }
}
