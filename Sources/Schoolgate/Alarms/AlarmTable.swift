import Database
import Policy

/// How often each rule spoke, and how often it was told that it was wrong, at one school.
///
/// A rule is counted once for each post that was sent and about which it asked to wait or to check.
struct AlarmTable: Sendable {
    static let spans = [3, 6, 12]
    /// How many words are shown for each rule.
    static let most = 50

    struct Row: Sendable {
        let rule: String
        let sentence: String?
        let clause: Clause.ID?
        /// Posts that were sent and about which it spoke.
        let spoke: Int
        /// Those of them where somebody said that it was wrong.
        let wrong: Int
        /// Posts where it was called wrong and that were never sent as they were.
        let unsent: Int
        /// The newest first.
        let alarms: [(alarm: WrongAlarm, post: String, person: String)]
    }

    let months: Int
    /// The rules that were wrong at least once, the most often wrong first.
    let rows: [Row]
    /// How many other rules spoke, and how often.
    let others: (rules: Int, spoke: Int)
    let citations: Citations?
    let inForce: PolicyVersion?
    /// A draft of the school's own that is being written.
    let draft: PolicyVersion?

    static func load(since: Instant, months: Int, _ viewer: Viewer, in db: Connection) throws -> AlarmTable {
        let school = viewer.school.id
        var spoke: [String: Int] = [:]
        try db.each(
            """
            SELECT post_findings.rule, count(DISTINCT post_findings.post_id) FROM post_findings
            JOIN posts ON posts.id = post_findings.post_id
            WHERE posts.school_id = \(school) AND post_findings.at > \(since)
                AND post_findings.severity IN ('hold', 'warn')
            GROUP BY post_findings.rule
            """
        ) { spoke[$0.text(0)] = Int($0.int(1)) }
        var counts: [String: (wrong: Int, unsent: Int)] = [:]
        try db.each(
            """
            SELECT told.rule, told.was_sent, count(DISTINCT told.post_id) FROM (
                SELECT wrong_alarms.rule, wrong_alarms.post_id, CASE WHEN EXISTS (SELECT 1 FROM post_findings
                    WHERE post_findings.post_id = wrong_alarms.post_id AND post_findings.rule = wrong_alarms.rule
                        AND post_findings.at > \(since) AND post_findings.severity IN ('hold', 'warn'))
                    THEN 1 ELSE 0 END AS was_sent
                FROM wrong_alarms JOIN posts ON posts.id = wrong_alarms.post_id
                WHERE posts.school_id = \(school) AND wrong_alarms.told_at > \(since)) AS told
            GROUP BY told.rule, told.was_sent
            """
        ) { row in
            if row.bool(1) {
                counts[row.text(0), default: (0, 0)].wrong = Int(row.int(2))
            } else {
                counts[row.text(0), default: (0, 0)].unsent = Int(row.int(2))
            }
        }
        let alarms = try db.all(
            """
            SELECT \(WrongAlarm.columns), posts.text FROM wrong_alarms JOIN posts ON posts.id = wrong_alarms.post_id
            WHERE posts.school_id = \(school) AND wrong_alarms.told_at > \(since)
            ORDER BY wrong_alarms.told_at DESC, wrong_alarms.id DESC LIMIT 2000
            """
        ) { (alarm: WrongAlarm(row: $0), text: $0.text(10)) }
        let people = try Person.byID(alarms.map(\.alarm.person), in: db)
        let inForce = try PolicyVersion.inForce(at: school, in: db), rulebook = try inForce?.rulebook(in: db)
        let byRule = Dictionary(grouping: alarms, by: \.alarm.rule)
        let rows = counts.map { rule, count in
            let known = rulebook?.rules.first { $0.name == rule }
            return Row(
                rule: rule, sentence: known?.control.sentence, clause: known?.clause, spoke: spoke[rule] ?? 0,
                wrong: count.wrong, unsent: count.unsent,
                alarms: (byRule[rule] ?? []).prefix(most).map {
                    ($0.alarm, Post.title(of: $0.text), people[$0.alarm.person]?.name ?? "Somebody who left")
                })
        }
        let silent = spoke.filter { counts[$0.key] == nil }
        return AlarmTable(
            months: months,
            rows: rows.sorted { ($0.wrong, $0.unsent, $1.rule) > ($1.wrong, $1.unsent, $0.rule) },
            others: (silent.count, silent.values.reduce(0, +)), citations: rulebook.map { Citations($0) },
            inForce: inForce,
            draft: try PolicyVersion.history(of: school, in: db).first { $0.state == .draft })
    }
}
