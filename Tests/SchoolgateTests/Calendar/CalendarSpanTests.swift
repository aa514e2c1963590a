import Policy
import Testing

@testable import Schoolgate

@Suite("The days of the calendar") struct CalendarSpanTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("A month fills up to whole weeks, Monday first")
    func month() throws {
        let span = CalendarSpan(.month, around: try day("2026-11-21"))
        #expect(try span.first == day("2026-10-26"))
        #expect(try span.last == day("2026-12-06"))
        #expect(span.weeks.count == 6)
        #expect(span.weeks.allSatisfy { $0.count == 7 && $0[0].weekday == 0 })
        #expect(!span.isInside(span.first))
        #expect(span.title(.unitedKingdom) == "November 2026")
    }

    @Test("Going through the months skips none and repeats none, over a leap year")
    func months() throws {
        var span = CalendarSpan(.month, around: try day("2027-01-31"))
        var titles: [String] = []
        for _ in 0..<15 {
            titles.append(span.title(.unitedKingdom))
            #expect(CalendarSpan(.month, around: span.later.anchor).earlier.title(.unitedKingdom) == titles.last)
            span = span.later
        }
        #expect(Set(titles).count == 15)
        #expect(titles.last == "March 2028")
    }

    @Test("A week is named by its days")
    func week() throws {
        let november = CalendarSpan(.week, around: try day("2026-11-21"))
        #expect(november.title(.unitedKingdom) == "16 to 22 November 2026")
        let december = CalendarSpan(.week, around: try day("2026-12-31"))
        #expect(december.title(.unitedKingdom) == "28 December 2026 to 3 January 2027")
    }

    @Test("A day without a summer hour is still one day")
    func clockChange() throws {
        let clock = WallClock.unitedKingdom
        let short = clock.bounds(from: try day("2027-03-28"), to: try day("2027-03-28"))
        #expect(short.end - short.start == .hours(23))
    }
}

@Suite("Conflicts in the calendar") struct ConflictTests {
    private static let now = Instant(milliseconds: 1_795_424_400_000)

    private func entry(
        _ id: Int64, after minutes: Int, on accounts: [Int64] = [1], _ state: Post.State = .scheduled
    ) -> CalendarEntry {
        CalendarEntry(
            id: Post.ID(id), title: "Post \(id)", state: state, at: Self.now + .minutes(minutes),
            author: Person.ID(1), accounts: accounts.map { Account.ID($0) })
    }

    private var finder: ConflictFinder { ConflictFinder(clock: .unitedKingdom, now: Self.now) }

    @Test("Two posts of one account within the hour are named once, even when they share two accounts")
    func sameHour() {
        let found = finder.conflicts(in: [entry(1, after: 60, on: [1, 2]), entry(2, after: 119, on: [1, 2])])
        #expect(found.count == 1)
        #expect(found.first?.posts == [Post.ID(1), Post.ID(2)])
        #expect(found.first?.words.contains("within the hour") == true)
    }

    @Test("An hour apart, on other accounts or both in the past, posts are fine")
    func harmless() {
        #expect(finder.conflicts(in: [entry(1, after: 60), entry(2, after: 120)]).isEmpty)
        #expect(finder.conflicts(in: [entry(1, after: 60), entry(2, after: 70, on: [2])]).isEmpty)
        #expect(
            finder.conflicts(in: [entry(1, after: -60, .published), entry(2, after: -50, .published)]).isEmpty)
    }

    @Test("A post that is to come is too near to one that has just gone out")
    func justOut() {
        #expect(finder.conflicts(in: [entry(1, after: -10, .published), entry(2, after: 30)]).count == 1)
    }

    @Test("A post in a pre-election period is pointed out, the day after it is not")
    func elections() throws {
        var finder = finder
        let today = WallClock.unitedKingdom.day(of: Self.now)
        finder.elections = [try #require(DayRange(today, today.adding(days: 1)))]
        let found = finder.conflicts(in: [entry(1, after: 60), entry(2, after: 2_900)])
        #expect(found.map(\.kind) == [.election])
        #expect(found.first?.posts == [Post.ID(1)])
    }
}

@Suite("The calendar file") struct CalendarFileTests {
    @Test("Long lines are folded at 75 bytes without tearing a character, and special characters are escaped")
    func folding() {
        let line = "SUMMARY:" + String(repeating: "é", count: 100)
        let folded = CalendarFile.folded(line)
        #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(folded.replacing("\r\n ", with: "") == line)
        #expect(CalendarFile.escaped("Fair; tea, cake\nand \\") == "Fair\\; tea\\, cake\\nand \\\\")
    }

    @Test("Times are written in UTC")
    func stamp() {
        #expect(CalendarFile.stamp(Instant(milliseconds: 1_795_424_400_000)) == "20261123T090000Z")
    }
}
