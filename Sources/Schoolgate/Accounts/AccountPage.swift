import Gate
import HTML
import Policy
import Web

/// One account: who keeps it and how, and what is wrong with that.
struct AccountPage: HTML {
    let keeping: AccountKeeping
    let link: AccountLink?
    let rule: AccountRule
    let staff: [StaffCandidate]
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var account: Account { keeping.account }
    private var mayChange: Bool { viewer.may(.manageAccounts) }

    var body: Markup {
        Shell(account.name, in: .accounts, for: viewer, context) {
            PageHead(overline: "Accounts", heading: account.name, lede: lede)
            p(.class("row")) {
                Chip(account.networkName)
                account.trouble == nil
                    ? Chip("Works", .gate, icon: .check) : Chip("Needs somebody", .warn, icon: .warn)
                if keeping.isOfficial {
                    Chip(keeping.isOpen ? "Open to all" : "Private", icon: keeping.isOpen ? .globe : .lock)
                } else {
                    Chip("For trying things out")
                }
            }
            if keeping.isShort(rule) { short }
            errors.summary
            if keeping.isOfficial {
                div(.class("split")) {
                    managers
                    kept
                }
                if mayChange { change }
            } else {
                p(.class("measure")) {
                    "Nobody proposed this page, so it speaks for nobody: anybody who writes posts may try things out on it."
                }
            }
            p(.class("row")) {
                if !keeping.isOfficial, viewer.may(.writePosts) {
                    a(.class("button"), .href(PracticeRunHandlers.show.path(account.id))) { "Rehearse here" }
                }
                a(.href(account.publicPath)) { "See it as families do" }
                if account.network != "practice" {
                    a(.href(PostedElsewhereHandlers.index.path(account.id))) { "What was posted past Schoolgate" }
                }
                if let proposal = keeping.proposal {
                    a(.href(ProposalHandlers.show.path(proposal))) { "The proposal it was approved with" }
                }
                if mayChange { a(.href(AccountHandlers.confirmClosure.path(account.id))) { "Disconnect it" } }
            }
        }
    }

    private var lede: String {
        guard keeping.isOfficial else { return "A page of the practice network." }
        let names = keeping.present.map(\.person.name)
        return names.isEmpty ? "Nobody who works here runs it." : "Run by \(names.inWords())."
    }

    private var short: Markup {
        let count = keeping.present.count
        return p(.class("notice"), .role("alert")) {
            Icon.warn.markup
            span {
                count == 0 ? "Nobody runs it now. " : "Only one person runs it now. "
                "The policy asks for \(rule.control.managers.inWords), so that it never hangs on one. "
                mayChange
                    ? "Name another below." : "The headteacher or an administrator names another."
            }
        }
    }

    private var managers: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-managers")) {
            h2(.id("s-managers")) { "Who runs it" }
            ul(.class("stack stack--s"), .role("list")) {
                for manager in keeping.managers { li(.class("row row--apart")) { line(manager) } }
            }
            if keeping.managers.isEmpty { p { "Nobody yet." } }
            if mayChange {
                form(.method("post"), .action(AccountKeepingHandlers.managers.path(account.id)), .class("stack")) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("intent"), .value("add"))
                    Field(
                        "Somebody else who runs it", name: "person", options: choices(free), error: errors["person"])
                    button(.class("button button--plain"), .type("submit")) { "Add them" }
                }
            }
        }
    }

    private var free: [StaffCandidate] {
        staff.filter { member in
            member.id != keeping.monitor?.id && !keeping.managers.contains { $0.id == member.id }
        }
    }

    private func choices(_ members: [StaffCandidate]) -> [(value: String, label: String)] {
        [(value: "", label: "Choose somebody")] + members.map { (value: $0.id.pathComponent, label: $0.name) }
    }

    private func line(_ manager: AccountKeeping.Manager) -> Markup {
        .words {
            span(.class("row")) {
                b { manager.person.name }
                if keeping.owner == manager.id { Chip("Owner") }
                if !manager.isHere { Chip("Has left", .warn, icon: .warn) }
            }
            if mayChange {
                form(.method("post"), .action(AccountKeepingHandlers.managers.path(account.id))) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("intent"), .value("remove"))
                    input(.type("hidden"), .name("person"), .value(manager.id.pathComponent))
                    button(.class("linklike"), .type("submit")) {
                        "Take off"
                        span(.class("hush")) { " \(manager.person.name)" }
                    }
                }
            }
        }
    }

    private var kept: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-kept")) {
            h2(.id("s-kept")) { "How it is kept" }
            dl(.class("facts")) {
                fact("Watched over by", keeping.monitor?.name ?? "Nobody yet")
                fact("House rules", keeping.houseRules.isEmpty ? "None written yet" : keeping.houseRules)
                fact("Looked at again on", review)
                if let link {
                    fact(
                        "Linked both ways with the school",
                        link.words(
                            on: account.network, context.configuration.publicURL + RegisterHandlers.index.path(),
                            context))
                }
            }
        }
    }

    private var review: String {
        guard let day = keeping.reviewOn else { return "No day set yet" }
        return context.clock.plainDate(of: day) + (day <= context.today ? ", which is due" : "")
    }

    private func fact(_ term: String, _ text: String) -> Markup {
        div {
            dt { term }
            dd(.class("preview__text")) { text }
        }
    }

    private var change: Markup {
        details(.class("card"), Attribute("open", if: errors["monitor"] != nil || errors["owner"] != nil || isTyped)) {
            summary { "Change how it is kept" }
            form(.method("post"), .action(AccountKeepingHandlers.change.path(account.id)), .class("stack measure")) {
                CSRFField(viewer)
                Field(
                    "Owner", name: "owner",
                    options: choices(
                        staff.filter { member in
                            keeping.managers.contains { $0.id == member.id }
                        }), selected: typed["owner"] ?? keeping.owner?.pathComponent,
                    hint: "One of those who run it, and the first to be asked.", error: errors["owner"])
                Field(
                    "Watches over it", name: "monitor",
                    options: choices(
                        staff.filter { member in
                            member.holds(rule.control.monitors) && !keeping.managers.contains { $0.id == member.id }
                        }), selected: typed["monitor"] ?? keeping.monitor?.id.pathComponent,
                    hint: "\(rule.control.monitors.inWords("or").capitalisedFirst), who does not run it.",
                    error: errors["monitor"])
                Field(
                    "House rules", name: "house-rules", lines: 4, value: typed["house-rules"] ?? keeping.houseRules,
                    error: errors["house-rules"])
                ChoiceField(
                    "Open or private", name: "visibility",
                    options: [
                        ("open", "Open", "Everybody can see it."),
                        ("private", "Private", "Only those whom you let in."),
                    ],
                    chosen: typed["visibility"] ?? (keeping.isOpen ? "open" : "private"), error: errors["visibility"])
                Field(
                    "Looked at again on", name: "review",
                    value: typed["review"] ?? keeping.reviewOn.map { "\($0)" } ?? "",
                    type: "date", hint: "\(rule.control.review.inWords.capitalisedFirst) at the latest.",
                    error: errors["review"])
                p { button(.class("button"), .type("submit")) { "Keep it so" } }
            }
        }
    }

    private var isTyped: Bool { typed["review"] != nil || keeping.isReviewDue(on: context.today) }
}
