import Gate
import HTML
import Policy
import Web

/// The case for an account: every part is asked, and a part that is missing is said beside it.
struct ProposalFormPage: HTML {
    let typed: Form
    let errors: FieldErrors
    let following: Proposal?
    let staff: [StaffCandidate]
    let control: AccountApproval
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Propose an account", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts",
                heading: following == nil ? "Propose an account" : "Propose “\(following?.draft.name ?? "")” anew",
                lede:
                    "\(control.approvers.inWords("or").capitalisedFirst) decides, and reads exactly what you write here. Nothing is opened before that."
            )
            if let following, !following.decisionReason.isEmpty {
                section(.class("card card--well stack stack--s measure")) {
                    h2 { "Why it was turned down" }
                    p { following.decisionReason }
                }
            }
            errors.summary
            form(.method("post"), .action(ProposalHandlers.propose.path()), .class("stack stack--l measure")) {
                CSRFField(viewer)
                if let following { input(.type("hidden"), .name("follows"), .value("\(following.id.rawValue)")) }
                account
                audience
                people
                rules
                p { button(.class("button"), .type("submit")) { "Put it forward" } }
            }
        }
    }

    private func value(_ name: String) -> String { typed[name] ?? "" }

    private var account: Markup {
        section(.class("stack"), .aria(.labelledby, "s-account")) {
            h2(.id("s-account")) { "The account" }
            Field(
                "Network", name: "network",
                options: [(value: "", label: "Choose one")]
                    + NetworkTerms.all.map { terms in
                        (
                            value: terms.network.rawValue,
                            label: terms.minimumAge.map { "\(terms.name), from \($0)" } ?? terms.name
                        )
                    }, selected: typed["network"],
                hint: "The age is what the network asks of people who have an account of their own.",
                error: errors["network"])
            Field("What people will call it", name: "name", value: value("name"), error: errors["name"])
            Field("What it is for", name: "aim", lines: 3, value: value("aim"), error: errors["aim"])
            Field(
                "The reason: what is gained for teaching or for the school", name: "reason", lines: 4,
                value: value("reason"),
                hint: "At least \(control.reasonWords) words. Whoever decides reads it first.", error: errors["reason"])
            ChoiceField(
                "What kind of account it is", name: "kind",
                options: [
                    ("information", "It gives information", "News, events, what a class has done."),
                    ("curriculum", "It is part of lessons", "Pupils use it for a task, with a teacher beside them."),
                ], chosen: typed["kind"], error: errors["kind"])
            Field(
                "Year groups", name: "year-groups", value: value("year-groups"),
                hint: "Only where it is part of lessons.",
                error: errors["year-groups"])
            choice(
                "The teacher who supervises", "teacher", staff.filter { $0.holds(ProposalDraft.teachers) },
                hint: "Only where it is part of lessons.")
        }
    }

    private var audience: Markup {
        section(.class("stack"), .aria(.labelledby, "s-audience")) {
            h2(.id("s-audience")) { "Whom it is for" }
            fieldset(
                .class(errors["audience"] == nil ? "field" : "field field--error"), .id("field-audience"),
                Attribute("tabindex", "-1")
            ) {
                legend { "Its audience" }
                if let error = errors["audience"] { FieldProblem(text: error) }
                for audience in ProposalDraft.Audience.allCases {
                    label(.class("choice")) {
                        input(
                            .type("checkbox"), .name(audience.rawValue), .value("yes"),
                            .checked(typed[audience.rawValue] == "yes"))
                        span { audience.words }
                    }
                }
            }
            Field(
                "Age of the youngest pupils", name: "youngest", value: value("youngest"),
                hint: "Only where it is for pupils. In years.", error: errors["youngest"],
                attributes: [Attribute("inputmode", "numeric")])
            ChoiceField(
                "How pupils take part", name: "pupil-use",
                options: PupilUse.allCases.map { ($0.rawValue, $0.words, nil) }, chosen: typed["pupil-use"],
                hint: "Only where it is for pupils.", error: errors["pupil-use"])
            Field(
                "How they will hear of it", name: "promotion", lines: 2, value: value("promotion"),
                error: errors["promotion"])
            ChoiceField(
                "Open or private", name: "visibility",
                options: [
                    ("open", "Open", "Everybody can see it."),
                    ("private", "Private", "Only those whom you let in can see it."),
                ], chosen: typed["visibility"], error: errors["visibility"])
        }
    }

    private var people: Markup {
        section(.class("stack"), .aria(.labelledby, "s-people")) {
            h2(.id("s-people")) { "Who runs it, and who watches over it" }
            for number in 1...places {
                choice(
                    number == 1 ? "Runs it" : "Runs it too, number \(number)", "manager-\(number)", staff,
                    hint: number > control.managers ? "If there is one more." : nil)
            }
            choice(
                "Watches over it", "monitor", staff.filter { $0.holds(control.monitors) },
                hint: "\(control.monitors.inWords("or").capitalisedFirst), who does not run it.")
        }
    }

    /// One more place than are taken.
    private var places: Int {
        let taken = (1...ProposalDraft.mostManagers).filter { !value("manager-\($0)").isEmpty }.max() ?? 0
        return min(ProposalDraft.mostManagers, max(control.managers, taken) + 1)
    }

    private var rules: Markup {
        section(.class("stack"), .aria(.labelledby, "s-rules")) {
            h2(.id("s-rules")) { "How it is kept" }
            Field(
                "House rules", name: "house-rules", lines: 4, value: value("house-rules"),
                hint: "What people who follow or comment are told is acceptable.", error: errors["house-rules"])
            Field(
                "How it is in the best interests of children", name: "best-interests", lines: 3,
                value: value("best-interests"), error: errors["best-interests"])
            Field(
                "Looked at again on", name: "review", value: value("review"), type: "date",
                hint:
                    "\(control.review.inWords.capitalisedFirst) at the latest: \(context.clock.plainDate(of: context.today.adding(months: control.review.months))) or earlier.",
                error: errors["review"])
        }
    }

    private func choice(_ caption: String, _ name: String, _ members: [StaffCandidate], hint: String? = nil) -> Markup {
        Field(
            caption, name: name,
            options: [(value: "", label: "Choose somebody")]
                + members.map { (value: $0.id.pathComponent, label: $0.name) },
            selected: typed[name], hint: hint, error: errors[name]
        ).body
    }
}
