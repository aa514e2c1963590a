import Policy
import Web

/// The days that a page of the calendar shows.
struct CalendarSpan: Sendable, Equatable {
    enum View: String, CaseIterable, Sendable {
        case month, week, list

        var title: String {
            switch self {
            case .month: "Month"
            case .week: "Week"
            case .list: "List"
            }
        }
    }

    /// How many days a list shows.
    static let listLength = 28

    let view: View
    /// A day that is shown, as the address names it.
    let anchor: Day
    let first: Day
    let last: Day

    init(_ view: View, around anchor: Day) {
        self.view = view
        self.anchor = anchor
        switch view {
        case .month:
            let start = anchor.adding(days: 1 - anchor.day)
            let end = Self.nextMonth(after: anchor).adding(days: -1)
            first = start.adding(days: -start.weekday)
            last = end.adding(days: 6 - end.weekday)
        case .week:
            first = anchor.adding(days: -anchor.weekday)
            last = first.adding(days: 6)
        case .list:
            first = anchor
            last = anchor.adding(days: Self.listLength - 1)
        }
    }

    /// Days in rows of seven, Monday first.
    var weeks: [[Day]] {
        stride(from: first.daysSince1970, through: last.daysSince1970, by: 7).map { monday in
            (monday..<monday + 7).map { Day(daysSince1970: $0) }
        }
    }

    func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// Whether a day belongs to the month that is shown; the weeks around it fill up with days of others.
    func isInside(_ day: Day) -> Bool { view != .month || (day.month, day.year) == (anchor.month, anchor.year) }

    var earlier: CalendarSpan {
        switch view {
        case .month: CalendarSpan(.month, around: anchor.adding(days: -anchor.day))
        case .week: CalendarSpan(.week, around: anchor.adding(days: -7))
        case .list: CalendarSpan(.list, around: anchor.adding(days: -Self.listLength))
        }
    }

    var later: CalendarSpan {
        switch view {
        case .month: CalendarSpan(.month, around: Self.nextMonth(after: anchor))
        case .week: CalendarSpan(.week, around: anchor.adding(days: 7))
        case .list: CalendarSpan(.list, around: anchor.adding(days: Self.listLength))
        }
    }

    var path: String { CalendarRoutes.show.path() + "?view=\(view.rawValue)&on=\(anchor)" }

    /// Such as `November 2026`, `16 to 22 November 2026` or `21 November to 18 December 2026`.
    func title(_ clock: WallClock) -> String {
        func words(_ day: Day) -> [Substring] { clock.plainDate(of: day).split(separator: " ") }
        if view == .month { return words(anchor).dropFirst().joined(separator: " ") }
        let from = words(first), to = words(last).joined(separator: " ")
        if (first.month, first.year) == (last.month, last.year) { return "\(from[0]) to \(to)" }
        return (first.year == last.year ? from.prefix(2) : from[...]).joined(separator: " ") + " to " + to
    }

    private static func nextMonth(after day: Day) -> Day {
        // The 28th and four days more is always in the next month, whatever the month's length.
        let inside = day.adding(days: 32 - day.day)
        return inside.adding(days: 1 - inside.day)
    }
}
