import HTML
import Web

/// What the school is saying: what needs somebody first, then what is on its way.
struct PostsPage: HTML {
    let shelf: PostShelf
    let list: PostList
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell(shelf.title, in: .posts, for: viewer, context) {
            PageHead(
                overline: "Posts", heading: heading,
                action: viewer.may(.writePosts) ? (label: "Write a post", path: PostRoutes.new.path()) : nil)
            nav(.class("row tabs"), .aria(.label, "Shelves")) {
                for other in PostShelf.allCases {
                    a(
                        .href(PostRoutes.index.path() + "?show=\(other.rawValue)"),
                        .aria(.current, other == shelf ? "page" : nil)
                    ) { "\(other.title) \(list.counts[other] ?? 0)" }
                }
            }
            if list.posts.isEmpty {
                Empty(heading: "Nothing stands here", text: emptyText)
            } else {
                ul(.class("post-list"), .role("list")) {
                    for post in list.posts { PostLine(post: post, list: list, context: context) }
                }
            }
        }
    }

    private var heading: String {
        switch (shelf, list.posts.count) {
        case (.underWay, 0): "Nothing is under way"
        case (.underWay, 1): "One post is under way"
        case (.underWay, let count): "\(count) posts are under way"
        case (.drafts, let count): count == 1 ? "One draft" : "\(count) drafts"
        case (.published, _): "What is out there"
        case (.removed, _): "What has come down"
        }
    }

    private var emptyText: String {
        switch shelf {
        case .underWay: "Posts that wait for approval, for their time or for you appear here."
        case .drafts: "What somebody began and has not sent appears here. Nothing is ever lost."
        case .published: "Published posts appear here, each with its address on the network."
        case .removed: "Posts that were taken down appear here, with the reason."
        }
    }
}

struct PostLine: HTML {
    let post: Post
    let list: PostList
    let context: Context

    var body: Markup {
        li(.class("post-row")) {
            h2(.class("post-row__title")) { a(.href(path)) { post.title } }
            p(.class("row small soft")) {
                post.state.chip
                span { list.people[post.author]?.name ?? "Somebody who left" }
                span { accountNames }
                span { time }
            }
        }
    }

    private var path: String { post.state == .draft ? PostRoutes.edit.path(post.id) : PostRoutes.show.path(post.id) }
    private var accountNames: String { post.accounts.compactMap { list.accounts[$0]?.name }.joined(separator: ", ") }
    private var time: String {
        let now = context.now()
        if let slot = post.slot, post.state == .scheduled || post.state == .held {
            return "for \(context.clock.moment(of: slot, now: now))"
        }
        return context.clock.moment(of: post.updatedAt, now: now)
    }
}

extension Post.State {
    var words: String {
        switch self {
        case .draft: "Draft"
        case .held: "Waits for approval"
        case .returned: "Sent back"
        case .scheduled: "Scheduled"
        case .publishing: "Going out"
        case .published: "Published"
        case .missed: "Missed its time"
        case .stopped: "Stopped"
        case .removing: "Coming down"
        case .removed: "Taken down"
        case .discarded: "Thrown away"
        }
    }

    var chip: Chip {
        switch self {
        case .draft, .discarded, .removed: Chip(words)
        case .held: Chip(words, .hold, icon: .hold)
        case .returned, .missed: Chip(words, .warn, icon: .warn)
        case .stopped: Chip(words, .block, icon: .block)
        case .scheduled, .publishing: Chip(words, .gate, icon: .clock)
        case .published: Chip(words, .gate, icon: .check)
        case .removing: Chip(words, .hold, icon: .refresh)
        }
    }
}
