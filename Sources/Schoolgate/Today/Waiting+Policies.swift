import Database
import Policy
import Web

extension Waiting {
    /// Versions to sign, reviews that are due or open, and what keeping the policy asks for (S2, T1, P1, W4, W30, P24).
    static func policies(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let room = try context.rooms.room(of: viewer.school.id, in: db)
        let missing = room == nil ? try noPolicy(viewer, context, in: db) : []
        let signing =
            viewer.maySignSomething || viewer.may(.draftPolicy) ? try signatures(viewer, context, in: db) : []
        guard let room,
            viewer.maySignSomething || viewer.reviews(room.rulebook) || room.rulebook.rule(PolicyAwareness.self) != nil
        else { return missing + signing }
        let version = room.version
        return try signing + review(version, room.rulebook, viewer, context, in: db)
            + reviews(version, room.rulebook, viewer, context, in: db)
            + makingKnown(version, room.rulebook, viewer, context, in: db)
            + decisions(version, room.rulebook, viewer, in: db) + successor(version, room.rulebook, viewer, context)
    }

    private static func signatures(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        try PolicyVersion.underWay(at: [viewer.school.id], in: db).filter { $0.state == .signing }.compactMap {
            version in
            let given = try Signature.of(version.id, in: db)
            guard !given.contains(where: { $0.person == viewer.id }) else { return nil }
            let roles = PolicyVersion.signers(try context.rooms.rulebook(of: version, in: db))
            guard
                roles.contains(where: { role in !given.contains { $0.role == role } && version.canSign(role, viewer) })
            else {
                if viewer.holds(["governor"], at: viewer.school.id) { return reading(version, roles, given) }
                return viewer.may(.draftPolicy) ? try watching(version, context, in: db) : nil
            }
            let signed = given.map(\.name).joined(separator: " and ")
            return Waiting(
                title: "Sign version \(version.number) of the social media policy",
                why: signed.isEmpty
                    ? "Nobody has signed it yet." : "\(signed) signed. Yours is one of the last signatures.",
                path: PolicyRoutes.show.path(version.id), action: "See changes",
                chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek, kind: .policy)
        }
    }

    /// Governors see what is about to hold, before it does.
    private static func reading(_ version: PolicyVersion, _ roles: [Role], _ given: [Signature]) -> Waiting {
        let missing = roles.filter { role in !given.contains { $0.role == role } }.map { $0.title.lowercased() }
        return Waiting(
            title: "Read version \(version.number) of the social media policy",
            why: "It waits for the \(missing.joined(separator: " and the ")) to sign. What changes is marked.",
            path: PolicyRoutes.show.path(version.id), action: "See changes", chip: Chip("Policy", icon: .policies),
            due: nil, urgency: .thisWeek, kind: .policy)
    }

    private static func newVersion(_ viewer: Viewer, in db: Connection) throws -> String? {
        try PolicyVersion.underWay(at: [viewer.school.id], in: db).first { $0.school == viewer.school.id }.map {
            "Version \($0.number) is on its way, and counts as the review once it is in force."
        }
    }

