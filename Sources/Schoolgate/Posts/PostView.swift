import Database
import Gate
import Networks
import Policy

/// Everything the page of one post shows.
struct PostView: Sendable {
    let post: Post
    let author: Person?
    let lastEditor: Person?
    let accounts: [Account.ID: Account]
    let pupils: [Pupil.ID: Pupil]
    let verdict: Verdict
    let alarms: ToldAlarms
    let citations: Citations
    let approvals: [(approval: Approval, person: Person?)]
    let approvers: [Person]
    let opinions: [Opinion]
    /// Everybody who is named on the page, by id.
    let people: [Person.ID: Person]
    /// Why the viewer may not approve it; nil when they may.
    let objection: String?
    let needed: Int
    let checklist: ApprovalChecklist
    let deliveries: [Delivery]
    let publications: [PublishedPost]
    let desk: PictureDesk
    let legalHold: String?
    let changes: [(at: Instant, who: Person?, verb: String)]
    /// When it was corrected, or corrects another.
    let corrections: (original: (id: Post.ID, text: String), corrections: [Correction])?

    static func load(_ id: Post.ID, _ viewer: Viewer, _ context: Context, in db: Connection) throws -> PostView {
        guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
        let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
        let now = context.now(), today = context.today
        let facts = try PostFacts.gather(Draft(post), at: viewer.school, author: post.author, today: today, in: db)
        let verdict = Verdict.of(facts, in: room, on: context.clock.day(of: post.slot ?? now))
        let rule = ApprovalRule(room.rulebook)
        let approvals = try Approval.of(id, in: db)
        let opinions = try Opinion.of(id, in: db)
        let events = try db.all(
            """
            SELECT at, actor_id, verb FROM events
            WHERE chain = \(post.school) AND object = 'post' AND object_id = \(id) ORDER BY number
            """
        ) { (Instant(milliseconds: $0.int(0)), $0.intOrNil(1).map { Person.ID($0) }, $0.text(2)) }
        let people = try Person.byID(
            [post.author, post.lastEditor] + approvals.map(\.person) + events.compactMap(\.1)
                + opinions.flatMap { [$0.askedBy, $0.askedOf] }, in: db)
        let pupils = try Pupil.all(post.pictures.flatMap { $0.shown + $0.workOf }, in: db)
        return PostView(
            post: post, author: people[post.author], lastEditor: people[post.lastEditor],
            accounts: try Account.byID(post.accounts, in: db),
            pupils: Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0) }), verdict: verdict,
            alarms: try ToldAlarms.load(id, inComposer: false, viewer, in: db),
            citations: Citations(room.rulebook), approvals: approvals.map { ($0, people[$0.person]) },
            approvers: try rule.approvers(of: post, verdict, on: today, in: db), opinions: opinions, people: people,
            objection: try rule.objection(to: viewer, post, verdict)
                ?? PublishingRight.objection(to: viewer.id, post.accounts, at: post.school, in: room, now: now, db),
            needed: rule.control.number,
            checklist: ApprovalChecklist(room.rulebook, post), deliveries: try Delivery.of(id, in: db),
            publications: try PublishedPost.all(of: id, in: db),
            desk: try PictureDesk.load(
                Draft(post), of: post, pupils, in: room, networks: facts.networks, viewer,
                on: context.clock.day(of: post.slot ?? now), context, in: db),
            legalHold: try LegalHold.reason(of: id, in: db),
            changes: events.map { (at: $0.0, who: $0.1.flatMap { people[$0] }, verb: $0.2) },
            corrections: try Correction.history(of: id, in: db))
    }
}
