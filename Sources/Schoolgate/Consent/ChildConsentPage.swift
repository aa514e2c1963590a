import Gate
import HTML
import Policy
import Web

/// One child: how consent stands today, what was answered, and what can be recorded.
struct ChildConsentPage: HTML {
    let child: ChildConsent
    var done: String?
    var found = FoundPosts.none
    var typed = Form()
    var errors = FieldErrors()
    let viewer: Viewer
    let context: Context

    private var isKeeper: Bool { viewer.may(.keepConsent) }
    private var pupil: Pupil { child.pupil }

    var body: Markup {
        Shell(pupil.name, in: .consent, for: viewer, context) {
            PageHead(overline: "Consent register", heading: heading, lede: lede)
            if let done { Toast(text: done) }
            found
            errors.summary
            standing
            disagreements
            div(.class("split")) {
                div(.class("stack stack--l")) {
                    states
                    history
                }
                div(.class("stack stack--l")) {
                    if isKeeper { answerForm }
                    objectionForm
                    if isKeeper, child.standing != .doNotPublish { listForm }
                }
            }
        }
    }

    private var heading: String {
        switch child.standing {
        case .doNotPublish: return "\(pupil.name) is on the do-not-publish list"
        case .objected: return "There is an objection for \(pupil.name)"
        default: break
        }
        let inForce = child.purposes.count { $0.states.allSatisfy { $0.state == .inForce } }
        return "\(pupil.name): \(inForce) of \(child.purposes.count) purposes agreed"
    }

