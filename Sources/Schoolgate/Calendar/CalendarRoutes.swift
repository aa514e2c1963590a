import Web

/// Every address of the calendar.
enum CalendarRoutes {
    static let show = FixedRoute(.get, "/calendar")
    static let moveForm = Route<Post.ID>(.get, "/posts/:id/move")
    static let move = Route<Post.ID>(.post, "/posts/:id/time")
    static let notes = FixedRoute(.get, "/calendar/notes")
    static let addNote = FixedRoute(.post, "/calendar/notes")
    static let removeNote = Route<CalendarNote.ID>(.post, "/calendar/notes/:id/removal")
    static let feed = FixedRoute(.get, "/calendar/feed")
    static let makeFeed = FixedRoute(.post, "/calendar/feed")
    static let endFeed = FixedRoute(.post, "/calendar/feed/end")
    static let readFeed = Route<String>(.get, "/calendar/feed/:token.ics")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .holding(.seePosts), use: CalendarHandlers.show)
        router.on(moveForm, for: .holding(.writePosts), use: MoveHandlers.form)
        router.on(move, for: .holding(.writePosts), use: MoveHandlers.move)
        router.on(notes, for: .holding(.keepCalendar), use: CalendarNoteHandlers.index)
        router.on(addNote, for: .holding(.keepCalendar), use: CalendarNoteHandlers.add)
        router.on(removeNote, for: .holding(.keepCalendar), use: CalendarNoteHandlers.remove)
        router.on(feed, for: .holding(.seePosts), use: CalendarFeedHandlers.show)
        router.on(makeFeed, for: .holding(.seePosts), use: CalendarFeedHandlers.make)
        router.on(endFeed, for: .holding(.seePosts), use: CalendarFeedHandlers.end)
        router.on(readFeed, for: .anyone, use: CalendarFeedHandlers.read)
    }
}
