import Database
import Web

extension Waiting {
    /// What this person was asked about a colleague's draft, and what colleagues said about theirs since.
    static func opinions(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        try db.all(
            """
            SELECT posts.id, posts.text, second_opinions.question, second_opinions.answer, second_opinions.comment,
                people.first_name || ' ' || people.last_name
            FROM second_opinions JOIN posts ON posts.id = second_opinions.post_id
            JOIN people ON people.id = CASE WHEN second_opinions.answer IS NULL THEN second_opinions.asked_by
                ELSE second_opinions.asked_of END
            WHERE posts.school_id = \(viewer.school.id) AND posts.state IN ('draft', 'returned', 'missed', 'stopped')
                AND second_opinions.withdrawn_at IS NULL
                AND ((second_opinions.asked_of = \(viewer.id) AND second_opinions.answer IS NULL)
                    OR (second_opinions.asked_by = \(viewer.id) AND second_opinions.answered_at >= posts.updated_at))
            ORDER BY second_opinions.id LIMIT 50
            """
        ) { row in
            let title = Post.title(of: row.text(1)), post = Post.ID(row.int(0)), question = row.text(2)
            guard let answer = row.textOrNil(3).flatMap(Opinion.Answer.init(rawValue:)) else {
                return Waiting(
                    title: "\(row.text(5)) asks what you think of “\(title)”",
                    why: question.isEmpty
                        ? "A second opinion before it is sent. It is advice, not an approval." : "“\(question)”",
                    path: PostRoutes.show.path(post), action: "Read it", chip: Chip("Second opinion", icon: .people),
                    due: nil, urgency: .today, kind: .opinion)
            }
            let comment = row.text(4)
            return Waiting(
                title: answer == .fine
                    ? "\(row.text(5)) finds “\(title)” fine" : "\(row.text(5)) would change something in “\(title)”",
                why: comment.isEmpty ? "Send it when you are ready." : "“\(comment.prefix(300))”",
                path: PostRoutes.edit.path(post), action: "Go on with it",
                chip: answer == .fine ? Chip("Fine", .gate, icon: .check) : Chip("Second opinion", .warn, icon: .warn),
                due: nil, urgency: .thisWeek,
                kind: .advice)
        }
    }
}
