import HTML
import Policy
import Web

/// How the viewer stands: what they confirmed, and their training.
struct OwnReadiness: Sendable {
    let rulebook: Rulebook
    let right: PublishingRight
    let given: [Acknowledgement]
    let training: [TrainingEntry]

    var standing: AcknowledgementRule.Standing { right.acknowledgement.standing(of: given) }
}

/// The policy in force, to be read and confirmed by name.
struct OwnReadinessPage: HTML {
    let view: OwnReadiness
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var version: PolicyVersion { view.right.acknowledgement.version }

    var body: Markup {
        Shell("The policy, and your confirmation", in: .policies, for: viewer, context) {
            PageHead(overline: "Your account", heading: heading, lede: lede)
            errors.summary
            div(.class("split")) {
                div(.class("stack stack--l")) {
                    PolicyDocumentView(
                        rulebook: view.rulebook, coverage: Coverage(view.rulebook), showsMargin: false)
                    if !view.standing.isConfirmed { confirm }
                }
                aside(.class("aside"), .aria(.label, "How you stand")) {
                    section {
                        h2 { "Publishing" }
                        p {
                            view.right.missing(view.given, view.training) ?? "You may publish on the school’s accounts."
                        }
                    }
                    section {
                        h2 { "Your training" }
                        TrainingList(entries: view.training, right: view.right, context: context)
                    }
                    section {
                        h2 { "What you confirmed" }
                        AcknowledgementList(given: view.given, context: context)
                    }
                }
            }
        }
    }

    private var heading: String {
        switch view.standing {
        case .confirmed: "You have confirmed the policy"
        case .again: "The policy has changed: read it again"
        case .never: "Read the policy, and confirm it"
        }
    }

    private var lede: String {
        switch view.standing {
        case .confirmed(let at): "Version \(version.number) is in force. You confirmed it \(day(at))."
        case .again(let by): "Version \(version.number) is in force. Confirm it by \(day(by))."
        case .never(let by): "Version \(version.number) is in force. Confirm that you have read it by \(day(by))."
        }
    }

    private func day(_ instant: Instant) -> String { context.clock.plainDate(of: context.clock.day(of: instant)) }

    private var confirm: Markup {
        let related = view.rulebook.rule(PolicyRelated.self)?.control.policies ?? []
        return section(.class("card stack"), .aria(.labelledby, "s-confirm")) {
            h2(.id("s-confirm")) { "Confirm it" }
            form(.method("post"), .action(ReadinessHandlers.confirm.path()), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("digest"), .value(version.digest))
                div(.class(errors["read"] == nil ? "field" : "field field--error")) {
                    if let error = errors["read"] { FieldProblem(text: error) }
                    label(.class("choice")) {
                        input(
                            .type("checkbox"), .id("field-read"), .name("read"), .value("yes"),
                            .checked(typed["read"] == "yes"))
                        span {
                            "I have read version \(version.number) of this policy, know what it asks of me, and keep to it."
                            if !related.isEmpty {
                                small { "It is read together with: \(related.joined(separator: ", "))." }
                            }
                        }
                    }
                }
                Field(
                    "Your name", name: "name", value: typed["name"] ?? "",
                    hint: "As it stands here: \(viewer.person.name). It is kept with the day and the exact text.",
                    error: errors["name"], autocomplete: "off")
                button(.class("button"), .type("submit")) { "Confirm that you have read it" }
            }
        }
    }
}

/// What somebody was trained in, with how long it counts.
struct TrainingList: HTML {
    let entries: [TrainingEntry]
    let right: PublishingRight?
    let context: Context
    /// What stands beside each, such as a button.
    var beside: (TrainingEntry) -> Markup = { _ in Markup() }

    var body: Markup {
        if entries.isEmpty { return p { "None has been written down yet." } }
        return ul(.class("stack stack--s"), .role("list")) {
            for entry in entries {
                let last = right?.lastDay([entry]) ?? entry.expiresOn
                li {
                    b { entry.what }
                    p(.class("row small")) {
                        span(.class("soft")) { "On \(context.clock.plainDate(of: entry.heldOn))" }
                        if let last, last < context.today {
                            Chip("Ended \(context.clock.plainDate(of: last))", .warn, icon: .warn)
                        } else if let last {
                            Chip("Counts until \(context.clock.plainDate(of: last))", .gate, icon: .check)
                        }
                    }
                    beside(entry)
                }
            }
        }
    }
}

/// Which versions somebody confirmed, and when.
struct AcknowledgementList: HTML {
    let given: [Acknowledgement]
    let context: Context

    var body: Markup {
        if given.isEmpty { return p { "Nothing yet." } }
        return ul(.class("stack stack--s"), .role("list")) {
            for item in given {
                li {
                    "Version \(item.number), on \(context.clock.plainDate(of: context.clock.day(of: item.signedAt)))"
                }
            }
        }
    }
}

/// One person's training and confirmations, for those who see people.
struct TrainingPage: HTML {
    let entry: PersonEntry
    let given: [Acknowledgement]
    let training: [TrainingEntry]
    let right: PublishingRight?
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var person: Person { entry.person }
    private var mayRecord: Bool { viewer.may(.managePeople) && person.id != viewer.id }

