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
        return try Withdrawal.sweep(pupil, by: person, context, in: db)
    }
}

/// What a refusal sets in motion: everything that shows or names the child, wherever it is on its way.
enum Withdrawal {
    struct Outcome: Sendable {
        /// Posts stopped before they went out.
        var stopped: [Post.ID] = []
        /// Drafts whose authors are told by the gate when they open them.
        var drafts: [Post.ID] = []
        /// Published posts whose removal has been opened.
        var removals: [Post.ID] = []
    }

    /// N4: goes through drafts, the queue and what is published, and asks the gate again with the new facts.
    static func sweep(
        _ pupil: Pupil, by person: Person.ID?, _ context: Context, in db: Connection
    ) throws -> Outcome {
        var outcome = Outcome()
        guard let room = try context.rooms.room(of: pupil.school, in: db),
            let school = try School.find(pupil.school, in: db)
        else { return outcome }
        let now = context.now(), today = context.clock.day(of: now)
        let rule = room.rulebook.rule(PostWithdrawal.self)
        let due = (rule?.control ?? PostWithdrawal()).within.end(from: now, context.clock)
        for post in try candidates(pupil, in: db) {
            let facts = try PostFacts.gather(Draft(post), at: school, author: post.author, today: today, in: db)
            let verdict = Verdict.of(facts, in: room, on: today)
            guard let finding = verdict.findings.first(where: { $0.severity == .block }) else { continue }
            switch post.state {
            case .published:
                let reason = "Consent for a child in it was withdrawn."
                let count = try Delivery.remove(
                    post, because: reason, clause: rule?.clause.rawValue ?? finding.clause.rawValue, due: due,
                    by: person, at: now, in: db)
                guard count > 0 else { continue }
                try post.record(
                    "opened the removal of", by: person, clause: rule?.clause ?? finding.clause, at: now, in: db)
                outcome.removals.append(post.id)
            case .held, .scheduled:
                try post.stop("Consent for a child in it was withdrawn.", clause: finding.clause, now: now, in: db)
                outcome.stopped.append(post.id)
            default: outcome.drafts.append(post.id)
            }
        }
        return outcome
    }

    /// Posts with the child in a picture, and posts whose words give the name.
    private static func candidates(_ pupil: Pupil, in db: Connection) throws -> [Post] {
        let live: SQL = "posts.state NOT IN ('removed', 'discarded', 'removing', 'publishing')"
        return try Post.all(
            """
            \(live) AND posts.id IN (SELECT post_pictures.post_id FROM post_pictures
                JOIN post_picture_pupils ON post_picture_pupils.picture_id = post_pictures.id
                WHERE post_picture_pupils.pupil_id = \(pupil.id))
            """, in: db)
    }
}
