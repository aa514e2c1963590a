import Database
import Gate
import Policy

extension Post {
    /// What became of a post that was given another time.
    enum MoveOutcome: Sendable {
        case unchanged, moved
        /// It goes through the gate and, if need be, an approval again.
        case held([Person])
        case scheduled
        /// The gate stops it now: it is a draft again.
        case blocked
    }

    /// Gives a post another time. The time is part of what was approved (N11), so approvals are void, and what was on
    /// its way passes the gate once more.
    func move(
        to slot: Instant, by viewer: Viewer, links: [Link], in room: GateRoom, _ context: Context, in db: Connection
    ) throws -> MoveOutcome {
        let now = context.now(), today = context.today
        guard state.isEditable else {
            throw Problem.refused("This post is \(state.words.lowercased()), so its time can no longer be changed.")
        }
        guard slot > now else { throw Problem.refused("That time has passed. Choose a later one.") }
        guard slot != self.slot else { return .unchanged }
        let wasOnItsWay = state == .held || state == .scheduled
        var draft = Draft(self)
        draft.slot = slot
        let old = self.slot.map { "\($0.milliseconds)" } ?? "as soon as it may"
        try draft.save(
            over: self, edits: edits, by: viewer.id, as: "moved",
            fields: [("from", old), ("to", "\(slot.milliseconds)")], now: now, in: db)
        guard wasOnItsWay, let moved = try Post.find(id, in: db) else { return .moved }
        let facts = try PostFacts.gather(
            draft, at: viewer.school, author: author, links: links, today: today, in: db)
        let verdict = Verdict.of(facts, in: room, on: context.clock.day(of: slot))
        switch try moved.submit(by: viewer.id, verdict, in: room, now: now, today: today, in: db) {
        case .blocked: return .blocked
        case .held(let people): return .held(people)
        case .scheduled: return .scheduled
        }
    }
}
