import Database
import Policy
import Web

extension Waiting {
    /// M12: accounts that too few people run, and those whose review has come: for whoever connects accounts, and
    /// for their owner.
    static func keeping(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard viewer.may(.seeAccounts) else { return [] }
        let today = context.today
        let accounts = try AccountKeeping.all(at: viewer.school.id, on: today, in: db).filter { keeping in
            keeping.isOfficial
                && (viewer.may(.manageAccounts) || keeping.owner == viewer.id || keeping.monitor?.id == viewer.id)
        }
        guard !accounts.isEmpty else { return [] }
        let rule = try ProposalHandlers.rule(viewer, context, in: db)
        return accounts.flatMap { keeping -> [Waiting] in
            var items: [Waiting] = []
            if keeping.isShort(rule) {
                items.append(
                    item(
                        keeping,
                        keeping.present.isEmpty
                            ? "Nobody runs “\(keeping.account.name)”"
                            : "Only \(keeping.present.map(\.person.name).inWords()) runs “\(keeping.account.name)”",
                        "The policy asks for \(rule.control.managers.inWords) people, so that it never hangs on one. Name another.",
                        "Name another", .today))
            }
            if keeping.isReviewDue(on: today.adding(days: 7)) {
                let day = keeping.reviewOn.map { context.clock.plainDate(of: $0) }
                items.append(
                    item(
                        keeping, "Look at “\(keeping.account.name)” again",
                        day.map { "Its review is due on \($0). Is it still needed, and kept as it should be?" }
                            ?? "Nobody has said who watches over it, or when it is looked at again.",
                        "Review it", keeping.isReviewDue(on: today) && day != nil ? .today : .thisWeek))
            }
            return items
        }
    }

    private static func item(
        _ keeping: AccountKeeping, _ title: String, _ why: String, _ action: String, _ urgency: Urgency
    ) -> Waiting {
        Waiting(
            title: title, why: why, path: AccountKeepingHandlers.show.path(keeping.account.id), action: action,
            chip: Chip("Account", .warn, icon: .accounts), due: nil, urgency: urgency, kind: .keeping)
    }
}
