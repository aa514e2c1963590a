import Policy

/// `schoolgate policy …`: policies as files, before they are anywhere else.
enum PolicyVerbs {
    static let all = [check, coverage, RehearseVerb.verb]

    private static let check = Verb(
        words: ["policy", "check"], summary: "say whether policies can be read, and what is wrong with them",
        operands: "FILE…", options: [.format],
        explanation: """
            Prints each problem as file:line:column: message, and notes that refuse nothing. `extends: trust` means
            trust.md beside the file.

            Exit status: 0 every policy is fine, 1 at least one has errors, 2 wrong usage or a file that cannot be read.
            """,
        run: { arguments in try check(arguments) })

    private static let coverage = Verb(
        words: ["policy", "coverage"], summary: "list each clause of a policy with how it is kept",
        operands: "FILE", options: [.format],
        explanation: """
            Prints each clause with its number, its id, how it is kept and what the program does for it, and counts the
            clauses that nothing keeps.

            Exit status: 0 the list was printed, 1 the policy has errors, 2 wrong usage or a file that cannot be read.
            """,
        run: { arguments in try coverage(arguments) })

    private static func check(_ arguments: Arguments) throws(UsageProblem) -> Int32 {
        guard !arguments.operands.isEmpty else { throw UsageProblem("Name at least one policy to check.") }
        var readings: [(file: String, reading: PolicyReading)] = []
        for file in arguments.operands { readings.append((file, try PolicyFiles.read(file))) }
        if arguments.isJSON {
            let files = readings.map { JSON.object([("file", .string($0.file))] + summary($0.reading)) }
            let errors = readings.reduce(0) { $0 + $1.reading.errors.count }
            Output.json(.object([("errors", .number(errors)), ("files", .array(files))]))
        } else {
            for (file, reading) in readings { printReport(of: reading, file: file) }
        }
        return readings.allSatisfy { $0.reading.rulebook != nil } ? 0 : 1
    }

    private static func printReport(of reading: PolicyReading, file: String) {
        for problem in reading.problems { Output.line(problem.description) }
        guard let rulebook = reading.rulebook else { return }
        let gaps = Coverage(rulebook).gaps.count
        Output.line(
            "\(file): fine. \(counted(rulebook.clauses.count, "clause")), \(counted(rulebook.rules.count, "rule")),"
                + " \(counted(gaps, "clause")) kept by nothing.")
    }

    private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    private static func summary(_ reading: PolicyReading) -> [(String, JSON)] {
        [
            ("fine", .bool(reading.rulebook != nil)),
            ("title", .optional(reading.document?.title)),
            ("clauses", reading.rulebook.map { .number($0.clauses.count) } ?? .null),
            ("rules", reading.rulebook.map { .number($0.rules.count) } ?? .null),
            ("problems", .array(reading.problems.map(json))),
        ]
    }

    private static func json(_ problem: PolicyProblem) -> JSON {
        .object([
            ("file", .string(problem.file)),
            ("line", .number(problem.line)),
            ("column", .number(problem.column)),
            ("severity", .string(problem.isNote ? "note" : "error")),
            ("message", .string(problem.message)),
            (
                "other",
                problem.other.map {
                    .object([("file", .string($0.file)), ("line", .number($0.position.line))])
                } ?? .null
            ),
        ])
    }

    private static func coverage(_ arguments: Arguments) throws(UsageProblem) -> Int32 {
        guard arguments.operands.count == 1, let file = arguments.operands.first else {
            throw UsageProblem("Name one policy.")
        }
        let reading = try PolicyFiles.read(file)
        guard let rulebook = reading.rulebook else {
            if arguments.isJSON {
                Output.json(.object([("file", .string(file))] + summary(reading)))
            } else {
                printReport(of: reading, file: file)
            }
            return 1
        }
        let coverage = Coverage(rulebook)
        if arguments.isJSON {
            Output.json(CoverageReport.json(coverage, of: rulebook, file: file))
        } else {
            Output.line(CoverageReport.text(coverage, of: rulebook))
        }
        return 0
    }
}
