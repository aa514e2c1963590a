import Database
import Policy

/// What a colleague says about a draft, when asked (M26). It is advice: it approves nothing.
struct Opinion: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Opinion>

    enum Answer: String, CaseIterable, Sendable {
        case fine, change

        var words: String {
            switch self {
            case .fine: "It is fine as it is"
            case .change: "I would change something"
            }
        }
    }

    static let longest = 2_000

    let id: ID
    let post: Post.ID
    let askedBy: Person.ID
    let askedOf: Person.ID
    let question: String
    let askedAt: Instant
    let answer: Answer?
    let comment: String
    let answeredAt: Instant?

    private static let columns: SQL =
        "id, post_id, asked_by, asked_of, question, asked_at, answer, comment, answered_at"

    private init(row: borrowing Row) {
        id = ID(row.int(0))
        post = Post.ID(row.int(1))
        askedBy = Person.ID(row.int(2))
        askedOf = Person.ID(row.int(3))
        question = row.text(4)
        askedAt = Instant(milliseconds: row.int(5))
        answer = row.textOrNil(6).flatMap(Answer.init(rawValue:))
        comment = row.text(7)
        answeredAt = row.intOrNil(8).map { Instant(milliseconds: $0) }
    }

    /// What was asked about a post, oldest first; what was taken back is left out.
    static func of(_ post: Post.ID, in db: Connection) throws -> [Opinion] {
        try db.all(
            """
            SELECT \(columns) FROM second_opinions WHERE post_id = \(post) AND withdrawn_at IS NULL
            ORDER BY id LIMIT 100
            """, Opinion.init(row:))
    }

    static func find(_ id: ID, in db: Connection) throws -> Opinion? {
        try db.first(
            "SELECT \(columns) FROM second_opinions WHERE id = \(id) AND withdrawn_at IS NULL", Opinion.init(row:))
    }

    /// Asks one colleague of the school about a draft.
    static func ask(
        _ colleague: Person.ID, about post: Post, _ question: String, by person: Person.ID, in room: GateRoom,
        on day: Day, now: Instant, in db: Connection
    ) throws {
        guard post.state.isWithItsAuthor else {
            throw Problem.refused("This post is \(post.state.words.lowercased()). Only a draft is asked about.")
        }
        guard
            let name = try OpinionRule(room.rulebook).colleagues(of: person, at: post.school, on: day, in: db)
                .first(where: { $0.id == colleague })?.name
        else { throw Problem.refused("Choose a colleague from the list.") }
        let isOpen = try of(post.id, in: db).contains { $0.askedOf == colleague && $0.answer == nil }
        guard !isOpen else { throw Problem.conflict("\(name) has been asked already, and has not answered yet.") }
        try db.run(
            """
            INSERT INTO second_opinions (post_id, asked_by, asked_of, question, asked_at)
            VALUES (\(post.id), \(person), \(colleague), \(question), \(now))
            """
        )
        try post.record(
            "asked for a second opinion on", by: person, clause: OpinionRule(room.rulebook).clause,
            fields: [("of", name), ("question", question)], at: now, in: db)
    }

    /// Says what the colleague thinks; only who was asked, once.
    func give(
        _ answer: Answer, _ comment: String, about post: Post, by person: Person.ID, now: Instant, in db: Connection
    )
        throws
    {
        guard person == askedOf else { throw Problem.notFound }
        guard self.answer == nil else { throw Problem.conflict("You have answered this already.") }
        guard answer == .fine || !comment.isEmpty else {
            throw Problem.refused("Say what you would change, so that the author knows.")
        }
        try db.run(
            """
            UPDATE second_opinions SET answer = \(answer.rawValue), comment = \(comment), answered_at = \(now)
            WHERE id = \(id)
            """
        )
        try post.record(
            "gave a second opinion on", by: person, clause: nil,
            fields: [("opinion", answer.rawValue), ("comment", comment)], at: now, in: db)
    }

    /// Takes a question back that nobody has answered.
    func takeBack(about post: Post, by person: Person.ID, now: Instant, in db: Connection) throws {
        guard person == askedBy || person == post.author else { throw Problem.notFound }
        guard answer == nil else { throw Problem.conflict("It has been answered meanwhile, and stays with the post.") }
        try db.run("UPDATE second_opinions SET withdrawn_at = \(now) WHERE id = \(id)")
        try post.record("took back a question about", by: person, clause: nil, at: now, in: db)
    }
}

/// Who may be asked, and when somebody has to be, as the policy in force says.
struct OpinionRule: Sendable {
    let control: PostSecondOpinion
    let clause: Clause.ID?

    /// A policy that does not speak of it lets people ask all the same.
    init(_ rulebook: Rulebook) {
        let rule = rulebook.rule(PostSecondOpinion.self)
        control = rule?.control ?? PostSecondOpinion()
        clause = rule?.clause
    }

    /// Whoever may be asked at a school and can see its posts.
    func colleagues(
        of person: Person.ID, at school: School.ID, on day: Day, in db: Connection
    ) throws -> [Person] {
        let roles = control.from.filter { Right.seePosts.roles.contains($0) }
        return try Person.holding(roles, at: school, on: day, in: db).filter { $0.id != person }
    }

    /// The finding for which a colleague has to be asked before the post is sent; nil when none needs it.
    func cause(in verdict: Verdict) -> Finding? {
        verdict.findings.first { control.before.names.contains($0.rule) }
    }

    /// Why a post cannot be sent before a colleague has answered; nil when it can.
    func missing(for opinions: [Opinion], _ verdict: Verdict) -> String? {
        guard let cause = cause(in: verdict), !opinions.contains(where: { $0.answer != nil }) else { return nil }
        let next =
            opinions.isEmpty ? "Ask one below, and send it when they have answered." : "Nobody has answered yet."
        return "A colleague reads it first, because of this: \(cause.reason) \(next)"
    }
}

extension Post.State {
    /// Whether nobody but its author has to do anything about it.
    var isWithItsAuthor: Bool {
        switch self {
        case .draft, .returned, .missed, .stopped: true
        case .held, .scheduled, .publishing, .published, .removing, .removed, .discarded: false
        }
    }
}
