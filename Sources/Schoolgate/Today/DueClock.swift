import HTML
import Policy

/// How long there is left for something: a dial that fills up, the words, and the hour.
struct DueClock: HTML {
    let item: Waiting
    let context: Context

    var body: Markup {
        p(.class(style)) {
            if item.due != nil { Self.dial(percent) }
            span {
                words
                if let hour { small { hour } }
            }
        }
    }

    private var minutes: Int? {
        item.due.map { Int(($0.milliseconds - context.now().milliseconds) / 60_000) }
    }

    private var style: String {
        guard let minutes else { return "clock" }
        return minutes < 0 ? "clock clock--late" : minutes < 180 ? "clock clock--soon" : "clock"
    }

    /// How much of the last day before it has gone by.
    private var percent: Int {
        guard let minutes else { return 0 }
        return min(100, max(0, 100 - minutes * 100 / 1_440))
    }

    private var words: String {
        guard let minutes else {
            return item.urgency == .now ? "Now" : item.urgency == .today ? "Today" : "This week"
        }
        if minutes < 0 { return "\(length(-minutes)) late" }
        return "\(length(minutes)) left"
    }

    private var hour: String? {
        guard let due = item.due, let minutes else { return nil }
        let day = context.clock.day(of: due), today = context.today
        if day == today {
            return minutes < 0 ? "was due \(context.clock.time(of: due))" : "by \(context.clock.time(of: due))"
        }
        if minutes < 0 { return "was due \(context.clock.date(of: day, thisYear: today.year))" }
        return "by \(context.clock.moment(of: due, now: context.now()))"
    }

    private func length(_ minutes: Int) -> String {
        switch minutes {
        case ..<60: "\(minutes) min"
        case ..<2_880: "\(minutes / 60) h"
        default: "\(minutes / 1_440) days"
        }
    }

    private static func dial(_ percent: Int) -> Markup {
        .raw(
            """
            <svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="15"/>\
            <circle cx="18" cy="18" r="15" pathLength="100" stroke-dasharray="\(percent) 100"/></svg>
            """)
    }
}
