import HTML
import Policy
import Web

/// The days that have something, one below the other: the calendar of a phone, and of everybody without JavaScript.
struct CalendarAgenda: HTML {
    let view: CalendarView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if days.isEmpty {
            return Empty(
                heading: "Nothing on these days",
                text: "Posts with a time, published ones and what the school notes appear here."
            ).body
        }
        return ol(.class("sheet agenda"), .id("agenda")) {
            for day in days {
                li {
                    h2 {
                        context.clock.date(of: day, thisYear: context.today.year)
                        if day == context.today { " (today)" }
                    }
                    div(.class("agenda__day")) {
                        for note in view.notes(on: day) {
                            p(.class("note note--\(note.kind.rawValue)")) { note.title }
                        }
                        ul(.class("agenda__posts"), .role("list")) {
                            for entry in view.entries(on: day, context.clock) { li { line(entry) } }
                        }
                    }
                }
            }
        }
    }

    private var days: [Day] {
        (view.span.first.daysSince1970...view.span.last.daysSince1970).map { Day(daysSince1970: $0) }
            .filter { !view.entries(on: $0, context.clock).isEmpty || !view.notes(on: $0).isEmpty }
    }

    private func line(_ entry: CalendarEntry) -> Markup {
        .words {
            time(.datetime(context.clock.field(entry.at))) { context.clock.time(of: entry.at) }
            div {
                p { a(.href(entry.path)) { entry.title } }
                p(.class("row small soft")) {
                    entry.state.chip
                    if view.hasConflict(entry) { Chip("To look at", .warn, icon: .warn) }
                    span { view.people[entry.author]?.name ?? "Somebody who left" }
                    span { entry.accounts.compactMap { view.accounts[$0]?.name }.joined(separator: ", ") }
                    if viewer.may(.writePosts), entry.state.isEditable {
                        a(.class("agenda__move"), .href(CalendarRoutes.moveForm.path(entry.id))) {
                            "Move"
                            span(.class("hush")) { ": \(entry.title)" }
                        }
                    }
                }
            }
        }
    }
}
