import Database
import HTML
import Web

/// What is left of an account that was disconnected: since when, and what somebody still has to do on the network.
struct ClosedAccountPage: HTML {
    let account: Account
    let closedAt: Instant
    let viewer: Viewer
    let context: Context

    /// Nil unless it is a closed account of the school the viewer looks at.
    static func of(
        _ id: Account.ID, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> ClosedAccountPage? {
        guard let account = try Account.find(id, in: db), account.school == viewer.school.id, account.isClosed,
            let closedAt = try db.first("SELECT closed_at FROM accounts WHERE id = \(id)", { $0.intOrNil(0) }) ?? nil
        else { return nil }
        return ClosedAccountPage(
            account: account, closedAt: Instant(milliseconds: closedAt), viewer: viewer, context: context)
    }

    var body: Markup {
        Shell(account.name, in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: account.name,
                lede: "Disconnected on \(context.clock.plainDate(of: context.clock.day(of: closedAt))).")
            p(.class("row")) {
                Chip(account.networkName)
                Chip("Closed")
            }
            if let left = account.trouble { AccessLeft(words: left) }
            p(.class("measure")) {
                "Schoolgate forgot its password and posts nothing there any more. What was published there stays in the archive, with its digests."
            }
            p(.class("row")) {
                a(.href(AccountHandlers.index.path())) { "Back to the accounts" }
                if viewer.may(.manageAccounts) { a(.href(HandoverHandlers.index.path())) { "Open handovers" } }
            }
        }
    }
}

/// The network did not forget Schoolgate: what to do about it.
struct AccessLeft: HTML {
    let words: String

    var body: Markup {
        div(.class("notice measure"), .role("status")) {
            Icon.warn.markup
            p { "The network may still let Schoolgate in. \(words)" }
        }
    }
}
