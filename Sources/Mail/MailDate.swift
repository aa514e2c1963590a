/// Dates as mails say them (RFC 5322, section 3.3), in universal time.
enum MailDate {
    /// 1970 to 9999.
    static let range: ClosedRange<Int64> = 0...253_402_300_799

    static func text(_ seconds: Int64) -> String {
        let days = seconds / 86_400, second = Int(seconds % 86_400)
        // The civil calendar, counted from 1 March of the year 0 in eras of 400 years.
        let shifted = days + 719_468
        let era = shifted / 146_097, dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10)
        let year = yearOfEra + era * 400 + (month < 2 ? 1 : 0)
        let time = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return
            "\(weekdays[Int(days % 7)]), \(day) \(months[month]) \(year) \(time.joined(separator: ":")) +0000"
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
