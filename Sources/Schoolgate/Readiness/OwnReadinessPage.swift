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
