import Database
import Policy
import Web

enum CalendarHandlers {
    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let view = CalendarSpan.View(rawValue: request.query["view"] ?? "") ?? .month
        let span = CalendarSpan(view, around: day(request.query["on"]) ?? context.today)
        let moved = ID<Post>(pathComponent: (request.query["moved"] ?? "")[...])
        let (page, done) = try await context.database.read { db in
            let done = try moved.flatMap { try Post.find($0, at: [viewer.school.id], in: db) }
            return (try CalendarView.load(span, viewer, context, in: db), done)
        }
        return .page(CalendarPage(view: page, moved: done, viewer: viewer, context: context).body)
    }

    /// A day that people may look at: anybody can write an address.
    static func day(_ text: String?) -> Day? {
        text.flatMap { Day($0) }.flatMap { (2_000...2_100).contains($0.year) ? $0 : nil }
    }
}
