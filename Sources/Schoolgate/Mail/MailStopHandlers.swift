import Database
import HTML
import Web

/// Ends somebody's mails from the mail itself, without signing in: the link carries its own proof.
enum MailStopHandlers {
    static let ask = Route<String>(.get, "/mail/stop/:token")
    static let stop = Route<String>(.post, "/mail/stop/:token")

    static func register(on router: inout Router<Context>) {
        router.on(ask, for: .anyone, use: ask)
        router.on(stop, for: .anyone, use: stop)
    }

    /// A mail program sends this by itself (RFC 8058) and has no page of ours; the token in the address is the proof.
    static func isStop(_ request: Request) -> Bool { request.path.hasPrefix("/mail/stop/") }

    /// Only asks: programs that look at links in mails before people do end nothing.
    static func ask(_ request: Request, _ context: Context, _: Anyone, token: String) async throws -> Response {
        guard MailStop.person(of: token, context.keys) != nil else { throw Problem.notFound }
        return .page(MailStopPage(token: token, isDone: false, context: context).body)
    }

    static func stop(_ request: Request, _ context: Context, _: Anyone, token: String) async throws -> Response {
        guard let person = MailStop.person(of: token, context.keys) else { throw Problem.notFound }
        let now = context.now()
        try await context.database.write { db in
            guard try Person.find(person, in: db) != nil else { throw Problem.notFound }
            try MailPerson.choose(.nothing, for: person, by: person, at: now, in: db)
        }
        return .page(MailStopPage(token: token, isDone: true, context: context).body)
    }
}

struct MailStopPage: HTML {
    let token: String
    let isDone: Bool
    let context: Context

    var body: Markup {
        Door(isDone ? "No more mails" : "Stop the mails?", context) {
            div { h1 { isDone ? "No more mails" : "Stop the mails?" } }
            if isDone {
                p(.role("status")) { "Nothing more is sent to you about what waits. It still stands on Today." }
                p { MailChoice.duties }
                p { "To hear of it again, sign in and choose under Your account." }
                p { a(.class("button button--plain"), .href(OwnAccountHandlers.show.path())) { "Your account" } }
            } else {
                p { "Schoolgate then writes nothing more to you about what waits. It still stands on Today." }
                p { MailChoice.duties }
                form(.method("post"), .action(MailStopHandlers.stop.path(token))) {
                    button(.class("button button--wide"), .type("submit")) { "Stop the mails" }
                }
            }
        }
    }
}
