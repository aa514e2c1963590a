import Database
import Gate

/// Whether an account's own page and the school's pages call each other their own, as it was looked at last (N14).
struct AccountLink: Sendable, Equatable {
    enum Result: String, Sendable {
        case both
        /// It does not link to the register, nor to a website of the school's that links to it.
        case missing
        case unread
    }

    let result: Result
    let checkedAt: Instant

    /// Nil where nobody has looked yet, and on networks whose pages show no such links.
    static func find(_ account: Account.ID, in db: Connection) throws -> AccountLink? {
        try db.first(
            "SELECT result, checked_at FROM account_links WHERE account_id = \(account) AND result IS NOT NULL"
        ) { row in
            AccountLink(
                result: Result(rawValue: row.text(0)) ?? .unread, checkedAt: Instant(milliseconds: row.int(1)))
        }
    }

    /// What the account's page says of it.
    func words(on network: Network, _ register: String, _ context: Context) -> String {
        let day = context.clock.plainDate(of: context.clock.day(of: checkedAt))
        return switch result {
        case .both: "Yes, checked on \(day)"
        case .missing where network == "wordpress":
            "No, as of \(day). The website does not link back to the school: put a link with rel=“me” to this address on its first page: \(register)"
        case .missing:
            "No, as of \(day). Its profile does not link back to the school: put this address in its profile: \(register)"
        case .unread: "Its page could not be read on \(day). Schoolgate looks again a day later."
        }
    }
}
