import Database
import Policy

/// What the page of a version shows of how it is kept: its owner, the plan, the decisions, the reviews.
struct PolicyKeepingView: Sendable {
    /// Whether the viewer looks after the school's policy.
    let keeps: Bool
    let mayNote: Bool
    let mayReview: Bool
    let owner: Role?
    let ownerNames: [String]
    let plan: [AwarenessStep]
    let decisions: [PolicyDecision]
    let reviews: [Review]
    /// Who may be given a place of the plan; none for those who may not give one.
    let colleagues: [Colleague]

    static func load(
        _ version: PolicyVersion, _ rulebook: Rulebook?, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PolicyKeepingView {
        let keeps = try viewer.keepsPolicy(context, in: db), today = context.today
        guard let rulebook else {
            return PolicyKeepingView(
                keeps: keeps, mayNote: false, mayReview: false, owner: nil, ownerNames: [], plan: [], decisions: [],
                reviews: [], colleagues: [])
        }
        let owner = rulebook.rule(PolicyOwner.self)?.control.role
        let plan = try AwarenessStep.plan(of: version, rulebook, context.clock, in: db)
        let mayReview =
            version.school == nil ? viewer.draftsForTrust : keeps || viewer.reviews(rulebook)
        return PolicyKeepingView(
            keeps: keeps, mayNote: try PolicyHandlers.mayNote(version, viewer, context, in: db), mayReview: mayReview,
            owner: owner,
            ownerNames: try owner.map { role in
                try Colleague.holding(role, at: viewer.school.id, on: today, in: db).map(\.name)
            } ?? [],
            plan: plan, decisions: try PolicyDecision.required(by: rulebook, of: version.id, in: db),
            reviews: mayReview ? try Review.all(of: version.policy, in: db) : [],
            colleagues: keeps && !plan.isEmpty ? try Colleague.all(at: viewer.school.id, on: today, in: db) : [])
    }
}
