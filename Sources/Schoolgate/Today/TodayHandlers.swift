import Database
import HTML
import Policy
import Web

enum TodayHandlers {
    static let show = FixedRoute(.get, "/")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .signedIn, use: show)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let day = try await context.database.read(keptUnder: TodayGlance.Key(viewer, context)) { db in
            try TodayView.load(viewer, context, in: db)
        }
        return .page(TodayPage(day: day, viewer: viewer, context: context).body)
    }
}

struct TodayView: Sendable {
    let waiting: [Waiting]
    let goingOut: [Upcoming]
    let mayWrite: Bool

    fileprivate static func load(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> TodayView {
        let waiting = try Waiting.all(for: viewer, context, in: db), now = context.now()
        let glance = try TodayGlance.of(viewer, context, in: db)
        let upcoming = glance.goingOut.filter { $0.slot.map { $0 > now } ?? ($0.state == .scheduled) }
            .sorted { ($0.slot ?? now) < ($1.slot ?? now) }
        return TodayView(waiting: waiting, goingOut: upcoming, mayWrite: glance.mayWrite)
    }
}

/// A post in the queue.
struct Upcoming: Sendable {
    let id: Post.ID
    let title: String
    let state: Post.State
    let slot: Instant?

    init(_ post: Post) {
        (id, title, state, slot) = (post.id, post.title, post.state, post.slot)
    }
}

/// What Today shows beside the list of what waits.
private struct TodayGlance: Sendable {
    struct Key: Hashable {
        let standing: UInt64
        let day: Day

        init(_ viewer: Viewer, _ context: Context) {
            standing = viewer.standing
            day = context.today
        }
    }

    let goingOut: [Upcoming]
    /// Nothing can be written where no policy is in force.
    let mayWrite: Bool

    static func of(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> TodayGlance {
        try db.unchanged(Key(viewer, context)) {
            TodayGlance(
                goingOut: viewer.may(.seePosts)
                    ? try Post.inStates([.scheduled, .held], at: viewer.school.id, limit: 20, in: db)
                        .map(Upcoming.init) : [],
                mayWrite: try viewer.may(.writePosts) && context.rooms.room(of: viewer.school.id, in: db) != nil)
        }
    }
}

/// The first page: what waits for you, most urgent first, and an end to the list.
struct TodayPage: HTML {
    let day: TodayView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Today", in: .today, for: viewer, context, waiting: day.waiting.count) {
            PageHead(
                overline:
                    "\(context.clock.date(of: context.today, thisYear: context.today.year)), \(context.clock.time(of: context.now()))",
                heading: heading, lede: nil,
                action: day.mayWrite ? (label: "Write a post", path: PostRoutes.new.path()) : nil)
            div(.class("split")) {
                section(.aria(.labelledby, "waiting")) {
                    h2(.class("hush"), .id("waiting")) { "What waits for you" }
                    if day.waiting.isEmpty {
                        Empty(
                            heading: "Nothing waits for you",
                            text:
                                "Posts to approve, policies to sign and what went wrong appear here, most urgent first. You can close the page."
                        )
                    } else {
                        ol(.class("sheet day")) {
                            part(.now, "Now")
                            part(.today, "By the end of today")
                            part(.thisWeek, "This week")
                        }
                        p(.class("soft measure small")) { "That is everything." }
                    }
                }
                glance
            }
        }
    }

    private var heading: String {
        let count = day.waiting.count, name = viewer.person.firstName
        let urgent = day.waiting.count { $0.urgency == .now }
        if count == 0 { return "Nothing waits for you, \(name)." }
        let things = count == 1 ? "One thing waits" : "\(count.inWordsCapitalised) things wait"
        return urgent == 0 || urgent == count
            ? "\(things) for you, \(name)." : "\(things) for you, \(name). \(urgent.inWordsCapitalised) of them now."
    }

    private func part(_ urgency: Waiting.Urgency, _ name: String) -> Markup {
        let items = day.waiting.filter { $0.urgency == urgency }
        guard !items.isEmpty else { return Markup() }
        return .words {
            li(.class("day__part")) { name }
            for item in items {
                li(.class(urgency == .now ? "due due--urgent" : "due")) {
                    DueClock(item: item, context: context)
                    div {
                        h3 { a(.href(item.path)) { item.title } }
                        p(.class("due__why")) { item.why }
                        p(.class("due__meta row")) {
                            item.chip
                            a(.class("button button--plain"), .href(item.path)) {
                                item.action
                                span(.class("hush")) { ": \(item.title)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var glance: Markup {
        guard viewer.may(.seePosts) else { return Markup() }
        return GoingOut(posts: day.goingOut, viewer: viewer, context: context).body
    }
}

/// What is in the queue, so that nobody is surprised by it.
struct GoingOut: HTML {
    let posts: [Upcoming]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        aside(.class("aside"), .aria(.label, "The day at a glance")) {
            section {
                h2 { "Going out" }
                if posts.isEmpty { p(.class("soft")) { "Nothing is in the queue." } }
                ul(.class("stack stack--s"), .role("list")) {
                    for post in posts.prefix(8) { li { slot(post) } }
                }
                p { a(.href(CalendarRoutes.show.path())) { "See the calendar" } }
                PauseDoor(viewer: viewer)
            }
        }
    }

    private func when(_ slot: Instant) -> String {
        let words = context.clock.moment(of: slot, now: context.now())
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func slot(_ post: Upcoming) -> Markup {
        a(.class(post.state == .held ? "slot slot--held" : "slot"), .href(PostRoutes.show.path(post.id))) {
            b { post.slot.map { when($0) } ?? "Now" }
            " \(post.title) "
            br()
            span { post.state.words }
        }
    }
}

extension Int {
    /// As a heading begins: `Five`.
    var inWordsCapitalised: String {
        let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
        return words.indices.contains(self) ? words[self] : "\(self)"
    }
}
