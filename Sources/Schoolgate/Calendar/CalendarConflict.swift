import Policy

/// Two things in the calendar that do not go together, in words.
struct CalendarConflict: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case sameHour, election, bereavement }

    let kind: Kind
    /// The posts it is about.
    let posts: [Post.ID]
    let words: String
}

/// Finds what does not go together; pure, so that a page, a form and a test ask the same.
struct ConflictFinder: Sendable {
    /// Posts of one account nearer to each other than this are too near.
    static let apart = Duration.hours(1)

    /// The pre-election periods of the policy in force.
    var elections: [DayRange] = []
    var notes: [CalendarNote] = []
    var accounts: [Account.ID: Account] = [:]
    let clock: WallClock
    let now: Instant

    func conflicts(in entries: [CalendarEntry]) -> [CalendarConflict] {
        sameHour(entries) + entries.filter { $0.isToCome(now) }.flatMap { entry in days(entry) }
    }

    /// What one post, moved or new, meets among the others.
    func conflicts(of candidate: CalendarEntry, among others: [CalendarEntry]) -> [CalendarConflict] {
        conflicts(in: others.filter { $0.id != candidate.id } + [candidate]).filter { $0.posts.contains(candidate.id) }
    }

    private func sameHour(_ entries: [CalendarEntry]) -> [CalendarConflict] {
        var byAccount: [Account.ID: [CalendarEntry]] = [:]
        for entry in entries { for account in entry.accounts { byAccount[account, default: []].append(entry) } }
        var found: [[Post.ID]: (first: CalendarEntry, second: CalendarEntry, accounts: [Account.ID])] = [:]
        for (account, own) in byAccount {
            let own = own.sorted { ($0.at, $0.id.rawValue) < ($1.at, $1.id.rawValue) }
            for (first, second) in zip(own, own.dropFirst())
            where second.at - first.at < Self.apart && (first.isToCome(now) || second.isToCome(now)) {
                found[[first.id, second.id], default: (first, second, [])].accounts.append(account)
            }
        }
        return found.values.sorted { ($0.first.at, $0.first.id.rawValue) < ($1.first.at, $1.first.id.rawValue) }.map {
            let names = $0.accounts.sorted { $0.rawValue < $1.rawValue }.compactMap { accounts[$0]?.name }
            return CalendarConflict(
                kind: .sameHour, posts: [$0.first.id, $0.second.id],
                words:
                    "“\($0.first.title)” (\(when($0.first))) and “\($0.second.title)” (\(clock.time(of: $0.second.at)))"
                    + " go to \(names.isEmpty ? "the same account" : names.inWords()) within the hour.")
        }
    }

    private func days(_ entry: CalendarEntry) -> [CalendarConflict] {
        let day = clock.day(of: entry.at)
        var found: [CalendarConflict] = []
        if let period = elections.first(where: { $0.contains(day) }) {
            found.append(
                CalendarConflict(
                    kind: .election, posts: [entry.id],
                    words: "“\(entry.title)”, \(when(entry)), falls in the pre-election period of \(period.inWords)."
                        + " Keep councillors, candidates and MPs out of it."))
        }
        for note in notes where note.kind == .bereavement && note.contains(day) {
            found.append(
                CalendarConflict(
                    kind: .bereavement, posts: [entry.id],
                    words: "“\(entry.title)”, \(when(entry)), comes after the bereavement notice of"
                        + " \(clock.date(of: note.first, thisYear: clock.day(of: now).year)). Read it as the family would."
                ))
        }
        return found
    }

    private func when(_ entry: CalendarEntry) -> String { clock.moment(of: entry.at, now: now) }
}
