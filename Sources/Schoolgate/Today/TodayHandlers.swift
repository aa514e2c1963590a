import HTML
import Policy
import Web

enum TodayHandlers {
    static let show = FixedRoute(.get, "/")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .signedIn, use: show)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(TodayPage(viewer: viewer, context: context).body)
    }
}

struct TodayPage: HTML {
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Today", in: .today, for: viewer, context) {
            PageHead(
                overline: context.clock.date(of: context.today, thisYear: context.today.year),
                heading: "Nothing waits for you, \(viewer.person.firstName).")
        }
    }
}
