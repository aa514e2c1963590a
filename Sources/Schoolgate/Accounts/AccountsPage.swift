import Gate
import HTML
import Policy
import Web

/// The school's official accounts, and whether each of them works.
struct AccountsPage: HTML {
    let accounts: [AccountKeeping]
    /// What is on its way to becoming an account.
    let proposals: [Proposal]
    let rule: AccountRule
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Accounts", in: .accounts, for: viewer, context) {
            PageHead(
                heading: heading, lede: "What the school says in public goes through these, and nowhere else.",
                action: viewer.may(.writePosts)
                    ? (label: "Propose an account", path: ProposalHandlers.new.path()) : nil)
            errors.summary
            p { a(.href(RegisterHandlers.index.path())) { "The public register, as families see it" } }
            div(.class("split")) {
                list
                div(.class("stack stack--l")) {
                    underWay
                    if viewer.may(.manageAccounts) { practice }
                }
            }
        }
    }

    private var heading: String {
        let broken = accounts.count { $0.account.trouble != nil || $0.isShort(rule) }
        if accounts.isEmpty { return "No account is connected yet" }
        if broken > 0 { return broken == 1 ? "One account needs somebody" : "\(broken) accounts need somebody" }
        return accounts.count == 1 ? "One account, and it works" : "\(accounts.count) accounts, and all of them work"
    }

    private var list: Markup {
        ul(.class("stack"), .role("list")) {
            for keeping in accounts {
                let account = keeping.account
                li(.class("card stack stack--s")) {
                    h2 { a(.href(AccountKeepingHandlers.show.path(account.id))) { account.name } }
                    p(.class("row")) {
                        Chip(account.networkName)
                        if account.trouble == nil {
                            Chip("Works", .gate, icon: .check)
                        } else {
                            Chip("Needs somebody", .warn, icon: .warn)
                        }
                        if !keeping.isOfficial { Chip("For trying things out") }
                        if keeping.isShort(rule) {
                            Chip(
                                keeping.present.isEmpty ? "Nobody runs it" : "One person runs it", .warn, icon: .people)
                        }
                    }
                    if keeping.isOfficial, !keeping.present.isEmpty {
                        p(.class("soft")) { "Run by \(keeping.present.map(\.person.name).inWords())." }
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
        let way = ConnectWay(account.network)
        return details {
            summary {
                way.asksThere ? "Connect it again" : "Give it a new password"
                span(.class("hush")) { ": \(account.name)" }
            }
            form(.method("post"), .action(AccountHandlers.reconnect.path(account.id)), .class("stack")) {
                CSRFField(viewer)
                if way.asksThere {
                    p { "\(account.networkName) asks you on its own page. Sign in there as \(account.username)." }
                } else {
                    Field(
                        account.network == "bluesky" ? "New app password" : "New application password",
                        name: "secret", type: "password",
                        hint: account.network == "bluesky"
                            ? "Made in Bluesky, under Settings, Privacy and security."
                            : "Made in WordPress, under Users, Profile.", autocomplete: "off",
                        id: "secret-\(account.id.rawValue)")
                }
                button(.class("button button--plain"), .type("submit")) {
                    way.asksThere ? "Go on" : "Use it from now on"
                }
            }
        }
    }

    private var underWay: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-proposals")) {
            h2(.id("s-proposals")) { "On its way" }
            if proposals.isEmpty { p { "No account is proposed at the moment." } }
            ul(.class("stack"), .role("list")) {
                for proposal in proposals {
                    li(.class("stack stack--s")) {
                        p(.class("row")) {
                            a(.href(ProposalHandlers.show.path(proposal.id))) { proposal.draft.name }
                            proposal.state.chip
                        }
                        if proposal.state == .approved, viewer.may(.manageAccounts) {
                            p {
                                a(.class("button"), .href(AccountKeepingHandlers.form.path(proposal.id))) {
                                    "Connect it"
                                    span(.class("hush")) { ": \(proposal.draft.name)" }
                                }
                            }
                        }
                    }
                }
            }
            p { a(.href(ProposalHandlers.index.path())) { "Every proposal" } }
            if viewer.may(.manageAccounts) { p { a(.href(HandoverHandlers.index.path())) { "Open handovers" } } }
        }
    }

    private var practice: Markup {
        section(.class("card"), .aria(.labelledby, "s-practice")) {
            h2(.id("s-practice")) { "Try things out" }
            p { "A practice page looks like an account and speaks for nobody. It needs no proposal." }
            form(.method("post"), .action(AccountHandlers.connect.path()), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("network"), .value("practice"))
                Field("What people call it", name: "name", value: typed["name"] ?? "", error: errors["name"])
                button(.class("button button--plain"), .type("submit")) { "Open a practice page" }
            }
        }
    }
}

extension Account {
    var networkName: String {
        network == "wordpress" ? "WordPress" : NetworkText.of(network).name
    }

    /// Where the public sees it.
    var publicPath: String { page.map { PracticeHandlers.show.path($0) } ?? address }
}
