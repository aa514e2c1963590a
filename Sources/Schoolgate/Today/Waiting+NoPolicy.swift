import Database
import Policy
import Web

extension Waiting {
    /// Without a policy in force nothing can be written; everybody hears that, and what it takes.
    static func noPolicy(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard viewer.may(.seePosts) || viewer.may(.draftPolicy) || viewer.maySignSomething else { return [] }
        let next: String
        switch try PolicyVersion.underWay(at: [viewer.school.id], in: db).first {
        case let version? where version.state == .signing: next = try missing(version, context, in: db)
        case let version? where version.state == .signed:
            let day = version.effectiveOn.map { context.clock.plainDate(of: $0) } ?? "its day"
            next = "Version \(version.number) is signed and takes effect on \(day)."
        case let version?: next = "Version \(version.number) is a draft and has not been sent to be signed."
        case nil:
            next =
                viewer.may(.draftPolicy)
                ? "Start one from a template under Policies." : "The headteacher or an administrator starts one."
        }
        return [
            Waiting(
                title: "No policy is in force at \(viewer.school.name)",
                why: "Until one is, nobody can write or publish a post here. \(next)", path: PolicyRoutes.index.path(),
                action: "Open Policies", chip: Chip("Policy", .warn, icon: .policies), due: nil,
                urgency: viewer.may(.draftPolicy) ? .now : .thisWeek, kind: .policy)
        ]
    }

    /// Who has still to sign a version, and whether anybody is there who could.
    private static func missing(_ version: PolicyVersion, _ context: Context, in db: Connection) throws -> String {
        let given = Set(try Signature.of(version.id, in: db).map(\.role))
        let roles = PolicyVersion.signers(try context.rooms.rulebook(of: version, in: db)).filter {
            !given.contains($0)
        }
        let held = try version.heldRoles(on: context.today, in: db)
        let empty = roles.filter { held.isDisjoint(with: PolicyVersion.holders(of: $0)) }
        let words =
            "Version \(version.number) waits for the \(roles.map { $0.title.lowercased() }.joined(separator: " and the ")) to sign."
        guard !empty.isEmpty else { return words }
        return words
            + " Nobody is \(empty.map { $0.title.lowercased() }.inWords("or")) yet: give the role under People."
    }

    /// Whoever drafts policies sees whom a version waits for.
    static func watching(
        _ version: PolicyVersion, _ context: Context, in db: Connection
    ) throws -> Waiting {
        Waiting(
            title: "Version \(version.number) of the social media policy waits to be signed",
            why: try missing(version, context, in: db), path: PolicyRoutes.show.path(version.id),
            action: "See who is missing", chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek,
            kind: .policy)
    }
}
