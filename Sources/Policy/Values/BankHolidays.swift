/// The bank holidays of one part of the United Kingdom: the days that its law names, by rule, and those that a
/// proclamation added or moved.
///
/// Banking and Financial Dealings Act 1971, schedule 1, and what has been proclaimed every year since; the days of 2019
/// to 2028 are those of https://www.gov.uk/bank-holidays. A one-off day of a later year is added to `proclaimed`.
public enum BankHolidays: Sendable, CaseIterable {
    case englandAndWales, scotland, northernIreland

    /// A one-off change, with the days it adds and the day of the rule that it takes the place of.
    struct Proclamation: Sendable {
        let added: String
        var insteadOf: String?
        /// Nil where it holds everywhere.
        var only: BankHolidays?
    }

    /// As published at https://www.gov.uk/bank-holidays and, for 2026, in the proclamation of 4 February 2026.
    static let proclaimed = [
        // Seventy-five years since the end of the war in Europe.
        Proclamation(added: "2020-05-08", insteadOf: "2020-05-04"),
        // The Queen's Platinum Jubilee, and her funeral.
        Proclamation(added: "2022-06-02", insteadOf: "2022-05-30"),
        Proclamation(added: "2022-06-03"),
        Proclamation(added: "2022-09-19"),
        // The King's coronation.
        Proclamation(added: "2023-05-08"),
        // Scotland's first match at the World Cup.
        Proclamation(added: "2026-06-15", only: .scotland),
    ]

    /// The year's bank holidays, oldest first.
    public func days(in year: Int) -> [Day] {
        let movable = movable(year), fixed = fixed(year)
        // A holiday at the weekend moves to the next day that is neither weekend nor a holiday itself.
        var days = Set(movable + fixed.filter { $0.weekday < 5 })
        for day in fixed where day.weekday >= 5 {
            var substitute = day.adding(days: 1)
            while substitute.weekday >= 5 || days.contains(substitute) { substitute = substitute.adding(days: 1) }
            days.insert(substitute)
        }
        for change in Self.proclaimed where change.only == nil || change.only == self {
            guard let added = Day(change.added), added.year == year else { continue }
            days.insert(added)
            if let old = change.insteadOf.flatMap({ Day($0) }) { days.remove(old) }
        }
        return days.sorted()
    }

    public func contains(_ day: Day) -> Bool { day.weekday < 5 && days(in: day.year).contains(day) }

    /// Neither a Saturday, a Sunday nor a bank holiday.
    public func isWorkingDay(_ day: Day) -> Bool { day.weekday < 5 && !contains(day) }

    private func movable(_ year: Int) -> [Day] {
        let easter = Self.easter(year)
        var days = [
            easter?.adding(days: -2), Self.monday(.first, of: 5, year), Self.monday(.last, of: 5, year),
            Self.monday(self == .scotland ? .first : .last, of: 8, year),
        ]
        if self != .scotland { days.append(easter?.adding(days: 1)) }
        return days.compactMap { $0 }
    }

    private func fixed(_ year: Int) -> [Day] {
        var dates = [(1, 1), (12, 25), (12, 26)]
        switch self {
        case .englandAndWales: break
        // The second of January, and Saint Andrew's Day.
        case .scotland: dates += [(1, 2), (11, 30)]
        // Saint Patrick's Day, and the day of the Battle of the Boyne.
        case .northernIreland: dates += [(3, 17), (7, 12)]
        }
        return dates.compactMap { Day(year: year, month: $0.0, day: $0.1) }.sorted()
    }

    private enum Place { case first, last }

    private static func monday(_ place: Place, of month: Int, _ year: Int) -> Day? {
        // May and August both have 31 days.
        guard let start = Day(year: year, month: month, day: place == .first ? 7 : 31) else { return nil }
        return start.adding(days: -start.weekday)
    }

    /// Easter Sunday of the Gregorian calendar, by the count of golden number, epact and Sunday letter.
    static func easter(_ year: Int) -> Day? {
        let golden = year % 19 + 1
        let century = year / 100 + 1
        let leapDaysLeftOut = 3 * century / 4 - 12
        let moonCorrection = (8 * century + 5) / 25 - 5
        let sunday = 5 * year / 4 - leapDaysLeftOut - 10
        var epact = (11 * golden + 20 + moonCorrection - leapDaysLeftOut) % 30
        if epact < 0 { epact += 30 }
        if epact == 24 || (epact == 25 && golden > 11) { epact += 1 }
        var fullMoon = 44 - epact
        if fullMoon < 21 { fullMoon += 30 }
        // The Sunday after the full moon, counted from the first of March.
        let day = fullMoon + 7 - (sunday + fullMoon) % 7
        return Day(year: year, month: 3, day: 1)?.adding(days: day - 1)
    }
}
