internal import CCurl
internal import Glibc

/// Instants as networks write them, in milliseconds since 1970, UTC.
enum Moment {
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// From `2026-11-21T17:58:03.000Z`, with or without a fraction, with `Z`, an offset or neither.
    static func iso(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes.count <= 40 else { return nil }
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= bytes.count else { return nil }
            var value: Int64 = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int64(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            (1...12).contains(month), (1...31).contains(day), hour < 25, minute < 60, second < 61
        else { return nil }
        var at = 19, milliseconds: Int64 = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            var unit: Int64 = 100
            while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
                milliseconds += Int64(bytes[at] - 0x30) * unit
                unit /= 10
                at += 1
            }
        }
        var offset: Int64 = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
            let minutesAt = at + 3 < bytes.count && bytes[at + 3] == UInt8(ascii: ":") ? at + 4 : at + 3
            guard let hours = number((at + 1)..<(at + 3)), let minutes = number(minutesAt..<(minutesAt + 2)) else {
                return nil
            }
            offset = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "-") ? -1 : 1)
        }
        let minutes = days(year, month, day) * 1_440 + hour * 60 + minute - offset
        return (minutes * 60 + second) * 1_000 + milliseconds
    }

    /// From a date as HTTP and RSS write it.
    static func http(_ text: String) -> Int64? {
        guard text.utf8.count < 100 else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Int64(seconds) * 1_000
    }

    /// As `2026-11-21T17:58:03Z`.
    static func isoText(_ milliseconds: Int64) -> String {
        let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        let second = (rest < 0 ? rest + 86_400_000 : rest) / 1_000
        let (year, month, day) = civil(rest < 0 ? days - 1 : days)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let four = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        return "\(four)-\(two(month))-\(two(day))T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    /// Days since 1970 of a day of the Gregorian calendar.
    static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return (
            yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}
