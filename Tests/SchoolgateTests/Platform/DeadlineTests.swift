import Database
import Gate
import Policy
import Testing

@testable import Schoolgate

@Suite struct PeriodTests {
    private let clock = WallClock.unitedKingdom

    @Test(
        "Working days know weekends and the bank holidays of the school's nation",
        arguments: [
            // Thursday before Easter 2027: Good Friday and, but in Scotland, Easter Monday are no working days.
            ("2027-03-25", 1, BankHolidays.englandAndWales, "2027-03-30"), ("2027-03-25", 1, .scotland, "2027-03-29"),
            ("2026-11-27", 1, .scotland, "2026-12-01"), ("2026-11-27", 1, .northernIreland, "2026-11-30"),
            ("2026-12-24", 2, .englandAndWales, "2026-12-30"), ("2027-07-09", 1, .northernIreland, "2027-07-13"),
            ("2026-11-23", 1, .englandAndWales, "2026-11-24"), ("2026-11-20", 1, .englandAndWales, "2026-11-23"),
        ])
    func workingDays(from: String, count: Int, holidays: BankHolidays, until: String) throws {
        let start = try #require(Day(from).flatMap { clock.instant(day: $0, hour: 10, minute: 0) })
        let end = Period(count, .workingDay).end(from: start, clock, holidays)
        #expect("\(clock.day(of: end)) \(clock.time(of: end))" == "\(until) 23:59")
    }

    @Test("A school's nation decides which bank holidays it has")
    func nations() async throws {
        try await withSite { test in
            for (nation, holidays) in [
                ("england", BankHolidays.englandAndWales), ("wales", .englandAndWales), ("scotland", .scotland),
                ("northern-ireland", .northernIreland),
            ] {
                let school = try await test.database.write { db in
                    try db.run("UPDATE schools SET nation = \(nation) WHERE id = \(TestPeople.larkmere)")
                    return try School.find(TestPeople.larkmere, in: db)
                }
                #expect(school?.bankHolidays == holidays)
            }
        }
    }
}
