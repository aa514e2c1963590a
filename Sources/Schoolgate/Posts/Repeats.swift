import Database
import HTML
import Web

/// A post of the last weeks that says nearly the same on one of the same accounts.
struct Repeat: Sendable {
    /// How far back a repetition is worth a word.
    static let days = 30

    let post: Post.ID
    let title: String
    let state: Post.State
    let at: Instant

    /// What a draft repeats, latest first: one query, whatever there is to compare.
    static func of(
        _ draft: Draft, _ post: Post.ID?, at school: School.ID, now: Instant, in db: Connection
    ) throws -> [Repeat] {
        guard !draft.accounts.isEmpty, !draft.text.allSatisfy(\.isWhitespace) else { return [] }
        let own = Likeness(draft.text)
        var found: [Repeat] = []
        try db.each(
            """
            SELECT posts.id, posts.text, posts.state, posts.updated_at FROM posts
            WHERE posts.school_id = \(school) AND posts.state IN ('held', 'scheduled', 'publishing', 'published')
                AND posts.updated_at >= \(now - .days(Self.days)) AND posts.id <> \(post ?? Post.ID(0))
                AND EXISTS (SELECT 1 FROM post_accounts WHERE post_accounts.post_id = posts.id
                    AND post_accounts.account_id IN (\(list: draft.accounts)))
            ORDER BY posts.updated_at DESC LIMIT 300
            """
        ) { row in
            guard found.count < 3, own.isNearly(Likeness(row.text(1))) else { return }
            found.append(
                Repeat(
                    post: Post.ID(row.int(0)), title: Post.title(of: row.text(1)),
                    state: Post.State(rawValue: row.text(2)) ?? .published, at: Instant(milliseconds: row.int(3))))
        }
        return found
    }
}

/// Says what a draft repeats, with the way to it.
struct RepeatList: HTML {
    let repeats: [Repeat]
    let context: Context

    var body: Markup {
        guard !repeats.isEmpty else { return Markup() }
        return ul(.class("findings"), .role("list")) {
            for found in repeats {
                li(.class("finding finding--warn")) {
                    Icon.warn.markup
                    div(.class("finding__body")) {
                        h3 {
                            span(.class("finding__word")) { "Check." }
                            " This says nearly what another post says."
                        }
                        p {
                            a(.href(PostRoutes.show.path(found.post))) { "“\(found.title)”" }
                            " \(state(found)). Say what is new, or leave it."
                        }
                    }
                }
            }
        }
    }

    private func state(_ found: Repeat) -> String {
        let time = context.clock.moment(of: found.at, now: context.now())
        switch found.state {
        case .held: return "waits for approval since \(time)"
        case .scheduled, .publishing: return "is on its way"
        default: return "went out \(time)"
        }
    }
}
