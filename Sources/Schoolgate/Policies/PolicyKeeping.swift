import Database
import Policy
import Web

extension Access where Context == Schoolgate.Context, Who == Viewer {
    /// Whoever drafts policies here, and whoever the policy in force names as its owner (P2, M1).
    static var keepingPolicy: Access {
        Access("may keep the policy") { request, context in
            let viewer = try await Session.viewer(of: request, context)
            guard try await context.database.read({ db in try viewer.keepsPolicy(context, in: db) }) else {
                throw Problem.notFound
            }
            return viewer
        }
    }
}

extension Viewer {
    /// Whether they look after the policy of the school they look at.
    func keepsPolicy(_ context: Context, in db: Connection) throws -> Bool {
        if may(.draftPolicy) { return true }
        // A version that can no longer be read names nobody; those who draft put it right.
        guard let room = try? context.rooms.room(of: school.id, in: db) else { return false }
        return owns(room.rulebook)
    }

    /// Whether a policy names one of their roles as its owner.
    func owns(_ rulebook: Rulebook) -> Bool {
        rulebook.rule(PolicyOwner.self).map { holds([$0.control.role], at: school.id) } ?? false
    }

    /// Whether they are asked to review the policy, as its reviewers or its owner.
    func reviews(_ rulebook: Rulebook) -> Bool {
        let control = rulebook.rule(PolicyReview.self)?.control ?? PolicyReview()
        return holds(control.reviewers.flatMap(PolicyVersion.holders), at: school.id) || owns(rulebook)
    }
}

/// Somebody who may be given something to do, for a choice in a form.
struct Colleague: Sendable {
    let id: Person.ID
    let name: String

    /// Everybody with a running role at the school or for the whole trust, by name.
    static func all(at school: School.ID, on day: Day, in db: Connection) throws -> [Colleague] {
        try db.all(
            """
            SELECT people.id, first_name || ' ' || last_name FROM people WHERE deactivated_at IS NULL AND EXISTS (
                SELECT 1 FROM appointments WHERE person_id = people.id AND since <= \(day)
                    AND (until IS NULL OR until >= \(day)) AND (school_id = \(school) OR school_id IS NULL))
            ORDER BY last_name, first_name, people.id LIMIT 1000
            """
        ) { Colleague(id: Person.ID($0.int(0)), name: $0.text(1)) }
    }

    /// Who holds a role at the school, or for the whole trust.
    static func holding(_ role: Role, at school: School.ID, on day: Day, in db: Connection) throws -> [Colleague] {
        try db.all(
            """
            SELECT DISTINCT people.id, first_name || ' ' || last_name, last_name, first_name FROM people
            JOIN appointments ON person_id = people.id
            WHERE deactivated_at IS NULL AND role = \(role.rawValue) AND since <= \(day)
                AND (until IS NULL OR until >= \(day)) AND (school_id = \(school) OR school_id IS NULL)
            ORDER BY last_name, first_name, people.id LIMIT 20
            """
        ) { Colleague(id: Person.ID($0.int(0)), name: $0.text(1)) }
    }
}
