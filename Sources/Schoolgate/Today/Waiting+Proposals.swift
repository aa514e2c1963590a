import Database
import Policy
import Web

extension Waiting {
    /// M10: proposals for whoever decides, what became of them for whoever made them, and what may be connected (M48).
    static func proposals(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let open = try Proposal.open(at: viewer.school.id, in: db)
        guard !open.isEmpty else { return [] }
        let rule = try ProposalHandlers.rule(viewer, context, in: db)
        let proposers = try Person.byID(open.map(\.proposer), in: db)
        return open.compactMap { proposal in
            let name = proposal.draft.name, who = proposers[proposal.proposer]?.name ?? "somebody who left"
            switch proposal.state {
            case .waiting where rule.objection(to: viewer, proposal) == nil:
                return item(
                    proposal, "Decide about the account “\(name)”",
                    "\(who) proposes it: \(proposal.draft.reason.prefix(200))",
                    "Read it", .today)
            case .rejected where proposal.proposer == viewer.id && isRecent(proposal, context):
                return item(
                    proposal, "Your proposal “\(name)” was turned down",
                    "The reason: \(proposal.decisionReason.prefix(200))",
                    "Change it, or leave it", .thisWeek)
            case .approved where viewer.may(.manageAccounts):
                return item(
                    proposal, "Connect the account “\(name)”",
                    "\(who)’s proposal was approved. Open it on the network, then connect it here.", "Connect it",
                    .thisWeek)
            default: return nil
            }
        }
    }

    /// What was turned down and left at that is not said for ever.
    private static func isRecent(_ proposal: Proposal, _ context: Context) -> Bool {
        proposal.decidedAt.map { context.now() - $0 < .days(14) } ?? false
    }

    private static func item(
        _ proposal: Proposal, _ title: String, _ why: String, _ action: String, _ urgency: Urgency
    ) -> Waiting {
        Waiting(
            title: title, why: why, path: ProposalHandlers.show.path(proposal.id), action: action,
            chip: Chip("Account", icon: .accounts), due: nil, urgency: urgency,
            kind: proposal.state == .rejected ? .proposalAnswer : .proposal)
    }
}
