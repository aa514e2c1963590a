import Database
import Policy
import Web

/// What is done with a version beside signing it: made known, backed by the governors, reviewed, handed on.
extension PolicyHandlers {
    /// W8: the text as a template, for another school to start from.
    static func template(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let export = try await context.database.read { db in
            let version = try visible(id, viewer, context, in: db)
            return (number: version.number, template: try PolicyExport.load(version, in: db))
        }
        guard export.template.rulebook.rule(PolicySharing.self)?.control.isShared ?? true else {
            throw Problem.forbidden("The policy itself says that it is not handed on as a template.")
        }
        var response = Response.text(export.template.text, type: "text/markdown; charset=utf-8")
        response.headers.append(
            ("Content-Disposition", "attachment; filename=\"policy-template-\(export.number).md\""))
        return response
    }

    /// W4: one place of the plan for making the version known.
    static func arrange(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let form = request.form, channel = String((form["place"] ?? "").prefix(500))
        let owner = try (form["owner"] ?? "").isEmpty ? nil : person(form["owner"])
        let due = try day(form["due"]), done = try day(form["done"])
        try await context.database.write { db in
            try editable(id, viewer, context, in: db).arrange(
                channel, owner: owner, due: due, done: done, by: viewer, context, in: db)
        }
        return .seeOther(PolicyRoutes.show.path(id) + "#making-known")
    }

    /// W30: a minute of the governing body; noted by whoever keeps the policy, or by a governor.
    static func note(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        guard let decision = PolicyDelegation.Decision(rawValue: request.form["decision"] ?? "") else {
            throw Problem.notFound
        }
        guard let day = try day(request.form["day"]) else { throw Problem.refused("Choose the day of the meeting.") }
        let minute = String((request.form["minute"] ?? "").prefix(200)).trimmed
        try await context.database.write { db in
            let version = try visible(id, viewer, context, in: db)
            guard try mayNote(version, viewer, context, in: db) else { throw Problem.notFound }
            try PolicyVersion.lock(id, in: db)
            try version.note(decision, minute: minute, on: day, by: viewer, context, in: db)
        }
        return .seeOther(PolicyRoutes.show.path(id) + "#decisions")
    }

    static func mayNote(
        _ version: PolicyVersion, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> Bool {
        let governors = PolicyVersion.holders(of: "governor")
        guard version.school != nil else {
            return viewer.draftsForTrust
                || viewer.appointments.contains { $0.school == nil && governors.contains($0.role) }
        }
        return try viewer.holds(governors, at: viewer.school.id) || viewer.keepsPolicy(context, in: db)
    }

    /// P1: begins a review of the policy in force, with its reason.
    static func openReview(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        guard let kind = Review.Kind(name: request.form["kind"] ?? "") else { throw Problem.notFound }
        let reason = String((request.form["reason"] ?? "").prefix(1_000)).trimmed, now = context.now()
        try await context.database.write { db in
            try PolicyVersion.lock(id, in: db)
            try reviewed(id, viewer, context, in: db).openReview(kind, because: reason, by: viewer, at: now, in: db)
        }
        return .seeOther(PolicyRoutes.index.path() + "#reviews")
    }

    /// P1: ends it with the finding that nothing need change.
    static func finishReview(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Review.ID
    ) async throws -> Response {
        let finding = String((request.form["finding"] ?? "").prefix(2_000)).trimmed
        let now = context.now(), today = context.today
        try await context.database.write { db in
            guard let review = try Review.find(id, in: db),
                let version = try PolicyVersion.inForce(at: viewer.school.id, in: db), version.policy == review.policy
            else { throw Problem.notFound }
            try PolicyVersion.lock(version.id, in: db)
            try reviewed(version.id, viewer, context, in: db).close(
                review, finding: finding, by: viewer, at: now, today: today, in: db)
        }
        return .seeOther(PolicyRoutes.index.path() + "#reviews")
    }

    /// The version in force, for those who review it.
    private static func reviewed(
        _ id: PolicyVersion.ID, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PolicyVersion {
        let version = try visible(id, viewer, context, in: db)
        guard version.state == .inForce, try mayReview(version, viewer, context, in: db) else { throw Problem.notFound }
        return version
    }

    /// Reviewers and keepers of a school's own policy; for the trust's, those who work for all of it.
    static func mayReview(
        _ version: PolicyVersion, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> Bool {
        guard version.school != nil else { return viewer.draftsForTrust }
        return try viewer.reviews(version.rulebook(in: db)) || viewer.keepsPolicy(context, in: db)
    }

    private static func day(_ text: String?) throws -> Day? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            throw Problem.refused(
                "“\(text.prefix(20))” is no day. Write it as 2026-11-21, or choose it in the calendar.")
        }
        return day
    }

    private static func person(_ text: String?) throws -> Person.ID {
        guard let id = Person.ID(pathComponent: (text ?? "")[...]) else { throw Problem.notFound }
        return id
    }
}
