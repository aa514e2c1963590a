import HTML
import Policy
import Web

/// What the school says, and when: a month, a week or a list, with every time visible.
struct CalendarPage: HTML {
    let view: CalendarView
    let moved: Post?
    let viewer: Viewer
    let context: Context

    private var shown: CalendarSpan { view.span }
    private var now: Instant { context.now() }

    var body: Markup {
        Shell(
            "Calendar", in: .calendar, for: viewer, context,
            scripts: viewer.may(.writePosts) ? ["calendar.js"] : []
        ) {
            PageHead(
                overline: "Calendar", heading: heading,
                action: viewer.may(.writePosts) ? (label: "Write a post", path: PostRoutes.new.path()) : nil)
            if let moved { Toast(text: done(moved)) }
            if !view.conflicts.isEmpty { ConflictList(conflicts: view.conflicts) }
            div(.class("stack")) {
                controls
                if shown.view == .list {
                    CalendarAgenda(view: view, viewer: viewer, context: context)
                } else {
                    CalendarGrid(view: view, viewer: viewer, context: context)
                }
            }
            footing
            PauseDoor(viewer: viewer)
        }
    }

    private var heading: String {
        let coming = view.entries.count { $0.isToCome(now) }
        let posts =
            coming == 0
            ? "Nothing to come" : coming == 1 ? "One post to come" : "\(coming.inWordsCapitalised) posts to come"
        switch view.conflicts.count {
        case 0: return coming == 0 ? "Nothing to come on these days" : "\(posts), nothing in the way"
        case 1: return "\(posts), one thing to look at"
        case let count: return "\(posts), \(count.inWordsCapitalised.lowercased()) things to look at"
        }
    }

    private func done(_ post: Post) -> String {
        let time = post.slot.map { context.clock.moment(of: $0, now: now) } ?? "no time"
        let next =
            switch post.state {
            case .held: " It waits for approval again."
            case .scheduled: " It goes out then."
            default: ""
            }
        return "Moved “\(post.title)” to \(time).\(next)"
    }

    private var controls: Markup {
        div(.class("row row--apart calendar-bar")) {
            nav(.class("row tabs"), .aria(.label, "Views")) {
                for other in CalendarSpan.View.allCases {
                    a(.href(path(other)), .aria(.current, other == shown.view ? "page" : nil)) { other.title }
                }
            }
            nav(.class("row"), .aria(.label, "Days")) {
                a(.class("button button--plain"), .href(shown.earlier.path)) {
                    "Earlier"
                    hushed("\(shown.earlier.title(context.clock))")
                }
                a(.class("button button--plain"), .href(CalendarRoutes.show.path() + "?view=\(shown.view.rawValue)")) {
                    "Today"
                }
                a(.class("button button--plain"), .href(shown.later.path)) {
                    "Later"
                    hushed("\(shown.later.title(context.clock))")
                }
            }
        }
    }

    /// From a month that is not this one, the other views start on its first day.
    private func path(_ other: CalendarSpan.View) -> String {
        let isNow = shown.contains(context.today)
        let first = shown.view == .month ? shown.anchor.adding(days: 1 - shown.anchor.day) : shown.first
        return CalendarRoutes.show.path() + "?view=\(other.rawValue)" + (isNow ? "" : "&on=\(first)")
    }

    private func hushed(_ words: String) -> Markup { span(.class("hush")) { ": \(words)" } }

    private var footing: Markup {
        div(.class("stack stack--s measure")) {
            if shown.view != .list, viewer.may(.writePosts) {
                p(.class("soft small"), .id("moving")) {
                    "To move a post, drag it to another day, or focus it and press Shift with an arrow key, then Enter. "
                    "Or open it and choose another time. Nothing moves before you have seen what it means."
                }
            }
            if view.undated > 0 {
                p(.class("small")) {
                    a(.href(PostRoutes.index.path() + "?show=drafts")) {
                        view.undated == 1 ? "One draft has no time yet" : "\(view.undated) drafts have no time yet"
                    }
                }
            }
            p(.class("row small")) {
                if viewer.may(.keepCalendar) {
                    a(.href(CalendarRoutes.notes.path())) { "Note an event, an INSET day or a bereavement" }
                }
                a(.href(CalendarRoutes.feed.path())) { "See it in your own calendar" }
            }
        }
    }
}

/// What does not go together, in words.
struct ConflictList: HTML {
    let conflicts: [CalendarConflict]
    var heading = "Things to look at"

    var body: Markup {
        section(.class("finding finding--warn"), .aria(.labelledby, "s-conflicts")) {
            Icon.warn.markup
            div(.class("finding__body")) {
                h2(.class("finding__heading"), .id("s-conflicts")) { heading }
                ul { for conflict in conflicts.prefix(20) { li { conflict.words } } }
                if conflicts.count > 20 { p { "And \(conflicts.count - 20) more." } }
            }
        }
    }
}
