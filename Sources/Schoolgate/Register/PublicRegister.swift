import Crypto
import Database
import Foundation
import Gate
import Networks
import Policy
import Web

/// Every official account of the trust's schools, open and closed: what anybody may know.
struct PublicRegister: Sendable, Codable, Equatable {
    struct Entry: Sendable, Codable, Equatable {
        let network: String
        let name: String
        let url: String
        /// The handle or id that a pasted link is compared with.
        let reference: String
        /// Since when it is the school's, and until when it was; days.
        let since: String
        let until: String?
        /// The day on which its own page was last seen to link back; nil when it does not.
        let checked: String?

        /// As a sentence gives it, such as `6 November 2025`.
        var sinceInWords: String { Self.inWords(since) }
        var checkedInWords: String? { checked.map(Self.inWords) }
        var untilInWords: String { until.map(Self.inWords) ?? "lately" }

        private static func inWords(_ day: String) -> String {
            Day(day).map { WallClock.unitedKingdom.plainDate(of: $0) } ?? day
        }
    }

    struct SchoolEntry: Sendable, Codable, Equatable {
        let code: String
        let name: String
        let accounts: [Entry]
        let closed: [Entry]
    }

    let version: Int
    let trust: String
    /// Where the latest one stands.
    let register: String
    /// RFC 3339, UTC.
    let issued: String
    let expires: String
    let schools: [SchoolEntry]

    /// Issued each hour, so that a copy can be kept for one; it stands for a week.
    static func current(_ context: Context, in db: Connection) throws -> PublicRegister {
        let hour: Int64 = 3_600_000
        let issued = Instant(milliseconds: context.now().milliseconds / hour * hour)
        let accounts = try db.all(
            """
            SELECT school_id, network, name, address, page, created_at, closed_at, owner_id,
                CASE WHEN account_links.result = 'both' THEN account_links.checked_at END
            FROM accounts LEFT JOIN account_links ON account_links.account_id = accounts.id ORDER BY id
            """
        ) { row in
            Stored(
                school: row.int(0), network: Network(rawValue: row.text(1)), name: row.text(2), address: row.text(3),
                page: row.textOrNil(4), since: Instant(milliseconds: row.int(5)),
                until: row.intOrNil(6).map { Instant(milliseconds: $0) }, isKept: !row.isNull(7),
                checked: row.intOrNil(8).map { Instant(milliseconds: $0) })
        }
        // Trying things out is no account of the school; the demo's own accounts live on the practice network.
        let shown = accounts.filter { $0.network != "practice" || (context.configuration.isDemo && $0.isKept) }
        let bySchool = Dictionary(grouping: shown, by: \.school)
        let schools = try School.all(in: db).map { school in
            let own = bySchool[school.id.rawValue] ?? []
            return SchoolEntry(
                code: school.code, name: school.name,
                accounts: own.filter { $0.until == nil }.map { $0.entry(context) },
                closed: own.filter { $0.until != nil }.map { $0.entry(context) })
        }
        return PublicRegister(
            version: 1, trust: try Trust.find(in: db)?.name ?? "",
            register: context.configuration.publicURL + RegisterHandlers.index.path(), issued: stamp(issued),
            expires: stamp(issued + .days(7)), schools: schools)
    }

    private struct Stored: Sendable {
        let school: Int64
        let network: Network
        let name: String
        let address: String
        let page: String?
        let since: Instant
        let until: Instant?
        /// Whether somebody owns it: what is only tried out is nobody's.
        let isKept: Bool
        let checked: Instant?

        func entry(_ context: Context) -> Entry {
            let url = page.map { context.configuration.publicURL + PracticeHandlers.show.path($0) } ?? address
            let reference = page ?? AccountReference(address)?.name ?? address.lowercased()
            func day(_ instant: Instant) -> String { context.clock.day(of: instant).description }
            return Entry(
                network: network.rawValue, name: name, url: url, reference: reference, since: day(since),
                until: until.map(day), checked: until == nil ? checked.map(day) : nil)
        }
    }

    static func stamp(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000).ISO8601Format()
    }
}

/// What the register says of a link or handle that somebody pasted.
enum RegisterAnswer: Sendable, Equatable {
    /// It names no account.
    case unclear
    case ours(PublicRegister.Entry, school: String)
    case wasOurs(PublicRegister.Entry, school: String)
    /// A handle without its network, which is ours on these and on no other.
    case onlyOn([PublicRegister.Entry])
    case notOurs

    init(_ pasted: String, in register: PublicRegister) {
        guard let asked = AccountReference(pasted) else {
            self = .unclear
            return
        }
        let open = register.schools.flatMap { school in school.accounts.map { ($0, school.name) } }
        let closed = register.schools.flatMap { school in school.closed.map { ($0, school.name) } }
        func fits(_ entry: PublicRegister.Entry) -> Bool {
            // A practice page's own link, and every account's address as it was kept.
            if entry.url == pasted { return true }
            guard let account = AccountReference(entry.url) else { return false }
            return entry.network != "practice" && asked.fits(account)
        }
        let found = open.filter { fits($0.0) }
        if asked.network == nil, !found.isEmpty {
            self = .onlyOn(found.map(\.0))
        } else if let (entry, school) = found.first {
            self = .ours(entry, school: school)
        } else if let (entry, school) = closed.first(where: { fits($0.0) }) {
            self = .wasOurs(entry, school: school)
        } else {
            self = .notOurs
        }
    }
}
