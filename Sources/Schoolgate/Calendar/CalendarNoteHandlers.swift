import Database
import HTML
import Policy
import Web

enum CalendarNoteHandlers {
    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await page(context, viewer, request.form, FieldErrors()))
    }

    static func add(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        do {
            let note = try NewCalendarNote(request.form)
            try await context.database.write { db in
                try note.add(at: viewer.school.id, by: viewer.id, now: now, in: db)
            }
            return .seeOther(CalendarRoutes.notes.path())
        } catch let errors as FieldErrors {
            return .page(try await page(context, viewer, request.form, errors), status: 422)
        }
    }

    static func remove(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: CalendarNote.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            guard let note = try CalendarNote.find(id, at: viewer.school.id, in: db) else { throw Problem.notFound }
            try note.remove(at: viewer.school.id, by: viewer.id, now: now, in: db)
        }
        return .seeOther(CalendarRoutes.notes.path())
    }

    private static func page(
        _ context: Context, _ viewer: Viewer, _ form: Form, _ errors: FieldErrors
    ) async throws -> Markup {
        let today = context.today
        let notes = try await context.database.read { db in
            try CalendarNote.between(today.adding(days: -30), today.adding(days: 730), at: viewer.school.id, in: db)
        }
        return CalendarNotesPage(notes: notes, typed: form, errors: errors, viewer: viewer, context: context).body
    }
}

extension NewCalendarNote {
    init(_ form: Form) throws {
        var reader = FormReader(form)
        let kind = CalendarNote.Kind(rawValue: form["kind"] ?? "") ?? .event
        let title = reader.line(
            "title", missing: kind == .event ? "Say what happens, such as Christmas fair." : nil, most: 100)
        let first = reader.day("first", missing: "Choose the first day.")
        let last = reader.day("last")
        if let first, let last, last < first {
            reader.refuse("last", "This is before the first day. Choose the same day or a later one.")
        }
        if let first, let last, last.daysSince1970 - first.daysSince1970 > CalendarNote.longest {
            reader.refuse("last", "A note lasts \(CalendarNote.longest) days at the most.")
        }
        try reader.finish()
        guard let first else { throw FieldErrors() }
        let standing = kind == .bereavement ? first.adding(days: CalendarNote.quietDays) : first
        self.init(kind: kind, title: title.isEmpty ? kind.title : title, first: first, last: last ?? standing)
    }
}

/// What the school notes beside its posts.
struct CalendarNotesPage: HTML {
    let notes: [CalendarNote]
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Calendar notes", in: .calendar, for: viewer, context) {
            PageHead(
                overline: "Calendar", heading: heading,
                lede: "Everybody who plans posts sees them. After a bereavement notice, posts wait for a second look.")
            errors.summary
            div(.class("split")) {
                list
                form(.class("card stack"), .method("post"), .action(CalendarRoutes.addNote.path())) {
                    h2 { "Note something" }
                    CSRFField(viewer)
                    Field(
                        "What it is", name: "kind",
                        options: CalendarNote.Kind.allCases.map { (value: $0.rawValue, label: $0.title) },
                        selected: typed["kind"])
                    Field(
                        "In a few words", name: "title", value: typed["title"] ?? "",
                        hint: "For a bereavement write no name; it may stay empty.", error: errors["title"])
                    Field(
                        "First day", name: "first", value: typed["first"] ?? "", type: "date", error: errors["first"])
                    Field(
                        "Last day (optional)", name: "last", value: typed["last"] ?? "", type: "date",
                        hint:
                            "After a bereavement posts wait for \(CalendarNote.quietDays) days unless you choose another.",
                        error: errors["last"])
                    p { button(.class("button"), .type("submit")) { "Note it" } }
                }
            }
        }
    }

    private var heading: String {
        notes.isEmpty ? "Nothing is noted" : notes.count == 1 ? "One note" : "\(notes.count.inWordsCapitalised) notes"
    }

    private var list: Markup {
        if notes.isEmpty {
            return Empty(
                heading: "No notes", text: "Events, days off and bereavement notices of this school appear here."
            ).body
        }
        return ul(.class("post-list"), .role("list")) {
            for note in notes {
                li(.class("note-row row row--apart")) {
                    div {
                        h2(.class("post-row__title")) { note.title }
                        p(.class("row small soft")) {
                            if note.title != note.kind.title { span { note.kind.title } }
                            span { days(note) }
                        }
                    }
                    form(.method("post"), .action(CalendarRoutes.removeNote.path(note.id))) {
                        CSRFField(viewer)
                        button(.class("button button--quiet"), .type("submit")) {
                            "Take it out"
                            span(.class("hush")) { ": \(note.title)" }
                        }
                    }
                }
            }
        }
    }

    private func days(_ note: CalendarNote) -> String {
        let year = context.today.year
        let first = context.clock.date(of: note.first, thisYear: year)
        return note.first == note.last ? first : "\(first) to \(context.clock.date(of: note.last, thisYear: year))"
    }
}
