import Foundation
import Schoolgate

/// The two options that say which installation a verb works on.
enum StoredData {
    static let defaultFolder = "schoolgate-data"

    static let options = [
        CommandOption(
            name: "data", value: "DIR", meaning: "the installation's data folder (./schoolgate-data)"),
        CommandOption(
            name: "database", value: "URL", meaning: "its PostgreSQL database, as postgresql://user@host/name"),
    ]

    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    static func folder(_ arguments: Arguments) -> String { arguments.value("data") ?? defaultFolder }

    /// What is there; refuses a place without data.
    static func open(_ arguments: Arguments) async throws -> Installation {
        try await .open(data: folder(arguments), database: arguments.value("database"))
    }

    /// A day and a time as people read them, such as `23 November 2026, 13:35`.
    static func moment(_ instant: Instant) -> String {
        let clock = WallClock.unitedKingdom
        return "\(clock.plainDate(of: clock.day(of: instant))), \(clock.time(of: instant))"
    }
}

/// Such as `1 row` or `12 rows`.
func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
