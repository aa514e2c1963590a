import Crypto
import Database
import Policy
import Web

/// A secret address under which a person's own calendar program reads a school's posts.
struct CalendarFeed: Sendable {
    let person: Person.ID
    let school: School.ID

    /// How far the feed reaches, in days before and after today.
    static let reach = (past: 30, ahead: 180)

    /// Makes a person's address anew; the one before ends.
    static func issue(for viewer: Viewer, at now: Instant, in db: Connection) throws -> Token {
        try end(of: viewer, at: now, in: db)
        let token = Token.random()
        try db.run(
            """
            INSERT INTO calendar_feeds (digest, person_id, school_id, created_at)
            VALUES (\(token.digest), \(viewer.id), \(viewer.school.id), \(now))
            """
        )
        return token
    }

    static func end(of viewer: Viewer, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            UPDATE calendar_feeds SET ended_at = \(now)
            WHERE person_id = \(viewer.id) AND school_id = \(viewer.school.id) AND ended_at IS NULL
            """
        )
    }

    /// Since when a person has an address; nil when they have none.
    static func since(of viewer: Viewer, in db: Connection) throws -> Instant? {
        try db.first(
            """
            SELECT created_at FROM calendar_feeds
            WHERE person_id = \(viewer.id) AND school_id = \(viewer.school.id) AND ended_at IS NULL
            """
        ) { Instant(milliseconds: $0.int(0)) }
    }

    /// Whose address it is, as long as they may still see the school's posts.
    static func find(_ text: String, on day: Day, in db: Connection) throws -> CalendarFeed? {
        guard let token = Token(text: text) else { return nil }
        let feed = try db.first(
            """
            SELECT calendar_feeds.person_id, calendar_feeds.school_id FROM calendar_feeds
            JOIN people ON people.id = calendar_feeds.person_id AND people.deactivated_at IS NULL
            WHERE calendar_feeds.digest = \(token.digest) AND calendar_feeds.ended_at IS NULL
            """
        ) { CalendarFeed(person: Person.ID($0.int(0)), school: School.ID($0.int(1))) }
        guard let feed else { return nil }
        let may = try Person.appointments(of: feed.person, on: day, in: db).contains {
            ($0.school == nil || $0.school == feed.school) && Right.seePosts.roles.contains($0.role)
        }
        return may ? feed : nil
    }
}

/// Posts and notes as iCalendar writes them (RFC 5545).
///
/// It says when, where and in which state, not the words: calendars are read by other companies' computers.
struct CalendarFile {
    let name: String
    let publicURL: String
    let now: Instant
    private var lines: [String] = []

    init(name: String, publicURL: String, now: Instant) {
        self.name = name
        self.publicURL = publicURL
        self.now = now
    }

    mutating func add(_ entry: CalendarEntry, accounts: [String]) {
        let words = entry.state.words + (accounts.isEmpty ? "" : ": " + accounts.joined(separator: ", "))
        lines += [
            "BEGIN:VEVENT", "UID:post-\(entry.id.rawValue)@\(host)", "DTSTAMP:\(Self.stamp(now))",
            "DTSTART:\(Self.stamp(entry.at))", "DURATION:PT15M", "SUMMARY:\(Self.escaped(words))",
            "URL:\(publicURL)\(PostRoutes.show.path(entry.id))",
            "STATUS:\(entry.state == .scheduled || entry.state == .published ? "CONFIRMED" : "TENTATIVE")",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    mutating func add(_ note: CalendarNote) {
        // Who has died is nobody else's computer's business.
        let words = note.kind == .event ? note.title : note.kind.title
        lines += [
            "BEGIN:VEVENT", "UID:note-\(note.id.rawValue)@\(host)", "DTSTAMP:\(Self.stamp(now))",
            "DTSTART;VALUE=DATE:\(Self.date(note.first))", "DTEND;VALUE=DATE:\(Self.date(note.last.adding(days: 1)))",
            "SUMMARY:\(Self.escaped(words))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Schoolgate//Calendar//EN", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ]
        return (head + lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
    }

    private var host: String {
        publicURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
            .map { String($0.prefix { $0 != ":" }) } ?? "schoolgate"
    }

    /// Such as `20261124T100000Z`.
    static func stamp(_ instant: Instant) -> String {
        let seconds = instant.milliseconds / 1_000
        let day = Day(daysSince1970: Int(seconds / 86_400)), rest = Int(seconds % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return date(day) + "T" + two(rest / 3_600) + two(rest / 60 % 60) + two(rest % 60) + "Z"
    }

    private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n", "\r\n", "\r": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// No line has more than 75 bytes; the next begins with a space, and no character is torn.
    static func folded(_ line: String) -> String {
        var folded = "", count = 0
        for character in line {
            let size = character.utf8.count
            if count + size > 75 {
                folded += "\r\n "
                count = 1
            }
            folded.append(character)
            count += size
        }
        return folded
    }
}
