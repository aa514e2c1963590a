import Database
import Policy

/// That a step came, or that somebody ticked what they did outside the program.
struct PracticeDeed: Sendable {
    /// In the place of an ask's number: the step itself.
    static let came: Int64 = -1

    let step: Int
    let ask: Int
    let person: Person.ID?
    let at: Instant
}

/// What was asked in a rehearsal beside what was done, and the clause of the policy in force that asks for it.
struct PracticeDebrief: Sendable {
    struct Done: Sendable {
        /// Nil while it is not done.
        let at: Instant?
        let by: Person.ID?
        /// What is to be said instead of a time.
        let words: String
        let isKept: Bool
    }

    struct Row: Sendable {
        let ask: PracticeScript.Ask
        let number: Int
        let clause: Clause?
        let done: Done
    }

    struct Part: Sendable {
        let number: Int
        let step: PracticeScript.Step
        let cameAt: Instant
        let comments: [PracticeComment]
        let rows: [Row]
    }

    let run: PracticeRun
    let account: Account
    let parts: [Part]
    let names: [Person.ID: String]

    var kept: Int { parts.reduce(0) { $0 + $1.rows.count { $0.done.isKept } } }
    var asked: Int { parts.reduce(0) { $0 + $1.rows.count } }

    static func load(
        _ run: PracticeRun, on account: Account, _ context: Context, in db: Connection
    ) throws
        -> PracticeDebrief
    {
        let rulebook = try context.rooms.room(of: account.school, in: db)?.rulebook
        let comments = try PracticeComment.all("run_id = \(run.id)", of: account.id, in: db)
        let deeds = try db.all(
            "SELECT step, ask, person_id, at FROM practice_deeds WHERE run_id = \(run.id) ORDER BY step, ask"
        ) {
            PracticeDeed(
                step: Int($0.int(0)), ask: Int($0.int(1)), person: $0.intOrNil(2).map { Person.ID(rawValue: $0) },
                at: Instant(milliseconds: $0.int(3)))
        }
        let end = run.endedAt ?? context.now()
        let posted = try db.first(
            """
            SELECT min(posted_at) FROM practice_posts
            WHERE account_id = \(account.id) AND posted_at >= \(run.startedAt) AND posted_at <= \(end)
            """
        ) { $0.intOrNil(0) }
        let parts = run.script.steps.enumerated().compactMap { number, step -> Part? in
            guard let came = deeds.first(where: { $0.step == number && $0.ask == Int(PracticeDeed.came) }) else {
                return nil
            }
            let said = comments.filter { $0.step == Int64(number) }
            let facts = Facts(
                comments: said, deeds: deeds.filter { $0.step == number },
                posted: (posted ?? nil).map(Instant.init(milliseconds:)))
            return Part(
                number: number, step: step, cameAt: came.at, comments: said,
                rows: step.asks.enumerated().map { index, ask in
                    Row(
                        ask: ask, number: index, clause: rulebook?.clause(for: ask.duties),
                        done: facts.done(ask.way, index))
                })
        }
        let people = Set(comments.flatMap { [$0.person, $0.hiddenBy, $0.reportedBy] }.compactMap { $0 })
            .union(deeds.compactMap(\.person)).union([run.startedBy])
        var names: [Person.ID: String] = [:]
        try db.each(
            "SELECT id, first_name || ' ' || last_name FROM people WHERE id IN (\(list: people.map(\.rawValue)))"
        ) { names[Person.ID(rawValue: $0.int(0))] = $0.text(1) }
        return PracticeDebrief(run: run, account: account, parts: parts, names: names)
    }
}

/// What happened in one step.
private struct Facts {
    let comments: [PracticeComment]
    let deeds: [PracticeDeed]
    let posted: Instant?

    private var played: [PracticeComment] { comments.filter { $0.person == nil } }

    private func answers(to comment: PracticeComment) -> [PracticeComment] {
        comments.filter { $0.parent == comment.id && $0.person != nil }
    }

    func done(_ way: PracticeScript.Ask.Way, _ ask: Int) -> PracticeDebrief.Done {
        switch way {
        case .post: return all([posted.map { ($0, nil) }])
        case .answer: return all(played.map { answers(to: $0).first.map { ($0.writtenAt, $0.person) } })
        case .hide: return all(played.map { comment in comment.hiddenAt.map { ($0, comment.hiddenBy) } })
        case .report: return all(played.map { comment in comment.reportedAt.map { ($0, comment.reportedBy) } })
        case .tick:
            return all([deeds.first { $0.ask == ask }.map { ($0.at, $0.person) }])
        case .once:
            let most = played.map { answers(to: $0).count }.max() ?? 0
            let words = most == 0 ? "Not answered" : most == 1 ? "Answered once" : "Answered \(most.inWords) times"
            return PracticeDebrief.Done(at: nil, by: nil, words: words, isKept: most == 1)
        case .silence:
            let first = played.flatMap(answers).first
            return PracticeDebrief.Done(
                at: first?.writtenAt, by: first?.person, words: first == nil ? "Nobody answered" : "Answered",
                isKept: first == nil)
        }
    }

    /// Done once the last of them is.
    private func all(_ moments: [(Instant, Person.ID?)?]) -> PracticeDebrief.Done {
        let done = moments.compactMap { $0 }
        guard !moments.isEmpty, done.count == moments.count, let last = done.max(by: { $0.0 < $1.0 }) else {
            let some = done.isEmpty ? "Not done" : "\(done.count.inWords.capitalisedFirst) of \(moments.count.inWords)"
            return PracticeDebrief.Done(at: nil, by: nil, words: some, isKept: false)
        }
        return PracticeDebrief.Done(at: last.0, by: last.1, words: "Done", isKept: true)
    }
}

extension Rulebook {
    /// The first clause that carries one of these duties.
    fileprivate func clause(for duties: [String]) -> Clause? {
        for duty in duties {
            if let clause = clauses.first(where: { $0.duties.contains(duty) }) { return clause }
        }
        return nil
    }
}