    var body: Markup {
        Shell("Training of \(person.name)", in: .people, for: viewer, context) {
            PageHead(
                overline: person.name, heading: "Training and confirmations",
                lede: right?.missing(given, training).map { _ in
                    "Something is missing before \(person.firstName) may publish."
                }
                    ?? "Nothing is missing.")
            errors.summary
            div(.class("split")) {
                div(.class("stack")) {
                    section(.class("card stack"), .aria(.labelledby, "s-training")) {
                        h2(.id("s-training")) { "Training" }
                        TrainingList(entries: training, right: right, context: context) { strike($0) }
                    }
                    section(.class("card stack"), .aria(.labelledby, "s-confirmed")) {
                        h2(.id("s-confirmed")) { "Confirmed having read" }
                        AcknowledgementList(given: given, context: context)
                    }
                }
                if mayRecord { record }
            }
            p { a(.href(PeopleHandlers.show.path(person.id))) { "Back to \(person.name)" } }
        }
    }

    private func strike(_ entry: TrainingEntry) -> Markup {
        guard mayRecord else { return Markup() }
        return form(.method("post"), .action(ReadinessHandlers.strike.path(entry.id))) {
            CSRFField(viewer)
            button(.class("linklike"), .type("submit")) {
                "Strike it out"
                span(.class("hush")) { ": \(entry.what)" }
            }
        }
    }

    private var record: Markup {
        section(.class("card"), .aria(.labelledby, "s-record")) {
            h2(.id("s-record")) { "Write down a training" }
            form(.method("post"), .action(ReadinessHandlers.record.path(person.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "What it was", name: "what", value: typed["what"] ?? "", hint: "Such as Running school accounts.",
                    error: errors["what"])
                Field("The day it was", name: "held", value: typed["held"] ?? "", type: "date", error: errors["held"])
                Field(
                    "Counts until", name: "until", value: typed["until"] ?? "", type: "date",
                    hint: hint, error: errors["until"])
                button(.class("button"), .type("submit")) { "Write it down" }
            }
        }
    }

    private var hint: String {
        guard let control = right?.training else { return "Leave it empty where it does not end." }
        return "Leave it empty for what the policy says: \(control.validFor.inWords)."
    }
}

/// Who knows the policy and is trained, those who are behind first.
struct ReadinessPage: HTML {
    let rows: [ReadinessRow]
    let right: PublishingRight
    let viewer: Viewer
    let context: Context

    private var asked: [ReadinessRow] { rows.filter(\.isAsked) }

    var body: Markup {
        Shell("Who knows the policy", in: .people, for: viewer, context) {
            PageHead(
                overline: "People", heading: heading,
                lede:
                    "Version \(right.acknowledgement.version.number) of the policy is in force. Who has not confirmed it by its day stands first."
            )
            div(.class("table-box")) {
                table(.class("table"), .role("table")) {
                    caption { "Confirmations and training" }
                    thead(.role("rowgroup")) {
                        tr(.role("row")) {
                            for name in ["Name", "The policy", "Training counts until"] {
                                th(.role("columnheader"), Attribute("scope", "col")) { name }
                            }
                        }
                    }
                    tbody(.role("rowgroup")) { for item in sorted { row(item) } }
                }
            }
        }
    }

    private var heading: String {
        let confirmed = asked.count { $0.standing.isConfirmed }
        if !right.acknowledgement.isAsked { return "The policy asks nobody to confirm it" }
        return confirmed == asked.count
            ? "All \(asked.count) have confirmed the policy"
            : "\(confirmed) of \(asked.count) have confirmed the policy"
    }

    private var sorted: [ReadinessRow] {
        rows.filter { $0.isAsked && !$0.standing.isConfirmed } + rows.filter { !$0.isAsked || $0.standing.isConfirmed }
    }

    private func row(_ item: ReadinessRow) -> Markup {
        tr(.role("row")) {
            th(.role("rowheader"), Attribute("scope", "row")) {
                a(.href(ReadinessHandlers.training.path(item.person.id))) { item.person.name }
                if item.runsAccount {
                    " "
                    Chip("Runs an account", icon: .accounts)
                }
            }
            td(.role("cell"), Attribute("data-label", "The policy")) { standing(item) }
            td(.role("cell"), Attribute("data-label", "Training counts until")) {
                if let day = item.trainedUntil {
                    span { context.clock.plainDate(of: day) }
                    if day < context.today {
                        " "
                        Chip("Ended", .warn, icon: .warn)
                    }
                } else {
                    span(.class("soft")) { "None" }
                }
            }
        }
    }

    private func standing(_ item: ReadinessRow) -> Markup {
        switch item.standing {
        case .confirmed(let at): return span { "Confirmed \(day(at))" }
        case .again(let by), .never(let by):
            guard item.isAsked else { return span(.class("soft")) { "Not asked" } }
            return by < context.now()
                ? Chip("Was due \(day(by))", .warn, icon: .warn).body : span { "By \(day(by))" }
        }
    }

    private func day(_ instant: Instant) -> String { context.clock.plainDate(of: context.clock.day(of: instant)) }
}
