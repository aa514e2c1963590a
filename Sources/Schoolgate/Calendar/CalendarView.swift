import Database
import Gate
import Policy

/// Everything a page of the calendar shows, in a fixed number of queries.
struct CalendarView: Sendable {
    let span: CalendarSpan
    let entries: [CalendarEntry]
    let notes: [CalendarNote]
    let conflicts: [CalendarConflict]
    let people: [Person.ID: Person]
    let accounts: [Account.ID: Account]
    /// Drafts that have no time yet.
    let undated: Int64

    static func load(
        _ span: CalendarSpan, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> CalendarView {
        let school = viewer.school.id
        let (start, end) = context.clock.bounds(of: span)
        let entries = try CalendarEntry.between(start, end, at: school, in: db)
        let notes = try CalendarNote.between(span.first, span.last, at: school, in: db)
        let accounts = try Account.byID(entries.flatMap(\.accounts), in: db)
        let finder = ConflictFinder(
            elections: try elections(at: school, context, in: db), notes: notes, accounts: accounts,
            clock: context.clock, now: context.now())
        return CalendarView(
            span: span, entries: entries, notes: notes, conflicts: finder.conflicts(in: entries),
            people: try Person.byID(entries.map(\.author), in: db), accounts: accounts,
            undated: try db.one(
                "SELECT count(*) FROM posts WHERE school_id = \(school) AND state = 'draft' AND slot_at IS NULL"
            ) { $0.int(0) })
    }

    /// The pre-election periods that the policy in force gives.
    static func elections(at school: School.ID, _ context: Context, in db: Connection) throws -> [DayRange] {
        try context.rooms.room(of: school, in: db)?.rulebook.rule(Elections.self)?.control.periods ?? []
    }

    func entries(on day: Day, _ clock: WallClock) -> [CalendarEntry] { entries.filter { clock.day(of: $0.at) == day } }
    func notes(on day: Day) -> [CalendarNote] { notes.filter { $0.contains(day) } }
    func hasConflict(_ entry: CalendarEntry) -> Bool { conflicts.contains { $0.posts.contains(entry.id) } }
}

extension WallClock {
    /// From the first midnight of some days to the midnight after them.
    func bounds(of span: CalendarSpan) -> (start: Instant, end: Instant) { bounds(from: span.first, to: span.last) }

    func bounds(from first: Day, to last: Day) -> (start: Instant, end: Instant) {
        let start = instant(day: first, hour: 0, minute: 0),
            end = instant(day: last.adding(days: 1), hour: 0, minute: 0)
        return (start ?? Instant(milliseconds: 0), end ?? Instant(milliseconds: .max))
    }
}

extension ConflictFinder {
    /// What a post meets at this time on these accounts; nothing when it has neither.
    static func conflicts(
        of draft: Draft, _ post: Post.ID?, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> [CalendarConflict] {
        guard let slot = draft.slot, slot > context.now() else { return [] }
        let day = context.clock.day(of: slot), school = viewer.school.id
        let near = try CalendarEntry.between(slot - Self.apart, slot + Self.apart, at: school, in: db)
        let finder = ConflictFinder(
            elections: try CalendarView.elections(at: school, context, in: db),
            notes: try CalendarNote.between(day, day, at: school, in: db),
            accounts: try Account.byID(draft.accounts, in: db), clock: context.clock, now: context.now())
        let own = CalendarEntry(
            id: post ?? Post.ID(0), title: Post.title(of: draft.text), state: .draft, at: slot, author: viewer.id,
            accounts: draft.accounts)
        return finder.conflicts(of: own, among: near)
    }
}
