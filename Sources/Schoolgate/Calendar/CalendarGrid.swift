import HTML
import Policy
import Web

/// A month or a week as a table of days; on a phone the days with something in them stand below each other.
struct CalendarGrid: HTML {
    let view: CalendarView
    let viewer: Viewer
    let context: Context

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    var body: Markup {
        div(.class("calendar"), .id("calendar"), Attribute("data-view", view.span.view.rawValue)) {
            table {
                caption { view.span.title(context.clock) }
                thead {
                    tr { for name in Self.weekdays { th(Attribute("scope", "col")) { String(name.prefix(3)) } } }
                }
                tbody { for week in view.span.weeks { tr { for day in week { cell(day) } } } }
            }
            if isBare { p(.class("calendar__none soft")) { "No post and no note on these days." } }
        }
    }

    private var isBare: Bool { view.entries.isEmpty && view.notes.isEmpty }

    private func cell(_ day: Day) -> Markup {
        let name = Self.weekdays[day.weekday].prefix(3)
        return td(.class(style(day)), Attribute("data-day", "\(day)")) {
            span(.class("d"), Attribute("data-day", String(name)), Attribute("data-date", shortDate(day))) {
                "\(day.day)"
                if day == context.today { span(.class("hush")) { ", today" } }
            }
            for note in view.notes(on: day) {
                small(.class("note note--\(note.kind.rawValue)")) { note.title }
            }
            for entry in view.entries(on: day, context.clock) {
                CalendarSlot(entry: entry, hasConflict: view.hasConflict(entry), viewer: viewer, context: context)
            }
        }
    }

    private func shortDate(_ day: Day) -> String {
        context.clock.date(of: day, thisYear: day.year)
    }

    private func style(_ day: Day) -> String? {
        var names: [String] = []
        if day == context.today { names.append("is-today") }
        if day.weekday > 4 || view.notes(on: day).contains(where: { $0.kind == .inset }) { names.append("is-closed") }
        if !view.span.isInside(day) { names.append("is-outside") }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }
}

/// One post in a cell: its time first.
struct CalendarSlot: HTML {
    let entry: CalendarEntry
    let hasConflict: Bool
    let viewer: Viewer
    let context: Context

    var body: Markup {
        a(
            .class(entry.slotStyle), .href(entry.path),
            Attribute("data-post", isMovable ? "\(entry.id.rawValue)" : nil),
            Attribute("data-at", isMovable ? context.clock.field(entry.at) : nil),
            Attribute("draggable", isMovable ? "true" : nil)
        ) {
            b { context.clock.time(of: entry.at) }
            " \(entry.title)"
            if hasConflict {
                " "
                Icon.warn.markup
                span(.class("hush")) { "something to look at" }
            }
            span(.class("hush")) { ", \(entry.state.words.lowercased())" }
        }
    }

    private var isMovable: Bool { viewer.may(.writePosts) && entry.state.isEditable }
}

extension CalendarEntry {
    var slotStyle: String {
        switch state {
        case .held: "slot slot--held"
        case .draft, .returned: "slot slot--draft"
        case .missed, .stopped: "slot slot--stopped"
        case .published, .publishing, .removing: "slot slot--out"
        case .scheduled, .removed, .discarded: "slot"
        }
    }

    var path: String { state == .draft ? PostRoutes.edit.path(id) : PostRoutes.show.path(id) }
}
