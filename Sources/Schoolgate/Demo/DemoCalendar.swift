import Gate
import Policy

/// Moves the demo's dates to the day it starts.
struct DemoCalendar {
    let now: Instant
    let clock: WallClock

    var today: Day { clock.day(of: now) }

    /// A day of the files, as far from today as it was from the day they were written for.
    func moved(_ day: Day) -> Day {
        day.adding(days: today.daysSince1970 - DemoFiles.written.daysSince1970)
    }

    /// A day of birth, moved by whole school years, so that nobody changes class.
    func movedBirth(_ day: Day) -> Day {
        day.adding(months: 12 * (Self.schoolYear(of: today) - Self.schoolYear(of: DemoFiles.written)))
    }

    private static func schoolYear(of day: Day) -> Int { day.month >= 9 ? day.year : day.year - 1 }

    func instant(daysAgo: Int, _ time: String) -> Instant { instant(today.adding(days: -daysAgo), time) }

    /// `HH:MM` on the school's wall.
    func instant(_ day: Day, _ time: String) -> Instant {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        return clock.instant(day: day, hour: parts.first ?? 9, minute: parts.last ?? 0) ?? now
    }

    /// The moment a post's line names: on the last such day of the year, or so many days ago.
    func moment(of post: DemoPost) throws -> Instant {
        if let daysAgo = post.daysAgo { return instant(daysAgo: daysAgo, post.time) }
        let parts = (post.on ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else {
            throw DemoProblem("Demo/posts.jsonl: \(post.id) has neither `on` nor `days_ago`.")
        }
        for year in [today.year, today.year - 1] {
            // The twenty-ninth of February is the day before March in other years.
            let day =
                Day(year: year, month: parts[0], day: parts[1]) ?? Day(year: year, month: parts[0], day: parts[1] - 1)
            if let day, day < today { return instant(day, post.time) }
        }
        throw DemoProblem("Demo/posts.jsonl: \(post.id) has no day “\(post.on ?? "")”.")
    }

    /// The next time the wall shows this, at least a quarter of an hour ahead: what waits never starts out late.
    func next(_ time: String) -> Instant {
        let today = instant(daysAgo: 0, time)
        return today > now + .minutes(15) ? today : instant(daysAgo: -1, time)
    }

    /// When a post is to go out: days ahead where its line says so, else the next time the wall shows its time.
    func slot(of post: DemoPost) throws -> Instant {
        (post.daysAgo ?? 0) < 0 ? try moment(of: post) : next(post.time)
    }

    /// The last time the wall showed this, at least five minutes ago.
    func last(_ time: String) -> Instant {
        let today = instant(daysAgo: 0, time)
        return today < now - .minutes(5) ? today : instant(daysAgo: 1, time)
    }
}
