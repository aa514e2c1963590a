import Policy

/// Coverage as `schoolgate policy coverage` prints it.
enum CoverageReport {
    static func text(_ coverage: Coverage, of rulebook: Rulebook) -> String {
        var lines = [heading(rulebook), counts(coverage)]
        for row in coverage.rows {
            lines.append("")
            let duties = row.clause.duties.isEmpty ? "" : " (\(row.clause.duties.joined(separator: ", ")))"
            lines.append("\(row.clause.number) \(row.clause.id.rawValue)\(duties): \(word(row.kept))")
            lines.append("  " + PolicyMarkdown.plainText(row.clause.text).split(separator: "\n").joined(separator: " "))
            for rule in row.rules { lines.append("  → \(rule.control.sentence)") }
        }
        return lines.joined(separator: "\n")
    }

    static func json(_ coverage: Coverage, of rulebook: Rulebook, file: String) -> JSON {
        let counts = Kept.allCases.map { ($0.rawValue, JSON.number(coverage.count($0))) }
        return .object([
            ("file", .string(file)),
            ("title", .string(rulebook.title)),
            ("number", .string(rulebook.number)),
            ("extends", .strings(rulebook.bases)),
            ("counts", .object(counts + [("nothing", .number(coverage.gaps.count))])),
            ("clauses", .array(coverage.rows.map(json))),
        ])
    }

    private static func json(_ row: Coverage.Row) -> JSON {
        let rules = row.rules.map { rule in
            JSON.object([
                ("control", .string(rule.name)),
                ("kept", .string(rule.kept.rawValue)),
                ("sentence", .string(rule.control.sentence)),
            ])
        }
        return .object([
            ("id", .string(row.clause.id.rawValue)),
            ("number", .string(row.clause.number)),
            ("section", .string(row.clause.section)),
            ("text", .string(row.clause.text)),
            ("duties", .strings(row.clause.duties)),
            ("file", .string(row.clause.file)),
            ("line", .number(row.clause.position.line)),
            ("kept", .optional(row.kept?.rawValue)),
            ("rules", .array(rules)),
        ])
    }

    private static func heading(_ rulebook: Rulebook) -> String {
        let number = rulebook.number.isEmpty ? "" : " (\(rulebook.number))"
        let bases = rulebook.bases.isEmpty ? "" : ", extends \(rulebook.bases.inWords())"
        return rulebook.title + number + bases
    }

    private static func counts(_ coverage: Coverage) -> String {
        let kept = Kept.allCases.map { "\(coverage.count($0)) \($0.rawValue)" }.joined(separator: ", ")
        return "\(coverage.rows.count) clauses: \(kept), \(coverage.gaps.count) kept by nothing"
    }

    private static func word(_ kept: Kept?) -> String { kept?.rawValue ?? "kept by nothing" }
}
