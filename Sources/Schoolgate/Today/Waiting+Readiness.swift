import Database
import Policy
import Web

extension Waiting {
    /// M2, M4: what the viewer has to confirm, training that ends, and for those who keep the policy who is behind.
    static func readiness(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let now = context.now(), today = context.today
        guard let room = try context.rooms.room(of: viewer.school.id, in: db) else { return [] }
        let right = PublishingRight(at: viewer.school, room, now: now)
        var items: [Waiting] = []
        let number = right.acknowledgement.version.number
        let given = try Acknowledgement.all(of: [viewer.id], in: db)
        if right.acknowledgement.asks(viewer.roles) {
            switch right.acknowledgement.standing(of: given) {
            case .confirmed: break
            case .again(let by):
                items.append(
                    confirmation("Version \(number) of the policy has changed: read it, and confirm it", by, context))
            case .never(let by):
                items.append(confirmation("Read the social media policy, and confirm it", by, context))
            }
        }
        if right.training != nil, viewer.may(.writePosts) {
            let last = right.lastDay(try TrainingEntry.all(of: [viewer.id], in: db))
            if let last, last < today.adding(days: 30) {
                let date = context.clock.plainDate(of: last)
                items.append(
                    Waiting(
                        title: last < today ? "Your training has lapsed" : "Your training ends on \(date)",
                        why: last < today
                            ? "It counted until \(date). Until there is a new one, you publish nothing on the school’s accounts."
                            : "After that you publish nothing on the school’s accounts until there is a new one.",
                        path: ReadinessHandlers.policy.path(), action: "See your training",
                        chip: Chip("Training", .warn, icon: .people), due: nil,
                        urgency: last < today ? .today : .thisWeek, kind: .training))
            }
        }
        if try viewer.keepsPolicy(context, in: db) {
            items += try behind(right, viewer, context, in: db)
        }
        return items
    }

    private static func confirmation(_ title: String, _ by: Instant, _ context: Context) -> Waiting {
        let isLate = context.clock.day(of: by) < context.today
        return Waiting(
            title: title,
            why: isLate
                ? "It was to be done by \(context.clock.plainDate(of: context.clock.day(of: by)))."
                : "The policy asks for it. It takes as long as reading it.",
            path: ReadinessHandlers.policy.path(), action: "Read it", chip: Chip("Policy", icon: .policies), due: by,
            urgency: isLate ? .today : .thisWeek, kind: .confirmation)
    }

    /// Who was to have confirmed by now, and who runs an account without being trained.
    private static func behind(
        _ right: PublishingRight, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> [Waiting] {
        let today = context.today
        let rows = try ReadinessRow.all(right, at: viewer.school.id, on: today, in: db)
        let late = rows.filter { row in
            guard row.isAsked else { return false }
            return switch row.standing {
            case .confirmed: false
            case .again(let by), .never(let by): context.clock.day(of: by) < today
            }
        }
        let untrained =
            right.training == nil
            ? []
            : rows.filter { row in
                row.runsAccount && row.trainedUntil.map { $0 < today } ?? true
            }
        var items: [Waiting] = []
        if let first = late.first {
            items.append(
                item(
                    late.count == 1
                        ? "\(first.person.name) has not confirmed the policy"
                        : "\(late.count.inWordsCapitalised) people have not confirmed the policy",
                    "Their day has passed. Remind them: they find it on Today."))
        }
        if let first = untrained.first {
            items.append(
                item(
                    untrained.count == 1
                        ? "\(first.person.name) runs an account without current training"
                        : "\(untrained.count.inWordsCapitalised) people run an account without current training",
                    "They can publish nothing there until it is written down."))
        }
        return items
    }

    private static func item(_ title: String, _ why: String) -> Waiting {
        Waiting(
            title: title, why: why, path: ReadinessHandlers.list.path(), action: "See who",
            chip: Chip("Policy", icon: .policies), due: nil, urgency: .thisWeek, kind: .behind)
    }
}
