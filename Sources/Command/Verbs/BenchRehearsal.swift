import Gate
import Policy

/// `schoolgate bench rehearsal`: how many short posts a core judges in a second, as when a draft policy is rehearsed.
enum BenchRehearsal {
    static let verb = Verb(
        words: ["bench", "rehearsal"], summary: "measure how many posts of 60 words the gate judges in a second",
        operands: nil,
        options: [
            BenchVerb.pupils,
            CommandOption(name: "posts", value: "N", meaning: "how many posts are judged: 20000"), .format,
        ],
        explanation: "The gate alone, on one core, without reading the posts from a database.", run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let pupils = try BenchVerb.count("pupils", arguments, usual: 50_000, in: 1...2_000_000)
        let count = try BenchVerb.count("posts", arguments, usual: 20_000, in: 1...10_000_000)
        let rulebook = try BenchGate.rulebook()
        let made = BenchRoll(pupils: pupils)
        let consents = ConsentRegister(made.consents)
        var report = BenchReport(
            "rehearsal", "Posts of 60 words against \(pupils) pupils, \(rulebook.rules.count) rules, on one core")
        let index = BenchGate.build(made.roll, &report)
        let posts = BenchPosts.make(min(500, count), words: 60, for: made.roll)
        for post in posts { _ = check(post, roll: index, consents: consents, rulebook: rulebook) }
        var stopped = 0
        let start = BenchClock.threadTime
        for number in 0..<count {
            let findings = check(posts[number % posts.count], roll: index, consents: consents, rulebook: rulebook)
            if Outcome(findings) != .publish { stopped += 1 }
        }
        let took = max(1, BenchClock.threadTime - start)
        report.add("posts", "posts judged", count, .count)
        report.add("stopped", "of them held or stopped", stopped, .count)
        report.add("rate", "posts", count * 1_000_000_000 / took, .perSecond)
        report.print(arguments)
        return 0
    }
}
