import Gate
import Policy

/// `schoolgate bench judgement`: how good the gate's judgement is, on posts that people have labelled.
enum BenchJudgement {
    static let verb = Verb(
        words: ["bench", "judgement"], summary: "measure the gate's judgement on labelled posts", operands: nil,
        options: [
            CommandOption(
                name: "policy", value: "FILE",
                meaning: "the policy that judges: Templates/primary-school.md, for which the labels are written"),
            CommandOption(
                name: "repository", value: "DIR", meaning: "where Judgement/, Demo/ and Templates/ stand: this folder"),
            .format,
            CommandOption(
                name: "misses", value: nil,
                meaning: "also list each post of the tuning half that was judged wrongly"),
            CommandOption(
                name: "unseen-too", value: nil,
                meaning: "with --misses, list those of the unseen half too, which is thereby seen"),
            CommandOption(
                name: "traits", value: nil,
                meaning: "print instead what scripts/train-judgement learns from, as JSON Lines"),
        ],
        explanation: """
            Precision is the share of alarms that are right; recall the share of what needs an alarm that has
            it; an alarm is a finding that warns, holds or blocks. Outcome is the share of posts that are
            published, held or blocked as their label says. docs/judgement.md says how posts are labelled.

            The half in unseen.jsonl is never used to improve the gate: only its totals are looked at.
            """,
        run: { arguments in
            if arguments.has("traits") {
                try TrainingPosts.printTraits(arguments.value("repository") ?? ".")
                return 0
            }
            let half = try Half.all(arguments)
            if arguments.isJSON {
                Output.json(.object([("halves", .array(half.map(\.json)))]))
            } else {
                Output.line(half.map(\.text).joined(separator: "\n\n"))
            }
            return 0
        })

    /// One half of the set, judged.
    struct Half {
        let name: String
        let score: Score
        /// Nil when they are not to be shown.
        let misses: [Miss]?
    }

    /// What one control got wrong of one post.
    struct Miss {
        let id: String
        let judged: Judged
        let found: [String]
        let text: String
    }
}

extension BenchJudgement.Half {
    static func all(_ arguments: Arguments) throws(UsageProblem) -> [Self] {
        if arguments.has("unseen-too"), !arguments.has("misses") {
            throw UsageProblem("`--unseen-too` says what `--misses` lists; give both or neither")
        }
        let folder = arguments.value("repository") ?? "."
        let policy = arguments.value("policy") ?? "\(folder)/Templates/primary-school.md"
        let reading = try PolicyFiles.read(policy)
        guard let rulebook = reading.rulebook, reading.errors.isEmpty else {
            throw UsageProblem(reading.errors.first?.description ?? "`\(policy)` is no policy.")
        }
        let roll = Roll(
            pupils: try rows("\(folder)/Demo/roll.csv", RollFiles.pupils),
            staff: try rows("\(folder)/Demo/staff.csv", RollFiles.staff),
            schools: try rows("\(folder)/Demo/schools.csv", RollFiles.schools))
        let consents = ConsentRegister(try rows("\(folder)/Demo/consent.csv", RollFiles.consents))
        let index = RollIndex(roll)
        var halves: [Self] = []
        for name in ["tuning", "unseen"] {
            let posts = try LabelledPosts.read(
                "\(folder)/Judgement/\(name).jsonl", schools: roll.schools.map(\.code))
            let isShown = arguments.has("misses") && (name == "tuning" || arguments.has("unseen-too"))
            halves.append(judge(posts, name, index, consents, rulebook, isShown: isShown))
        }
        return halves
    }

    private static func judge(
        _ posts: [LabelledPost], _ name: String, _ roll: RollIndex, _ consents: ConsentRegister, _ rulebook: Rulebook,
        isShown: Bool
    ) -> Self {
        var score = Score()
        var misses: [BenchJudgement.Miss] = []
        for post in posts {
            let findings = check(post.post, roll: roll, consents: consents, rulebook: rulebook)
            for judged in score.add(post.label, findings) where judged.verdict != .right && isShown {
                let found = findings.filter { $0.rule == judged.control && $0.severity >= .warn }.map { finding in
                    let words = finding.span.map { post.post.string($0) } ?? "picture \((finding.image ?? 0) + 1)"
                    return "\(finding.severity.rawValue) “\(words)”"
                }
                misses.append(.init(id: post.id, judged: judged, found: found, text: post.post.text))
            }
        }
        return Self(name: name, score: score, misses: isShown ? misses : nil)
    }

    static func rows<Value>(
        _ path: String, _ read: ([UInt8], String) -> FileReading<Value>
    ) throws(UsageProblem) -> [Value] {
        let reading = read(try InputFile.read(path, limit: 16 * 1_024 * 1_024), path)
        guard reading.isUsable else {
            throw UsageProblem(reading.problems.first?.description ?? "`\(path)` cannot be used.")
        }
        return reading.values
    }
}

extension Post {
    fileprivate func string(_ span: Span) -> String {
        String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
    }
}