    private var lede: String {
        var parts = [pupil.yearGroup.isEmpty ? nil : pupil.yearName].compactMap { $0 }
        if let day = child.leftOn { parts.append("left on \(context.clock.plainDate(of: day))") }
        parts.append(
            child.guardians.isEmpty
                ? "no parent or carer is on the roll" : "parents and carers: \(child.guardians.inWords())")
        let text = parts.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private var standing: Markup {
        let standing = child.entries.filter(\.isStanding)
        guard !standing.isEmpty else { return Markup() }
        return ul(.class("findings"), .role("list")) {
            for entry in standing {
                li(.class("finding finding--block")) {
                    Icon.block.markup
                    div(.class("finding__body")) {
                        h2 { entry.consent.decision == .objected ? "Somebody objected" : "On the do-not-publish list" }
                        p {
                            "\(entry.consent.givenBy), \(context.clock.plainDate(of: entry.consent.date)). It holds for every purpose until it is lifted, and nobody overrides it in a post."
                        }
                        if isKeeper {
                            details {
                                summary {
                                    entry.consent.decision == .objected ? "Lift the objection" : "Take off the list"
                                }
                                form(
                                    .method("post"), .action(ConsentHandlers.lift.path(entry.id)),
                                    .class("stack stack--s")
                                ) {
                                    CSRFField(viewer)
                                    Field(
                                        "Why, and who agreed", name: "reason", lines: 2,
                                        hint: "The reason stays in the register.",
                                        id: "field-reason-\(entry.id.rawValue)")
                                    button(.class("button button--plain"), .type("submit")) { "Lift it" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var disagreements: Markup {
        guard let first = child.disagreements.first else { return Markup() }
        let purposes = child.disagreements.map(\.purpose.rawValue).inWords()
        return div(.class("finding finding--hold")) {
            Icon.hold.markup
            div(.class("finding__body")) {
                h2 { "One no is a no" }
                p {
                    "\(first.yes.givenBy) said yes on \(context.clock.plainDate(of: first.yes.date)), and \(first.no.givenBy) said no on \(context.clock.plainDate(of: first.no.date)). So there is no consent for \(purposes)."
                }
            }
        }
    }

    private var states: Markup {
        section(.class("card"), .aria(.labelledby, "s-today")) {
            h2(.id("s-today")) { "Today" }
            dl(.class("facts")) {
                for purpose in child.purposes {
                    div {
                        dt { purpose.purpose.title }
                        dd(.class("row")) {
                            for (network, state) in purpose.states {
                                if let network { span { "\(network.rawValue.capitalisedFirst):" } }
                                state.chip
                            }
                            if let expiry = purpose.expiry, purpose.states.contains(where: { $0.state == .inForce }) {
                                span(.class("soft small")) { "until \(context.clock.plainDate(of: expiry))" }
                            }
                        }
                    }
                }
            }
            if child.model == .optOut {
                p(.class("small soft")) { "The policy of this school counts silence as a yes." }
            }
        }
    }

    private var history: Markup {
        section(.aria(.labelledby, "s-history")) {
            h2(.id("s-history")) { child.entries.isEmpty ? "Nobody has answered yet" : "What was answered" }
            if !child.entries.isEmpty {
                ol(.class("sheet record"), .role("list")) {
                    for entry in child.entries { self.entry(entry) }
                }
            }
        }
    }

    private func entry(_ entry: ConsentEntry) -> Markup {
        let consent = entry.consent
        let about =
            (consent.purpose?.title ?? "Everything")
            + (consent.network.map { ", \($0.rawValue.capitalisedFirst) only" } ?? "")
        return li {
            time(.datetime("\(consent.date)")) { context.clock.plainDate(of: consent.date) }
            div {
                p {
                    b { "\(consent.decision.title)." }
                    consent.purpose == nil && consent.decision != .yes && consent.decision != .no
                        && consent.decision != .withdrawn ? " For every purpose." : " \(about)."
                    if let expiry = consent.expiry { " Until \(context.clock.plainDate(of: expiry))." }
                }
                p(.class("who")) {
                    consent.givenBy.isEmpty ? "Nobody wrote down who answered." : "From \(consent.givenBy)."
                    entry.recordedBy.map { " Recorded by \($0)." } ?? " Imported."
                }
                if let lifted = consent.lifted {
                    p(.class("who")) {
                        "Lifted on \(context.clock.plainDate(of: lifted))\(entry.liftedBy.map { " by \($0)" } ?? ""): \(entry.liftedReason ?? "")"
                    }
                }
            }
        }
    }
}

extension ChildConsentPage {
    private var givers: [(value: String, label: String)] {
        [(value: "", label: "Choose…")] + child.guardians.map { (value: $0, label: $0) } + [
            (value: pupil.name, label: "\(pupil.name), the child"), (value: "other", label: "Somebody else"),
        ]
    }

    private func giverFields(_ caption: String) -> Markup {
        .words {
            Field(caption, name: "giver", options: givers, selected: typed["giver"], error: errors["giver"])
            Field(
                "Somebody else’s name", name: "giver-other", value: typed["giver-other"] ?? "",
                error: errors["giver-other"], autocomplete: "off")
        }
    }

    private var answerForm: Markup {
        section(.class("card"), .aria(.labelledby, "s-answer")) {
            h2(.id("s-answer")) { "Record an answer" }
            form(.method("post"), .action(ConsentHandlers.answer.path(pupil.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "About", name: "purpose",
                    options: [(value: "all", label: "Everything")]
                        + Purpose.allCases.map { (value: $0.rawValue, label: $0.title) },
                    selected: typed["purpose"], error: errors["purpose"])
                Field(
                    "The answer", name: "decision",
                    options: [
                        (value: "", label: "Choose…"), (value: "yes", label: "Yes"), (value: "no", label: "No"),
                        (value: "withdrawn", label: "Withdrawn: it was a yes before"),
                    ], selected: typed["decision"], error: errors["decision"])
                giverFields("From")
                Field(
                    "Given on", name: "day", value: typed["day"] ?? "\(context.today)", type: "date",
                    error: errors["day"])
                Field(
                    "Until", name: "expiry", value: typed["expiry"] ?? "", type: "date",
                    hint: "Only for a yes that runs out.", error: errors["expiry"])
                Field(
                    "Only on one network", name: "network", value: typed["network"] ?? "",
                    hint: "Such as facebook. Leave it empty for all.", error: errors["network"])
                button(.class("button"), .type("submit")) { "Record the answer" }
            }
        }
    }

    private var objectionForm: Markup {
        section(.class("card card--well"), .aria(.labelledby, "s-object")) {
            h2(.id("s-object")) { "Somebody objects now" }
            p { "It holds at once and for every purpose." }
            form(.method("post"), .action(ObjectionHandlers.object.path(pupil.id)), .class("stack")) {
                CSRFField(viewer)
                ObjectorChoice(pupil: pupil)
                button(.class("button button--plain button--wide"), .type("submit")) { "Record the objection" }
            }
        }
    }

    private var listForm: Markup {
        section(.class("card card--well"), .aria(.labelledby, "s-list")) {
            h2(.id("s-list")) { "The do-not-publish list" }
            p { "For a child who must never be shown. Only the people who keep this register can take a child off it." }
            form(.method("post"), .action(ConsentHandlers.list.path(pupil.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "Who asked for it", name: "giver-other", value: "",
                    hint: "Such as a parent’s name, or the safeguarding lead.",
                    autocomplete: "off", id: "field-list-giver")
                button(.class("button button--danger"), .type("submit")) {
                    "Put \(pupil.preferredName ?? pupil.firstName) on the list"
                }
            }
        }
    }
}

/// Who objects: the child or a parent is the usual answer, and one tap.
struct ObjectorChoice: HTML {
    let pupil: Pupil

    var body: Markup {
        fieldset {
            legend { "Who objects" }
            for (index, word) in ["\(pupil.name), the child", "A parent or carer", "Somebody else"].enumerated() {
                label(.class("choice")) {
                    input(
                        .type("radio"), .name("giver"), .value(index == 0 ? pupil.name : word), .checked(index == 0))
                    span { word }
                }
            }
        }
    }
}
