import HTML
import Policy
import Web

/// Another time for a post, and what that means, said before it happens.
struct MovePage: HTML {
    let view: MoveView
    let problem: String?
    let viewer: Viewer
    let context: Context

    private var post: Post { view.post }

    var body: Markup {
        Shell("Move “\(post.title)”", in: .calendar, for: viewer, context) {
            PageHead(overline: "Calendar", heading: "Move “\(post.title)”", lede: now)
            form(
                .class("card stack measure"), .method("post"), .action(CalendarRoutes.move.path(post.id)),
                .id("move")
            ) {
                CSRFField(viewer)
                input(.type("hidden"), .name("edits"), .value("\(post.edits)"))
                if let to = view.to, !view.conflicts.isEmpty {
                    input(.type("hidden"), .name("seen"), .value(context.clock.field(to)))
                    ConflictList(conflicts: view.conflicts, heading: "At that time")
                }
                Field(
                    "When it goes out", name: "slot",
                    value: (view.to ?? post.slot).map { context.clock.field($0) } ?? "",
                    type: "datetime-local", error: problem)
                p { consequence }
                p(.class("row")) {
                    button(.class("button"), .type("submit")) {
                        view.conflicts.isEmpty ? "Move it" : "Move it all the same"
                    }
                    a(.class("button button--plain"), .href(PostRoutes.show.path(post.id))) { "Leave it where it is" }
                }
            }
        }
    }

    private var now: String {
        post.slot.map { "It is set for \(context.clock.moment(of: $0, now: context.now()))." } ?? "It has no time yet."
    }

    private var consequence: String {
        let time = post.slot.map { " for \(context.clock.moment(of: $0, now: context.now()))" } ?? ""
        let asked = view.asked.prefix(3).map(\.name)
        let others = asked.isEmpty ? "Nobody is there who could approve it again" : asked.inWords("or")
        if !view.approvedBy.isEmpty {
            let names = view.approvedBy.map(\.name)
            return "\(names.inWords()) approved it\(time). An approval is for its time too: moved, "
                + (asked.isEmpty
                    ? "it waits, and nobody is there who could approve it again."
                    : "\(others) is asked again.")
        }
        switch post.state {
        case .held:
            return asked.isEmpty
                ? "It waits for approval, and nobody is there who could approve it after you have changed it."
                : "It waits for approval. \(others) is asked about the new time."
        case .scheduled:
            return asked.isEmpty
                ? "It passes the gate again, and goes out at the new time."
                : "It passes the gate again, and \(others) is asked first."
        case .missed, .stopped: return "It does not go out by itself: send it again after you have moved it."
        default: return "It stays a draft; nothing is sent."
        }
    }
}
