import Crypto
import Database
import Policy

/// A finding that somebody called wrong, with the words it was about: seen by those who see the post, gone with it.
struct WrongAlarm: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<WrongAlarm>

    let id: ID
    let post: Post.ID
    /// Which finding of the post it is.
    let token: String
    let rule: String
    let clause: Clause.ID
    let severity: Severity
    let words: String
    let reason: String
    let person: Person.ID
    let at: Instant

    static let columns: SQL =
        """
        wrong_alarms.id, wrong_alarms.post_id, wrong_alarms.token, wrong_alarms.rule, wrong_alarms.clause,
        wrong_alarms.severity, wrong_alarms.words, wrong_alarms.reason, wrong_alarms.told_by, wrong_alarms.told_at
        """

    init(row: borrowing Row) {
        id = ID(row.int(0))
        post = Post.ID(row.int(1))
        token = row.text(2)
        rule = row.text(3)
        clause = Clause.ID(rawValue: row.text(4))
        severity = Severity(rawValue: row.text(5)) ?? .warn
        words = row.text(6)
        reason = row.text(7)
        person = Person.ID(row.int(8))
        at = Instant(milliseconds: row.int(9))
    }
}

extension Finding {
    /// The words it is about; empty for a picture or the whole post.
    func words(in text: String) -> String {
        let bytes = text.utf8
        guard let span, span.start < span.end,
            let start = bytes.index(bytes.startIndex, offsetBy: span.start, limitedBy: bytes.endIndex),
            let end = bytes.index(start, offsetBy: min(span.end - span.start, 400), limitedBy: bytes.endIndex)
        else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The same for the same rule about the same words or picture, wherever in the text they stand.
    func token(in text: String) -> String {
        let words = words(in: text)
        let parts = [rule, image.map { "\($0)" } ?? "", words.isEmpty ? reason : words]
        return String(Digest.of(parts: parts.map { Array($0.utf8) }).hex.prefix(24))
    }

    /// What stops a post is a fact of the register; what only hints costs nobody anything.
    var canBeCalledWrong: Bool { severity == .hold || severity == .warn }
}

extension WrongAlarm {
    static func of(_ post: Post.ID, at school: School.ID, in db: Connection) throws -> [WrongAlarm] {
        try db.all(
            """
            SELECT \(columns) FROM wrong_alarms JOIN posts ON posts.id = wrong_alarms.post_id
            WHERE wrong_alarms.post_id = \(post) AND posts.school_id = \(school) ORDER BY wrong_alarms.id
            """, WrongAlarm.init(row:))
    }

    /// Calls a finding of a post wrong; it decides nothing, and the post goes on as it would.
    ///
    /// False when the gate does not say it of the post any more.
    @discardableResult
    static func tell(
        _ token: String, of post: Post, _ verdict: Verdict, by person: Person.ID, at now: Instant, in db: Connection
    ) throws -> Bool {
        guard
            let finding = verdict.findings.first(where: {
                $0.canBeCalledWrong && $0.token(in: post.text) == token
            })
        else { return false }
        let added = try db.run(
            """
            INSERT INTO wrong_alarms (post_id, token, rule, clause, severity, span_start, span_end, picture, words, reason,
                told_by, told_at)
            VALUES (\(post.id), \(token), \(finding.rule), \(finding.clause.rawValue), \(finding.severity.rawValue),
                \(finding.span?.start), \(finding.span?.end), \(finding.image), \(finding.words(in: post.text)),
                \(finding.reason), \(person), \(now))
            ON CONFLICT DO NOTHING
            """
        )
        guard added == 1 else { return true }
        // The words stay with the post: the record outlives it.
        try post.record(
            "said the gate was wrong about", by: person, clause: finding.clause, fields: [("rule", finding.rule)],
            at: now, in: db)
        return true
    }

    /// Takes it back: whoever said it, or somebody who looks after the policy.
    static func takeBack(
        _ token: String, of post: Post, by viewer: Viewer, at now: Instant, in db: Connection
    ) throws {
        guard let alarm = try of(post.id, at: post.school, in: db).first(where: { $0.token == token }) else { return }
        guard alarm.person == viewer.id || viewer.may(.judgeAlarms) else {
            throw Problem.forbidden("Somebody else said that this was wrong. Only they, or the head, can take it back.")
        }
        try db.run("DELETE FROM wrong_alarms WHERE id = \(alarm.id)")
        try post.record(
            "took back that the gate was wrong about", by: viewer.id, clause: alarm.clause,
            fields: [("rule", alarm.rule)], at: now, in: db)
    }
}
