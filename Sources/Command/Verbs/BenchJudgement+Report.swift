import Gate
import Policy

extension BenchJudgement.Half {
    private var controls: [(name: String, count: Score.Count)] {
        score.controls.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A table for people.
    var text: String {
        let width = (controls.map(\.name.count) + ["all checks".count]).max() ?? 0
        func row(_ name: String, _ cells: [String]) -> String {
            name + String(repeating: " ", count: width - name.count)
                + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
        }
        func row(_ name: String, _ count: Score.Count) -> String {
            row(
                name,
                [
                    "\(count.right)", "\(count.missed)", "\(count.falseAlarms)", percent(count.precision),
                    percent(count.recall),
                ])
        }
        var lines = ["The \(name) half: \(score.posts) posts", ""]
        lines.append(row("", ["right", "missed", "false alarm", "precision", "recall"]))
        lines += controls.map { row($0.name, $0.count) }
        lines.append(row("all checks", score.overall))
        lines.append("")
        lines.append(
            "Outcome as labelled: \(score.outcomesRight) of \(score.posts), \(percent(score.outcomeAccuracy));"
                + " \(score.passedWrongly) went out that should not have, \(score.stoppedWrongly) stopped that need not have."
        )
        for miss in misses ?? [] {
            lines.append("")
            lines.append(
                "\(miss.id)  \(miss.judged.control): \(miss.judged.verdict == .missed ? "missed" : "false alarm")"
                    + (miss.found.isEmpty ? "" : ", found " + miss.found.joined(separator: "; ")))
            lines += miss.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    var json: JSON {
        var entries: [(String, JSON)] = [
            ("half", .string(name)), ("posts", .number(score.posts)),
            ("outcomes_right", .number(score.outcomesRight)), ("outcome_accuracy", share(score.outcomeAccuracy)),
            ("passed_wrongly", .number(score.passedWrongly)), ("stopped_wrongly", .number(score.stoppedWrongly)),
            ("overall", .object(figures(score.overall))),
            ("controls", .array(controls.map { .object([("control", .string($0.name))] + figures($0.count)) })),
        ]
        if let misses {
            entries.append(
                (
                    "misses",
                    .array(
                        misses.map { miss in
                            .object([
                                ("id", .string(miss.id)), ("control", .string(miss.judged.control)),
                                ("kind", .string(miss.judged.verdict == .missed ? "missed" : "false alarm")),
                                ("found", .strings(miss.found)), ("text", .string(miss.text)),
                            ])
                        })
                ))
        }
        return .object(entries)
    }

    private func figures(_ count: Score.Count) -> [(String, JSON)] {
        [
            ("right", .number(count.right)), ("missed", .number(count.missed)),
            ("false_alarms", .number(count.falseAlarms)), ("precision", share(count.precision)),
            ("recall", share(count.recall)),
        ]
    }

    /// In thousandths, because `JSON` has whole numbers only.
    private func share(_ value: Double?) -> JSON { value.map { .number(Int(($0 * 1_000).rounded())) } ?? .null }

    private func percent(_ value: Double?) -> String {
        guard let value else { return "–" }
        let tenths = Int((value * 1_000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
