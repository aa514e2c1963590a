import Database
import Gate
import HTML
import Web

/// The practice network's public side: a feed that looks like one, for trying things out. Each page has an address
/// that nobody guesses, for what is tried there was never meant for families.
enum PracticeHandlers {
    static let show = Route<String>(.get, "/practice/:page")
    static let picture = Route<String>(.get, "/practice/pictures/:digest")

    static func register(on router: inout Router<Context>) {
        router.on(picture, for: .anyone, use: picture)
        router.on(show, for: .anyone, use: show)
    }

    static func show(_ request: Request, _ context: Context, _: Anyone, page: String) async throws -> Response {
        let now = context.now()
        let feed = try await context.database.read { db -> PracticeFeed? in
            guard let account = try Account.find(page: page, in: db), account.network == "practice",
                let school = try School.find(account.school, in: db)
            else { return nil }
            let posts = try db.all(
                """
                SELECT id, text, pictures, posted_at, hearts FROM practice_posts
                WHERE account_id = \(account.id) AND removed_at IS NULL ORDER BY id DESC LIMIT 50
                """
            ) {
                PracticeFeed.Entry(
                    id: $0.int(0), text: $0.text(1), pictures: DatabasePracticeStore.Picture.read($0.text(2)),
                    at: Instant(milliseconds: $0.int(3)), hearts: Int($0.int(4)))
            }
            let comments = try PracticeComment.all(
                "post_id IN (\(list: posts.map(\.id))) AND hidden_at IS NULL", of: account.id, in: db)
            return PracticeFeed(
                account: account, school: school, posts: posts, comments: Dictionary(grouping: comments, by: \.post),
                isDown: try PracticeWeatherChange.on(account.id, at: now, in: db)?.isDown ?? false)
        }
        guard let feed else { throw Problem.notFound }
        var response = Response.page(
            PracticePage(feed: feed, context: context).body, status: feed.isDown ? 503 : 200)
        // Whoever was given the address may look; nobody else is led here.
        response.headers.append(("X-Robots-Tag", "noindex, nofollow"))
        return response
    }

    /// Only pictures of posts that are up; the digest is nobody's to guess.
    static func picture(_ request: Request, _ context: Context, _: Anyone, digest: String) async throws -> Response {
        guard digest.utf8.count == 64, digest.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else {
            throw Problem.notFound
        }
        let type = try await context.database.read { db in
            try db.first(
                """
                SELECT media.content_type FROM media WHERE media.digest = \(digest) AND media.erased_at IS NULL AND EXISTS (
                    SELECT 1 FROM practice_posts WHERE removed_at IS NULL AND pictures LIKE \("%\(digest)%"))
                """
            ) { $0.text(0) }
        }
        guard let type else { throw Problem.notFound }
        return .part(of: try context.media.bytes(digest), type: type, asked: request)
    }
}

struct PracticeFeed: Sendable {
    struct Entry: Sendable {
        let id: Int64
        let text: String
        let pictures: [DatabasePracticeStore.Picture]
        let at: Instant
        let hearts: Int
    }

    let account: Account
    let school: School
    let posts: [Entry]
    /// What people see under each of them.
    let comments: [Int64: [PracticeComment]]
    /// Whether a trainer has switched the network off.
    let isDown: Bool
}

struct PracticePage: HTML {
    let feed: PracticeFeed
    let context: Context

    var body: Markup {
        Front(feed.account.name, of: feed.school, home: feed.account.publicPath, context) {
            header {
                h1 { feed.account.name }
                p(.class("lede")) {
                    "The practice network: for trying things out. No network shows this page to families."
                }
            }
            if feed.isDown {
                p { "The practice network is away at the moment. Look again in some minutes." }
            } else {
                posts
            }
        }
    }

    private var posts: Markup {
        .words {
            if feed.posts.isEmpty { p { "Nothing has been posted yet." } }
            div(.class("feed")) {
                for post in feed.posts {
                    article(.class("card stack feed__post"), .id("post-\(post.id)")) {
                        p(.class("soft small")) { context.clock.moment(of: post.at, now: context.now()) }
                        for line in post.text.split(separator: "\n") { p { String(line) } }
                        for picture in post.pictures {
                            if picture.type.hasPrefix("video/") {
                                video(
                                    .src(PracticeHandlers.picture.path(picture.digest)),
                                    Attribute("poster", picture.poster.map(PracticeHandlers.picture.path)),
                                    Attribute("controls", if: true), Attribute("preload", "metadata"),
                                    Attribute("playsinline", if: true), .aria(.label, picture.alt))
                            } else {
                                img(.src(PracticeHandlers.picture.path(picture.digest)), .alt(picture.alt))
                            }
                        }
                        if post.hearts > 0 {
                            p(.class("soft small")) {
                                "\(post.hearts) \(post.hearts == 1 ? "heart" : "hearts"), played"
                            }
                        }
                        if let comments = feed.comments[post.id] {
                            ul(.class("feed__comments"), .role("list"), .aria(.label, "Comments")) {
                                for said in comments { li(.id("comment-\(said.id)")) { line(said) } }
                            }
                        }
                    }
                }
            }
        }
    }

    private func line(_ said: PracticeComment) -> Markup {
        .words {
            p {
                b { said.name }
                span(.class("soft small")) {
                    said.person == nil ? " \(said.handle), played, " : " the school, "
                    context.clock.moment(of: said.writtenAt, now: context.now())
                }
            }
            p(.class("preview__text")) { said.text }
        }
    }
}
