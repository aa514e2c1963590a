import Gate
import HTML
import Web

/// The school's official accounts, and whether each of them works.
struct AccountsPage: HTML {
    let accounts: [Account]
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Accounts", in: .accounts, for: viewer, context) {
            PageHead(heading: heading, lede: "What the school says in public goes through these, and nowhere else.")
            errors.summary
            div(.class("split")) {
                list
                if viewer.may(.manageAccounts) { connect }
            }
        }
    }

    private var heading: String {
        let broken = accounts.count { $0.trouble != nil }
        if accounts.isEmpty { return "No account is connected yet" }
        if broken > 0 { return broken == 1 ? "One account needs somebody" : "\(broken) accounts need somebody" }
        return accounts.count == 1 ? "One account, and it works" : "\(accounts.count) accounts, and all of them work"
    }

    private var list: Markup {
        ul(.class("stack"), .role("list")) {
            for account in accounts {
                li(.class("card stack stack--s")) {
                    h2 { account.name }
                    p(.class("row")) {
                        Chip(account.networkName)
                        if account.trouble == nil {
                            Chip("Works", .gate, icon: .check)
                        } else {
                            Chip("Needs somebody", .warn, icon: .warn)
                        }
                    }
                    if let trouble = account.trouble { p { trouble } }
                    p { a(.href(account.publicPath)) { "See it as families do" } }
                    if viewer.may(.openVault), account.network != "practice" {
                        p { a(.href(SecretHandlers.index.path(account.id))) { "Its passwords and codes" } }
                    }
                    if viewer.may(.manageAccounts) {
                        if account.network != "practice" { reconnect(account) }
                        p {
                            a(.class("button button--quiet"), .href(AccountHandlers.confirmClosure.path(account.id))) {
                                "Disconnect"
                                span(.class("hush")) { " \(account.name)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func reconnect(_ account: Account) -> Markup {
        details {
            summary {
                "Give it a new password"
                span(.class("hush")) { ": \(account.name)" }
            }
            form(.method("post"), .action(AccountHandlers.reconnect.path(account.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "New application password", name: "secret", type: "password",
                    hint: "Made in WordPress, under Users, Profile.", autocomplete: "off",
                    id: "secret-\(account.id.rawValue)")
                button(.class("button button--plain"), .type("submit")) { "Use it from now on" }
            }
        }
    }

    private var connect: Markup {
        section(.class("card"), .aria(.labelledby, "s-connect")) {
            h2(.id("s-connect")) { "Connect an account" }
            form(.method("post"), .action(AccountHandlers.connect.path()), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "Network", name: "network",
                    options: [
                        (value: "wordpress", label: "WordPress, the school’s website"),
                        (value: "practice", label: "Practice network"),
                    ],
                    selected: typed["network"])
                Field("What people call it", name: "name", value: typed["name"] ?? "", error: errors["name"])
                Field(
                    "Its address", name: "address", value: typed["address"] ?? "", type: "url",
                    hint: "Not needed for the practice network.", error: errors["address"])
                Field(
                    "WordPress user", name: "username", value: typed["username"] ?? "", error: errors["username"],
                    autocomplete: "off")
                Field(
                    "Application password", name: "secret", type: "password",
                    hint: "It is sealed when you send it. Nobody can read it here again.", error: errors["secret"],
                    autocomplete: "off")
                button(.class("button"), .type("submit")) { "Connect it" }
            }
        }
    }
}

extension Account {
    var networkName: String {
        switch network {
        case "wordpress": "WordPress"
        case "practice": "Practice network"
        default: network.rawValue
        }
    }

    /// Where the public sees it.
    var publicPath: String { page.map { PracticeHandlers.show.path($0) } ?? address }
}
