import Gate
import Policy
import Testing

/// N3: comparing two policies over the same posts.
@Suite struct RehearsalTests {
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A rulebook with some of the controls at values that a generator picks.
    static func rulebook(seed: UInt64) -> Rulebook {
        var random = Seeded(state: seed)
        let rules = Catalogue.all.controls.compactMap { type -> Rule? in
            guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
            let control = Catalogue.all.example(of: type) { Int.random(in: 0..<$0, using: &random) }
            return Rule(control: control, clause: Clause.ID(rawValue: "c-\(type.name)"))
        }
        return Rulebook(title: "P", number: "1", clauses: [], rules: rules)
    }

    static let texts = [
        "Well done Amira Khan of Year 4!", "What a shit day for the damn bake sale.", "Lanterns at six by the gate.",
        "Vote for the new hall in the election on Thursday.", "I think our inspection was unfair, see bit.ly/3xYz",
        "Zoë Smith-Jones has a new phone: 07700 900123.", "The strike closes the school tomorrow.",
        "A child told us that somebody hurts them at home.", "one and two three",
        "Amira and Benjamin won 50% off shoes!",
    ]

    static func posts(seed: UInt64, count: Int) -> [[Post]] {
        var random = Seeded(state: seed)
        return (0..<count).map { _ in
            let text = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                texts.randomElement(using: &random) ?? ""
            }.joined(separator: " ")
            let images =
                Bool.random(using: &random)
                ? [
                    Image(
                        file: "a.jpg", faces: 2, named: ["A1"], provenance: nil,
                        alt: Bool.random(using: &random) ? "A tree" : nil)
                ] : []
            let networks: [Network] = Bool.random(using: &random) ? ["wordpress"] : ["wordpress", "facebook"]
            return networks.map {
                Post(
                    text: text, school: "oak", network: $0, authorRole: "teacher",
                    date: Day("2026-11-21") ?? Day(daysSince1970: 0), images: images)
            }
        }
    }

    static let consents = ConsentRegister([])

    @Test("N3: the same policy changes nothing, whatever it says", arguments: 0..<12)
    func sameChangesNothing(seed: Int) {
        let rulebook = Self.rulebook(seed: UInt64(seed))
        let comparison = Comparison(from: rulebook, to: rulebook)
        for post in Self.posts(seed: UInt64(seed) + 100, count: 30) {
            let compared = comparison.compare(post, roll: Oakfield.index, consents: Self.consents)
            #expect(compared.changes.isEmpty)
            #expect(compared.before == compared.after)
        }
    }

    @Test("N3: a rehearsal says what the gate itself says with one policy and with the other", arguments: 0..<12)
    func agreesWithTheGate(seed: Int) {
        let old = Self.rulebook(seed: UInt64(seed) * 2 + 1), new = Self.rulebook(seed: UInt64(seed) * 2 + 2)
        let comparison = Comparison(from: old, to: new)
        for post in Self.posts(seed: UInt64(seed) + 500, count: 30) {
            let compared = comparison.compare(post, roll: Oakfield.index, consents: Self.consents)
            let before = strongest(post, old), after = strongest(post, new)
            #expect(compared.before == outcome(before))
            #expect(compared.after == outcome(after))
            let differing = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            #expect(Set(compared.changes.map(\.rule)) == differing)
            for change in compared.changes {
                #expect(change.before == before[change.rule])
                #expect(change.after == after[change.rule])
            }
        }
    }

    @Test("N3: where the policy wants every picture approved, posts with pictures would wait")
    func approval() {
        func rulebook(_ occasion: PostApproval.Occasion) -> Rulebook {
            var control = PostApproval()
            control.occasion = occasion
            return Rulebook(
                title: "", number: "", clauses: [], rules: [Rule(control: control, clause: Clause.ID(rawValue: "a"))])
        }
        let comparison = Comparison(from: rulebook(.held), to: rulebook(.withPicture))
        var tally = RehearsalTally<Int>(examples: 10)
        for (index, post) in Self.posts(seed: 3, count: 40).enumerated() {
            tally.add(
                index, comparison.compare(post, roll: Oakfield.index, consents: Self.consents), text: post[0].text)
        }
        let withPicture = Self.posts(seed: 3, count: 40).count { !$0[0].images.isEmpty }
        #expect(tally.newly(.hold) == withPicture && withPicture > 0)
        #expect(tally.unchanged == 40 - withPicture)
    }

    @Test("N3: the tally counts everything and keeps no more examples than it may")
    func bounded() throws {
        let old = Rulebook(title: "", number: "", clauses: [], rules: [])
        let new = Rulebook(
            title: "", number: "", clauses: [],
            rules: [Rule(control: OffensiveLanguage(), clause: Clause.ID(rawValue: "words"))])
        let comparison = Comparison(from: old, to: new)
        var tally = RehearsalTally<Int>(examples: 5)
        let post = Post(
            text: "What a shit day.", school: "oak", network: "wordpress", authorRole: "teacher",
            date: Day(daysSince1970: 20_000))
        for index in 0..<100 {
            tally.add(index, comparison.compare([post], roll: Oakfield.index, consents: Self.consents), text: post.text)
        }
        let group = try #require(tally.groups.first)
        #expect(tally.groups.count == 1)
        #expect(group.count == 100 && group.examples.count == 5)
        #expect(group.examples.first?.words == "shit")
        #expect(group.clause == "words")
        #expect(tally.posts == 100 && tally.unchanged == 0 && tally.newly(.hold) == 100)
    }

    private func strongest(_ versions: [Post], _ rulebook: Rulebook) -> [String: Severity] {
        var found: [String: Severity] = [:]
        for post in versions {
            for finding in check(post, roll: Oakfield.index, consents: Self.consents, rulebook: rulebook) {
                found[finding.rule] = max(found[finding.rule] ?? .hint, finding.severity)
            }
        }
        let occasion = rulebook.rule(PostApproval.self)?.control.occasion ?? .held
        if occasion == .always || (occasion == .withPicture && !versions[0].images.isEmpty) {
            found[PostApproval.name] = .hold
        }
        return found
    }

    private func outcome(_ found: [String: Severity]) -> Outcome {
        switch found.values.max() {
        case .block: .block
        case .hold: .hold
        default: .publish
        }
    }
}
