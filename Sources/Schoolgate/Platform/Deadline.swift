import Gate
import Policy

extension Period {
    /// When this length of time, begun at a moment, has run out.
    ///
    /// A working day ends at midnight and is no Saturday, Sunday or bank holiday of the school's nation.
    func end(from start: Instant, _ clock: WallClock, _ holidays: BankHolidays) -> Instant {
        switch unit {
        case .hour: return start + .hours(amount)
        case .day: return start + .days(amount)
        case .week: return start + .days(amount * 7)
        case .workingDay:
            var day = clock.day(of: start), left = amount
            while left > 0 {
                day = day.adding(days: 1)
                if holidays.isWorkingDay(day) { left -= 1 }
            }
            return clock.instant(day: day, hour: 23, minute: 59) ?? start + .days(amount)
        case .month, .year:
            let months = unit == .year ? amount * 12 : amount
            let day = clock.day(of: start).adding(months: months)
            return clock.instant(day: day, hour: 23, minute: 59) ?? start + .days(months * 30)
        }
    }
}

extension Day {
    /// The same day of a later month, or its last day where that month is shorter.
    func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        for last in stride(from: day, through: 1, by: -1) {
            if let found = Day(year: count / 12, month: count % 12 + 1, day: last) { return found }
        }
        return self
    }
}

extension School {
    /// The bank holidays of its nation.
    var bankHolidays: BankHolidays {
        switch details.nation {
        case .england, .wales: .englandAndWales
        case .scotland: .scotland
        case .northernIreland: .northernIreland
        }
    }
}
