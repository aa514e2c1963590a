import Database
import Policy
import Web

extension Waiting {
    /// Versions to sign, and reviews that are due (S2, T1).
    static func policies(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard viewer.maySignSomething else { return [] }
        return try signatures(viewer, in: db) + review(viewer, context, in: db)
    }

    private static func signatures(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        try PolicyVersion.underWay(at: [viewer.school.id], in: db).filter { $0.state == .signing }.compactMap {
            version in
            let given = try Signature.of(version.id, in: db)
            guard !given.contains(where: { $0.person == viewer.id }) else { return nil }
            let roles = PolicyVersion.signers(try version.rulebook(in: db))
            guard
                roles.contains(where: { role in !given.contains { $0.role == role } && version.canSign(role, viewer) })
            else { return viewer.holds(["governor"], at: viewer.school.id) ? reading(version, roles, given) : nil }
            let signed = given.map(\.name).joined(separator: " and ")
            return Waiting(
                title: "Sign version \(version.number) of the social media policy",
                why: signed.isEmpty
                    ? "Nobody has signed it yet." : "\(signed) signed. Yours is one of the last signatures.",
                path: PolicyRoutes.show.path(version.id), action: "See changes",
                chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek)
        }
    }

    /// Governors see what is about to hold, before it does.
    private static func reading(_ version: PolicyVersion, _ roles: [Role], _ given: [Signature]) -> Waiting {
        let missing = roles.filter { role in !given.contains { $0.role == role } }.map { $0.title.lowercased() }
        return Waiting(
            title: "Read version \(version.number) of the social media policy",
            why: "It waits for the \(missing.joined(separator: " and the ")) to sign. What changes is marked.",
            path: PolicyRoutes.show.path(version.id), action: "See changes", chip: Chip("Policy", icon: .policies),
            due: nil, urgency: .thisWeek)
    }

    private static func newVersion(_ viewer: Viewer, in db: Connection) throws -> String? {
        try PolicyVersion.underWay(at: [viewer.school.id], in: db).first { $0.school == viewer.school.id }.map {
            "Version \($0.number) is on its way, and counts as the review once it is in force."
        }
    }

    /// The reviewers are told before the day, and see from the day on that it is overdue.
    private static func review(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard let version = try PolicyVersion.inForce(at: viewer.school.id, in: db), let due = version.reviewDue else {
            return []
        }
        let control = try version.rulebook(in: db).rule(PolicyReview.self)?.control ?? PolicyReview()
        let roles = control.reviewers + (control.reviewers.contains("governor") ? ["chair"] : [])
        guard viewer.holds(roles, at: viewer.school.id) else { return [] }
        let today = context.today
        guard
            let told = context.clock.instant(day: today, hour: 0, minute: 0).map({
                control.remind.end(from: $0, context.clock)
            }),
            context.clock.day(of: told) >= due
        else { return [] }
        return [
            Waiting(
                title: due < today ? "The policy’s review is overdue" : "The policy is due for review",
                why: "It was to be reviewed by \(context.clock.plainDate(of: due)). "
                    + (try newVersion(viewer, in: db) ?? "Begin a new version, even if nothing changes."),
                path: PolicyRoutes.index.path(), action: "Open the policy", chip: Chip("Policy", icon: .policies),
                due: context.clock.instant(day: due, hour: 23, minute: 59), urgency: due < today ? .now : .thisWeek)
        ]
    }
}
