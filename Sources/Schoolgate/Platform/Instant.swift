import Foundation
public import Policy

/// A moment in integer milliseconds since 1970, UTC.
public struct Instant: Sendable, Hashable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (instant: Instant, span: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + span.milliseconds)
    }
    public static func - (instant: Instant, span: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - span.milliseconds)
    }
    /// How long after the other this is.
    public static func - (a: Instant, b: Instant) -> Duration { .milliseconds(a.milliseconds - b.milliseconds) }
}

extension Duration {
    public var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }

    public static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    public static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }
    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}

/// The time on the school's wall: every date that people read or type goes through here.
public struct WallClock: Sendable {
    private let zone: TimeZone

    /// The United Kingdom's time zone, for every school in the four nations.
    public static let unitedKingdom = WallClock(TimeZone(identifier: "Europe/London") ?? .gmt)

    init(_ zone: TimeZone) { self.zone = zone }

    public func day(of instant: Instant) -> Day {
        Day(daysSince1970: Int((local(instant) / 86_400_000).rounded(.down)))
    }

    /// Such as `13:35`.
    public func time(of instant: Instant) -> String {
        let minutes = Int(local(instant) / 60_000) % 1_440
        return padded(minutes / 60) + ":" + padded(minutes % 60)
    }

    /// Such as `Monday 23 November`, with the year unless it is this one.
    public func date(of day: Day, thisYear: Int? = nil) -> String {
        let name = "\(Self.weekdays[day.weekday]) \(day.day) \(Self.months[day.month - 1])"
        return day.year == thisYear ? name : "\(name) \(day.year)"
    }

    /// Such as `23 November 2026`.
    public func plainDate(of day: Day) -> String { "\(day.day) \(Self.months[day.month - 1]) \(day.year)" }

    /// Such as `Monday 23 November, 13:35`; today and yesterday are said as such.
    public func moment(of instant: Instant, now: Instant) -> String {
        let day = day(of: instant), today = self.day(of: now)
        let time = time(of: instant)
        switch day.daysSince1970 - today.daysSince1970 {
        case 0: return "today, \(time)"
        case 1: return "tomorrow, \(time)"
        case -1: return "yesterday, \(time)"
        default: return "\(date(of: day, thisYear: today.year)), \(time)"
        }
    }

    /// The moment a `datetime-local` field names; nil when it is not one.
    public func instant(day: Day, hour: Int, minute: Int) -> Instant? {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        let local = Int64(day.daysSince1970) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
        let guess = Date(timeIntervalSince1970: Double(local) / 1_000)
        let first = local - Int64(zone.secondsFromGMT(for: guess)) * 1_000
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(first) / 1_000))
        return Instant(milliseconds: local - Int64(offset) * 1_000)
    }

    /// Reads `2026-11-21T13:35`, as browsers send it.
    public func instant(field: String) -> Instant? {
        let parts = field.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = Day(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":")
        guard clock.count >= 2, let hour = Int(clock[0]), let minute = Int(clock[1]) else { return nil }
        return instant(day: day, hour: hour, minute: minute)
    }

    /// The value of a `datetime-local` field.
    public func field(_ instant: Instant) -> String { "\(day(of: instant))T\(time(of: instant))" }

    private func local(_ instant: Instant) -> Double {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        return Double(instant.milliseconds) + Double(zone.secondsFromGMT(for: date)) * 1_000
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
