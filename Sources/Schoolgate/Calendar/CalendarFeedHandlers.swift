import Crypto
import Database
import HTML
import Policy
import Web

enum CalendarFeedHandlers {
    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let since = try await context.database.read { db in try CalendarFeed.since(of: viewer, in: db) }
        return .page(CalendarFeedPage(since: since, address: nil, viewer: viewer, context: context).body)
    }

    static func make(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        let token = try await context.database.write { db in
            let token = try CalendarFeed.issue(for: viewer, at: now, in: db)
            try record("made a calendar address", viewer, at: now, in: db)
            return token
        }
        let address = context.configuration.publicURL + CalendarRoutes.readFeed.path(token.text)
        return .page(CalendarFeedPage(since: now, address: address, viewer: viewer, context: context).body)
    }

    static func end(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            guard try CalendarFeed.since(of: viewer, in: db) != nil else { return }
            try CalendarFeed.end(of: viewer, at: now, in: db)
            try record("ended a calendar address", viewer, at: now, in: db)
        }
        return .seeOther(CalendarRoutes.feed.path())
    }

    /// The feed itself, for a program that cannot sign in: the address is the key.
    static func read(_ request: Request, _ context: Context, _: Anyone, token: String) async throws -> Response {
        let now = context.now(), today = context.today, clock = context.clock
        let first = today.adding(days: -CalendarFeed.reach.past), last = today.adding(days: CalendarFeed.reach.ahead)
        let text = try await context.database.read { db -> String? in
            guard let feed = try CalendarFeed.find(token, on: today, in: db),
                let school = try School.find(feed.school, in: db)
            else { return nil }
            var file = CalendarFile(name: "\(school.name): posts", publicURL: context.configuration.publicURL, now: now)
            let (start, end) = clock.bounds(from: first, to: last)
            let entries = try CalendarEntry.between(start, end, at: school.id, in: db)
            let accounts = try Account.byID(entries.flatMap(\.accounts), in: db)
            for entry in entries { file.add(entry, accounts: entry.accounts.compactMap { accounts[$0]?.name }) }
            for note in try CalendarNote.between(first, last, at: school.id, in: db) { file.add(note) }
            return file.text
        }
        guard let text else { throw Problem.notFound }
        return .text(text, type: "text/calendar; charset=utf-8")
    }

    private static func record(_ verb: String, _ viewer: Viewer, at now: Instant, in db: Connection) throws {
        try Record.write(
            Event(verb, "person", viewer.id.rawValue, in: .school(viewer.school.id), by: viewer.id), at: now, in: db)
    }
}

/// How to see the posts in one's own calendar program, and how to end that.
struct CalendarFeedPage: HTML {
    let since: Instant?
    /// Shown once, when it is made: only its digest is kept.
    let address: String?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Your calendar", in: .calendar, for: viewer, context) {
            PageHead(
                overline: "Calendar", heading: heading,
                lede:
                    "Your own calendar program can show when the posts of \(viewer.school.name) go out, and which of them wait."
            )
            div(.class("card stack measure")) {
                if let address {
                    Field(
                        "Your secret address", name: "address", value: address, type: "url",
                        hint:
                            "Copy it now: it is shown once. Paste it in your calendar program, under “subscribe” or “add by address”.",
                        attributes: [Attribute("readonly", if: true)])
                } else if let since {
                    p {
                        "You made an address \(context.clock.moment(of: since, now: context.now())). Anybody who has it can read the times; if it got about, make another or end it."
                    }
                }
                p {
                    "It holds times, accounts and states, not the words of a post. It ends when your access does."
                }
                div(.class("row")) {
                    form(.method("post"), .action(CalendarRoutes.makeFeed.path())) {
                        CSRFField(viewer)
                        button(.class(since == nil ? "button" : "button button--plain"), .type("submit")) {
                            since == nil ? "Make an address" : "Make another, and end this one"
                        }
                    }
                    if since != nil {
                        form(.method("post"), .action(CalendarRoutes.endFeed.path())) {
                            CSRFField(viewer)
                            button(.class("button button--plain"), .type("submit")) { "End it" }
                        }
                    }
                }
            }
        }
    }

    private var heading: String {
        address != nil ? "Your address is ready" : since == nil ? "In your own calendar" : "Your calendar reads along"
    }
}
