import Database
import HTML
import Web

/// What disconnecting an account means for the posts that go to it.
struct ClosureEffects: Sendable {
    let account: Account
    /// In the queue, on their way, waiting for approval or being written.
    let posts: [Post]
    let isUp: Int64
    let comingDown: Int64

    static func of(_ account: Account, in db: Connection) throws -> ClosureEffects {
        let open: [Post.State] = [.scheduled, .publishing, .held, .draft, .returned, .missed, .stopped]
        return ClosureEffects(
            account: account,
            posts: try Post.all(
                """
                posts.state IN (\(list: open.map(\.rawValue))) AND EXISTS (SELECT 1 FROM post_accounts
                    WHERE post_accounts.post_id = posts.id AND post_accounts.account_id = \(account.id))
                """, limit: 200, in: db),
            isUp: try db.one(
                "SELECT count(*) FROM publications WHERE account_id = \(account.id) AND removed_at IS NULL"
            ) { $0.int(0) },
            comingDown: try db.one(
                """
                SELECT count(*) FROM deliveries WHERE account_id = \(account.id) AND kind = 'remove'
                    AND state IN ('armed', 'sent', 'unknown', 'by hand')
                """
            ) { $0.int(0) })
    }
}

/// Asked before an account is disconnected, which nobody can take back without its password.
struct ClosurePage: HTML {
    let effects: ClosureEffects
    let viewer: Viewer
    let context: Context

    private var account: Account { effects.account }
    private var queued: [Post] { effects.posts.filter { $0.state == .scheduled || $0.state == .publishing } }
    private var waiting: [Post] { effects.posts.filter { $0.state != .scheduled && $0.state != .publishing } }

    var body: Markup {
        Shell("Disconnect \(account.name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: "Disconnect \(account.name)?",
                lede: "Schoolgate forgets its password and posts nothing there any more.")
            div(.class("stack stack--l measure")) {
                if !queued.isEmpty {
                    list(
                        queued,
                        title: queued.count == 1 ? "One post in the queue" : "\(queued.count) posts in the queue",
                        "They do not go out there: the queue stops them at once, and their authors find them on Today. Where a post goes to other accounts too, it still goes out on those."
                    )
                }
                if !waiting.isEmpty {
                    list(
                        waiting,
                        title: waiting.count == 1 ? "One post not yet sent" : "\(waiting.count) posts not yet sent",
                        "Drafts and posts that wait for approval stay as they are. Choose another account for them before they are sent."
                    )
                }
                if effects.isUp > 0 {
                    p {
                        effects.isUp == 1
                            ? "One post is up there and stays. " : "\(effects.isUp) posts are up there and stay. "
                        "Taking one down is then done by hand, on the network itself."
                    }
                }
                if effects.comingDown > 0 {
                    p(.class("banner")) {
                        Icon.warn.markup
                        span {
                            "\(effects.comingDown == 1 ? "One post is" : "\(effects.comingDown) posts are") coming down there now. Wait until that is confirmed, or somebody has to do it by hand."
                        }
                    }
                }
                if effects.posts.isEmpty, effects.isUp == 0 { p { "No post goes there, and none is up." } }
                form(.method("post"), .action(AccountHandlers.close.path(account.id)), .class("row")) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("confirmed"), .value("yes"))
                    button(.class("button button--danger"), .type("submit")) { "Disconnect it" }
                    a(.class("button button--plain"), .href(AccountHandlers.index.path())) { "Keep it" }
                }
            }
        }
    }

    private func list(_ posts: [Post], title: String, _ words: String) -> Markup {
        section(.class("card stack stack--s")) {
            h2 { title }
            p { words }
            ul {
                for post in posts.prefix(20) {
                    li {
                        a(.href(PostRoutes.show.path(post.id))) { post.title }
                        if let slot = post.slot { ", \(context.clock.moment(of: slot, now: context.now()))" }
                    }
                }
                if posts.count > 20 { li { "And \(posts.count - 20) more." } }
            }
        }
    }
}
