import Testing

@testable import Policy

@Suite struct BankHolidayTests {
    /// As https://www.gov.uk/bank-holidays lists them: month and day.
    static let published: [(calendar: BankHolidays, year: Int, days: String)] = [
        (.englandAndWales, 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (.englandAndWales, 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
        (.englandAndWales, 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (.englandAndWales, 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (.englandAndWales, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (.englandAndWales, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (.englandAndWales, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (.englandAndWales, 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        (.scotland, 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"),
        (.scotland, 2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"),
        (.scotland, 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"),
        (.scotland, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"),
        (.scotland, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
        (.scotland, 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"),
        (.scotland, 2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26"),
        (.northernIreland, 2024, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"),
        (.northernIreland, 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
        (.northernIreland, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"),
        (.northernIreland, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"),
        (.northernIreland, 2028, "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26"),
    ]

    @Test(
        "The bank holidays of known years are those that were published",
        arguments: BankHolidayTests.published.indices)
    func knownYears(index: Int) {
        let (calendar, year, days) = Self.published[index]
        #expect(calendar.days(in: year).map { String($0.description.dropFirst(5)) }.joined(separator: " ") == days)
    }

    @Test(
        "Easter is where the church had it",
        arguments: ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25", "2049-04-18"])
    func easter(day: String) throws {
        let day = try #require(Day(day))
        #expect(BankHolidays.easter(day.year) == day)
    }

    @Test("In every year each nation has its holidays, all of them on working days and no two on one")
    func everyYear() {
        for year in 1_972...2_199 {
            for (calendar, count) in [(BankHolidays.englandAndWales, 8), (.scotland, 9), (.northernIreland, 10)] {
                let extra = BankHolidays.proclaimed.count {
                    $0.added.hasPrefix("\(year)") && $0.insteadOf == nil && ($0.only == nil || $0.only == calendar)
                }
                let days = calendar.days(in: year)
                #expect(days.count == count + extra, "\(calendar) \(year)")
                #expect(days.allSatisfy { $0.weekday < 5 })
                #expect(BankHolidays.easter(year)?.weekday == 6)
            }
        }
    }
}
