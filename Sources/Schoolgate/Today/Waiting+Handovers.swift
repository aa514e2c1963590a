import Database
import Policy
import Web

extension Waiting {
    /// M12: handovers for those who connect accounts; what is overdue also for whoever the policy names.
    static func handovers(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let open = try Handover.open(at: viewer.school.id, in: db)
        guard !open.isEmpty else { return [] }
        let rulebook = try context.rooms.room(of: viewer.school.id, in: db)?.rulebook
        let control = rulebook?.rule(AccountHandover.self)?.control ?? AccountHandover()
        return open.filter { handover in
            viewer.may(.manageAccounts)
                || (handover.isOverdue(context) && viewer.holds(control.climbsTo, at: handover.school))
        }.map { handover in
            let isLate = handover.isOverdue(context)
            return Waiting(
                title: isLate
                    ? "The handover of “\(handover.accountName)” is overdue"
                    : "Hand over “\(handover.accountName)” from \(handover.personName)",
                why:
                    "\(handover.personName) leaves on \(context.clock.plainDate(of: handover.leavesOn)). Still open: \(handover.open.map { $0.kind.title.lowercased() }.inWords()).",
                path: viewer.may(.manageAccounts)
                    ? HandoverHandlers.show.path(handover.id) : AccountKeepingHandlers.show.path(handover.account),
                action: "Open the handover", chip: Chip("Account", .warn, icon: .accounts), due: handover.dueAt,
                urgency: isLate ? .now : .thisWeek, kind: isLate ? .overdueHandover : .handover)
        }
    }
}
