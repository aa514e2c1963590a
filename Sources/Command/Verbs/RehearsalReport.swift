import Gate
import Policy

/// A rehearsal for people and for programs.
enum RehearsalReport {
    private static let outcomes: [Outcome] = [.publish, .hold, .block]

    static func json(_ tally: RehearsalTally<String>, of rulebook: Rulebook) -> JSON {
        .object([
            ("posts", .number(tally.posts)),
            ("unchanged", .number(tally.unchanged)),
            ("before", counts { tally.count(before: $0) }),
            ("after", counts { tally.count(after: $0) }),
            ("newly", counts { tally.newly($0) }),
            ("rules", .array(ordered(tally).map { json($0, of: rulebook) })),
        ])
    }

    private static func counts(_ count: (Outcome) -> Int) -> JSON {
        .object(outcomes.map { ($0.rawValue, .number(count($0))) })
    }

    private static func json(_ group: RehearsalTally<String>.Group, of rulebook: Rulebook) -> JSON {
        .object([
            ("rule", .string(group.rule)),
            ("clause", .string(group.clause)),
            ("before", .optional(group.shift.before?.rawValue)),
            ("after", .optional(group.shift.after?.rawValue)),
            ("count", .number(group.count)),
            (
                "examples",
                .array(
                    group.examples.map { example in
                        .object([
                            ("id", .written(example.key)),
                            ("outcomeBefore", .string(example.turn.before.rawValue)),
                            ("outcomeAfter", .string(example.turn.after.rawValue)),
                            ("words", .string(example.words)),
                            ("reason", .string(example.reason)),
                        ])
                    })
            ),
        ])
    }

    static func text(_ tally: RehearsalTally<String>, of rulebook: Rulebook) -> String {
        guard tally.posts > 0 else { return "There is no post in the file, so nothing was rehearsed." }
        var lines = [
            "\(counted(tally.posts)) rehearsed. For \(tally.unchanged) of them no rule says anything else.", "",
            "                  before   after   newly",
        ]
        for (outcome, name) in zip(outcomes, ["go out", "wait", "are stopped"]) {
            let cells = [tally.count(before: outcome), tally.count(after: outcome), tally.newly(outcome)]
            lines.append("  " + name.padded(to: 14) + cells.map { "\($0)".padded(before: 8) }.joined())
        }
        for group in ordered(tally) {
            let clause = rulebook.clause(Clause.ID(rawValue: group.clause))
            lines.append("")
            lines.append("\(group.rule), clause \(clause.map { "\($0.number) \(group.clause)" } ?? group.clause)")
            lines.append("  \(said(group.shift)): \(counted(group.count))")
            for example in group.examples {
                let words = example.words.isEmpty ? "" : " “\(example.words)”:"
                lines.append("    \(id(example.key)):\(words) \(example.reason)")
            }
            if group.count > group.examples.count { lines.append("    and \(group.count - group.examples.count) more") }
        }
        return lines.joined(separator: "\n")
    }

    /// Strongest change first.
    private static func ordered(_ tally: RehearsalTally<String>) -> [RehearsalTally<String>.Group] {
        tally.groups.sorted { a, b in
            a.rule != b.rule ? a.rule < b.rule : (a.shift.after ?? .hint, a.count) > (b.shift.after ?? .hint, b.count)
        }
    }

    private static func said(_ shift: RehearsalTally<String>.Shift) -> String {
        switch (shift.before, shift.after) {
        case (nil, let after?): "says \(after.rawValue), said nothing before"
        case (let before?, nil): "says nothing any more, said \(before.rawValue) before"
        case (let before?, let after?): "says \(after.rawValue), said \(before.rawValue) before"
        case (nil, nil): "says nothing"
        }
    }

    /// An id as it was given: texts were kept in JSON's quotes.
    private static func id(_ key: String) -> String {
        key.hasPrefix("\"") && key.hasSuffix("\"") && key.count > 1 ? String(key.dropFirst().dropLast()) : key
    }

    private static func counted(_ count: Int) -> String { "\(count) \(count == 1 ? "post" : "posts")" }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
    fileprivate func padded(before width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
