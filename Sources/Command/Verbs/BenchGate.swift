import Gate
import Policy
import Schoolgate

/// `schoolgate bench gate`: a whole check of posts of 200 words against a large roll.
enum BenchGate {
    static let verb = Verb(
        words: ["bench", "gate"], summary: "measure the gate on posts of 200 words against a large roll",
        operands: nil,
        options: [
            BenchVerb.pupils,
            CommandOption(name: "rounds", value: "N", meaning: "how often every post is checked: 50"),
            CommandOption(
                name: "print-posts", value: nil,
                meaning:
                    "print the posts, each a line of JSON, and measure nothing: for measuring other programs on them"),
            .format,
        ],
        explanation: """
            The roll and the posts are made up, the same each time; the policy is the template for a primary school. Times are \
            of one core: what other programs do meanwhile is not in them. Memory is the index over the roll alone.
            """,
        run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let pupils = try BenchVerb.count("pupils", arguments, usual: 50_000, in: 1...2_000_000)
        let rounds = try BenchVerb.count("rounds", arguments, usual: 50, in: 1...10_000)
        let rulebook = try rulebook()
        let made = BenchRoll(pupils: pupils)
        let posts = BenchPosts.make(48, words: 200, for: made.roll)
        guard !arguments.has("print-posts") else {
            for post in posts { Output.line(JSON.object([("text", .string(post.text))]).text) }
            return 0
        }
        let consents = ConsentRegister(made.consents)
        var report = BenchReport(
            "gate",
            "The gate on posts of 200 words against \(pupils) pupils, \(rulebook.rules.count) rules, on one core")
        let index = build(made.roll, &report)
        var findings = 0
        var samples: [Int] = []
        samples.reserveCapacity(posts.count * rounds)
        for round in 0...rounds {
            for post in posts {
                let start = BenchClock.threadTime
                let found = check(post, roll: index, consents: consents, rulebook: rulebook)
                let took = BenchClock.threadTime - start
                // The first round fills tables and caches.
                if round > 0 { samples.append(took) } else { findings += found.count }
            }
        }
        report.add("check", "a check", BenchSpread(samples))
        report.add("checks", "checks measured", samples.count, .count)
        report.add("findings", "findings in \(posts.count) posts", findings, .count)
        report.print(arguments)
        return 0
    }

    /// Builds the index and reports what it cost.
    static func build(_ roll: Roll, _ report: inout BenchReport) -> RollIndex {
        BenchClock.forgetPeak()
        let resident = BenchClock.resident
        let start = BenchClock.threadTime
        let index = RollIndex(roll)
        report.add("build", "building the index", BenchClock.threadTime - start, .nanoseconds)
        report.add("peak", "memory at the peak of building", max(0, BenchClock.peak - resident), .bytes)
        report.add("retained", "memory retained", max(0, BenchClock.resident - resident), .bytes)
        return index
    }

    static func rulebook() throws(UsageProblem) -> Rulebook {
        let name = "templates/primary-school.md"
        let source = EmbeddedFiles.all[name] ?? []
        let reading = PolicyReader(catalogue: .all, library: PolicyLibrary(policy: { _ in nil }, names: { [] })).read(
            source, file: name)
        guard reading.errors.isEmpty, let rulebook = reading.rulebook else {
            throw UsageProblem(
                "the built-in policy cannot be read: \(reading.errors.map(\.description).joined(separator: " "))")
        }
        return rulebook
    }
}