    /// The reviewers are told before the day, and see from the day on that it is overdue.
    private static func review(
        _ version: PolicyVersion, _ rulebook: Rulebook, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> [Waiting] {
        guard let due = version.reviewDue, viewer.reviews(rulebook) else { return [] }
        let remind = (rulebook.rule(PolicyReview.self)?.control ?? PolicyReview()).remind, today = context.today
        guard isNear(due, remind, viewer, context) else { return [] }
        return [
            Waiting(
                title: due < today ? "The policy’s review is overdue" : "The policy is due for review",
                why: "It was to be reviewed by \(context.clock.plainDate(of: due)). "
                    + (try newVersion(viewer, in: db)
                        ?? "Open the review, and begin a new version or say why nothing need change."),
                path: PolicyRoutes.index.path(), action: "Open the policy", chip: Chip("Policy", icon: .policies),
                due: context.clock.instant(day: due, hour: 23, minute: 59), urgency: due < today ? .now : .thisWeek,
                kind: .policy)
        ]
    }

    /// P1: what somebody opened because of the law, guidance, a judgment or an incident.
    private static func reviews(
        _ version: PolicyVersion, _ rulebook: Rulebook, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> [Waiting] {
        guard version.school == nil ? viewer.draftsForTrust : viewer.reviews(rulebook) else { return [] }
        return try Review.all(of: version.policy, in: db).filter { $0.closedAt == nil }.prefix(5).map { review in
            Waiting(
                title: "Review the policy: \(review.kind.words)",
                why: "\(review.openedBy) opened it: \(review.reason.prefix(200))",
                path: PolicyRoutes.index.path() + "#reviews", action: "Open the review",
                chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek, kind: .policy)
        }
    }

    /// W4: places of the plan that are late, or soon due: for whoever sees to them, and for the policy's owner.
    private static func makingKnown(
        _ version: PolicyVersion, _ rulebook: Rulebook, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> [Waiting] {
        guard rulebook.rule(PolicyAwareness.self) != nil else { return [] }
        let isKeeper = version.school == nil ? viewer.draftsForTrust : viewer.looksAfter(rulebook)
        let today = context.today, soon = today.adding(days: 7)
        let open = try AwarenessStep.plan(of: version, rulebook, context.clock, in: db).filter { step in
            guard step.done == nil, let due = step.due else { return false }
            return step.owner == viewer.id ? due <= soon : isKeeper && due < today
        }
        guard let first = open.compactMap(\.due).min() else { return [] }
        return [
            Waiting(
                title: "Make version \(version.number) of the policy known: \(open.map(\.channel).inWords())",
                why: first < today
                    ? "It was to be done by \(context.clock.plainDate(of: first)). Tick it off, or give it another day."
                    : "Tick it off once it is done.",
                path: PolicyRoutes.show.path(version.id) + "#making-known", action: "Open the plan",
                chip: Chip("Policy", icon: .policies), due: context.clock.instant(day: first, hour: 23, minute: 59),
                urgency: first < today ? .today : .thisWeek, kind: .policy)
        ]
    }

    /// W30: minutes of the governing body that the version in force rests on, and that nobody has added.
    private static func decisions(
        _ version: PolicyVersion, _ rulebook: Rulebook, _ viewer: Viewer, in db: Connection
    ) throws -> [Waiting] {
        guard rulebook.rule(PolicyDelegation.self) != nil,
            version.school == nil
                ? viewer.draftsForTrust
                : viewer.holds(["governor", "chair", "headteacher"], at: viewer.school.id) || viewer.owns(rulebook)
        else { return [] }
        let missing = try PolicyDecision.required(by: rulebook, of: version.id, in: db).filter { $0.minute == nil }
        guard !missing.isEmpty else { return [] }
        return [
            Waiting(
                title: "The governors’ minute on \(missing.map(\.decision.rawValue).inWords()) is missing",
                why: "The policy says that the governing body decided it. Add the minute and its day.",
                path: PolicyRoutes.show.path(version.id) + "#decisions", action: "Add it",
                chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek, kind: .policy)
        ]
    }

    /// P24: a month before another policy takes this one's place, and from that day on.
    private static func successor(
        _ version: PolicyVersion, _ rulebook: Rulebook, _ viewer: Viewer, _ context: Context
    ) -> [Waiting] {
        guard let control = rulebook.rule(PolicySuccessor.self)?.control, let day = control.day.min(),
            version.school == nil ? viewer.draftsForTrust : viewer.looksAfter(rulebook),
            isNear(day, Period(1, .month), viewer, context)
        else { return [] }
        let successor = control.policy.isEmpty ? "another policy" : control.policy
        let date = context.clock.plainDate(of: day), isPast = day < context.today
        return [
            Waiting(
                title: isPast ? "The policy was to be replaced by now" : "The policy is about to be replaced",
                why: "It names \(successor) as its successor on \(date). "
                    + (isPast ? "Put that one in force, or change the day." : "Prepare it, so that it can be signed."),
                path: PolicyRoutes.index.path(), action: "Open the policy", chip: Chip("Policy", icon: .policies),
                due: context.clock.instant(day: day, hour: 23, minute: 59), urgency: isPast ? .now : .thisWeek,
                kind: .policy)
        ]
    }

    /// Whether a day is so near that people are told of it, or has passed.
    private static func isNear(_ day: Day, _ notice: Period, _ viewer: Viewer, _ context: Context) -> Bool {
        context.clock.instant(day: context.today, hour: 0, minute: 0).map {
            context.clock.day(of: notice.end(from: $0, context.clock, viewer.school.bankHolidays)) >= day
        } ?? false
    }
}

extension Viewer {
    /// Whether keeping this policy is theirs: its owner; where it names none, the headteacher.
    func looksAfter(_ rulebook: Rulebook) -> Bool {
        rulebook.rule(PolicyOwner.self) == nil ? holds(["headteacher"], at: school.id) : owns(rulebook)
    }
}
