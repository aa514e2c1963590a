import Database
import HTML
import Web

/// The posts that a refusal found, by what became of them.
struct FoundPosts: Sendable {
    private struct Entry: Sendable {
        let id: Post.ID
        let title: String
    }

    private let groups: [(words: String, entries: [Entry])]
    /// Whether a refusal was looked into at all.
    let isLooked: Bool

    static let none = FoundPosts(groups: [], isLooked: false)

    var isEmpty: Bool { groups.isEmpty }

    static func load(_ outcome: Withdrawal.Outcome, isLooked: Bool = false, in db: Connection) throws -> FoundPosts {
        let lists: [(String, [Post.ID])] = [
            ("Removal opened: it comes down from every network", outcome.removals),
            ("Stopped before it went out", outcome.stopped),
            (
                "Somebody has to look: the name may be another child’s, or it is going out this very moment",
                outcome.toCheck
            ),
            ("Drafts that cannot go out as they are", outcome.drafts),
        ]
        return FoundPosts(
            groups: try lists.filter { !$0.1.isEmpty }.map { words, ids in
                let titles = try Array(ids.prefix(100)).map { id in
                    Entry(id: id, title: try Post.find(id, in: db)?.title ?? "A post")
                }
                return (words, titles)
            }, isLooked: isLooked)
    }
}

extension FoundPosts: HTML {
    var body: Markup {
        if isEmpty, isLooked {
            p(.class("banner"), .role("status")) {
                Icon.check.markup
                span {
                    "We looked through drafts, the queue and everything published. Nothing there shows or names this child without consent."
                }
            }
        } else if !isEmpty {
            section(.class("card stack"), .role("status")) {
                h2 { "What this sets in motion" }
                for (words, entries) in groups {
                    h3 { entries.count == 1 ? words : "\(words) (\(entries.count))" }
                    ul {
                        for entry in entries { li { a(.href(PostRoutes.show.path(entry.id))) { entry.title } } }
                    }
                }
            }
        }
    }
}
