import Gate
import HTML
import Networks
import Policy
import Web

/// What stands on an account and did not come from here, with what the gate says of it.
struct PostedElsewherePage: HTML {
    let account: Account
    let posts: [PostedElsewhere]
    let lookedAt: Instant?
    let problem: String
    let viewer: Viewer
    let context: Context

    private var open: [PostedElsewhere] { posts.filter { $0.settledAt == nil } }

    var body: Markup {
        Shell("Posted past Schoolgate", in: .accounts, for: viewer, context) {
            PageHead(overline: account.name, heading: heading, lede: lede)
            if !problem.isEmpty {
                p(.class("notice"), .role("alert")) {
                    Icon.warn.markup
                    span { "The last look did not work. \(problem)" }
                }
            }
            if posts.isEmpty {
                Empty(
                    heading: "Everything on it came from here",
                    text:
                        "Schoolgate looks every hour. Whatever somebody posts with the network’s own app appears here.")
            }
            ul(.class("stack"), .role("list")) {
                for post in posts { li(.class("card stack")) { item(post) } }
            }
        }
    }

    private var heading: String {
        switch open.count {
        case 0: "Nothing waits here"
        case 1: "One post did not come from here"
        default: "\(open.count.inWordsCapitalised) posts did not come from here"
        }
    }

    private var lede: String {
        guard let lookedAt else { return "Schoolgate has not looked at \(account.name) yet." }
        return
            "Somebody posted with the network’s own app, so nobody looked at it before. Last compared \(context.clock.moment(of: lookedAt, now: context.now()))."
    }

    private func item(_ post: PostedElsewhere) -> Markup {
        .words {
            p(.class("row")) {
                if post.settledAt == nil {
                    post.isBlocked
                        ? Chip("Should not be out", .warn, icon: .warn) : Chip("Nobody has looked", .warn, icon: .warn)
                } else {
                    Chip(post.outcome == .removed ? "Taken down" : "Stays", .gate, icon: .check)
                }
                if let at = post.publishedAt {
                    span(.class("soft small")) { "Posted \(context.clock.moment(of: at, now: context.now()))" }
                }
            }
            p(.class("post-text")) { post.text.isEmpty ? "A post without words" : post.text }
            if post.pictures > 0 {
                p(.class("soft")) {
                    post.pictures == 1
                        ? "It has a picture or video. Look at who can be recognised in it."
                        : "It has \(post.pictures) pictures or videos. Look at who can be recognised in them."
                }
            }
            if !post.findings.isEmpty {
                ul(.class("stack stack--s")) { for finding in post.findings { li { finding.reason } } }
            }
            p { a(.href(post.url), Attribute("rel", "noreferrer")) { "See it there" } }
            if let by = post.settledBy, let at = post.settledAt {
                p(.class("soft small")) {
                    "\(by) settled it \(context.clock.moment(of: at, now: context.now())). \(post.note)"
                }
            } else if viewer.may(.removePosts) {
                settle(post)
            }
        }
    }

    private func settle(_ post: PostedElsewhere) -> Markup {
        let takesDown = NetworkDirectory.capabilities(of: account.network)[.delete] == .yes
        return .words {
            form(.method("post"), .action(PostedElsewhereHandlers.settle.path(post.id)), .class("row")) {
                CSRFField(viewer)
                if takesDown {
                    button(.class("button"), .type("submit"), .name("intent"), .value("remove")) { "Take it down" }
                }
                button(.class("button button--plain"), .type("submit"), .name("intent"), .value("gone")) {
                    "I have taken it down"
                }
            }
            details {
                summary { "It may stay" }
                form(.method("post"), .action(PostedElsewhereHandlers.settle.path(post.id)), .class("stack")) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("intent"), .value("keep"))
                    Field(
                        "Who posted it, and why it may stay", name: "note",
                        hint: "Ask them to post through Schoolgate from now on.", id: "note-\(post.id.rawValue)")
                    button(.class("button button--plain"), .type("submit")) { "Let it stay" }
                }
            }
        }
    }
}
