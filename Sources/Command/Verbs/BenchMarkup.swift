import HTML

/// `schoolgate bench markup`: writing a page of about 9 KB.
enum BenchMarkup {
    static let verb = Verb(
        words: ["bench", "markup"], summary: "measure how long writing a page takes", operands: nil,
        options: [
            CommandOption(name: "rounds", value: "N", meaning: "how often the page is written: 2000"), .format,
        ],
        explanation: "A page of about 9 KB and 340 elements, from a function to bytes, on one core.", run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let rounds = try BenchVerb.count("rounds", arguments, usual: 2_000, in: 1...1_000_000)
        _ = MarkupBenchmark.run(times: 10)
        let samples = (0..<rounds).map { _ in
            let start = BenchClock.threadTime
            _ = MarkupBenchmark.run(times: 1)
            return BenchClock.threadTime - start
        }
        var report = BenchReport("markup", "Writing a page of about 9 KB and 340 elements, on one core")
        report.add("page", "a page", BenchSpread(samples))
        report.print(arguments)
        return 0
    }
}
