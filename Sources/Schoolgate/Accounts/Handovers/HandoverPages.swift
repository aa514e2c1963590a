import HTML
import Policy
import Web

/// The handovers that are open at a school.
struct HandoversPage: HTML {
    let handovers: [Handover]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Handovers", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: heading,
                lede: "When somebody who runs an account leaves, it is handed over or closed.")
            if handovers.isEmpty {
                Empty(
                    heading: "Nothing to hand over",
                    text: "A handover opens by itself when somebody who runs an account gets a leaving day.")
            }
            ul(.class("post-list"), .role("list")) {
                for handover in handovers {
                    li(.class("post-row")) {
                        h2(.class("post-row__title")) {
                            a(.href(HandoverHandlers.show.path(handover.id))) {
                                "\(handover.accountName), from \(handover.personName)"
                            }
                        }
                        p(.class("row")) {
                            handover.chip(context)
                            span(.class("soft small")) {
                                "Leaves \(context.clock.plainDate(of: handover.leavesOn)). \(handover.open.count) of \(handover.steps.count) steps are open."
                            }
                        }
                    }
                }
            }
        }
    }

    private var heading: String {
        switch handovers.count {
        case 0: "No handover is open"
        case 1: "One handover is open"
        default: "\(handovers.count) handovers are open"
        }
    }
}

extension Handover {
    func chip(_ context: Context) -> Chip {
        switch outcome {
        case .handedOver: Chip("Handed over", .gate, icon: .check)
        case .closed: Chip("The account was closed", .gate, icon: .check)
        case .stays: Chip("Stays after all")
        case nil:
            isOverdue(context)
                ? Chip("Overdue", .block, icon: .clock)
                : Chip("By \(context.clock.plainDate(of: context.clock.day(of: dueAt)))", .hold, icon: .clock)
        }
    }
}

/// One handover, step by step.
struct HandoverPage: HTML {
    let handover: Handover
    let staff: [StaffCandidate]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Handover of \(handover.accountName)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Handover", heading: "\(handover.accountName), from \(handover.personName)",
                lede:
                    "\(handover.personName) leaves on \(context.clock.plainDate(of: handover.leavesOn)). Sign each step off once it is done."
            )
            p(.class("row")) { handover.chip(context) }
            if let left = handover.leftByHand { AccessLeft(words: left) }
            ol(.class("stack measure"), .role("list")) {
                for step in handover.steps { li(.class("card stack stack--s")) { show(step) } }
            }
            p(.class("row")) {
                a(.href(AccountKeepingHandlers.show.path(handover.account))) { "The account" }
                a(.href(HandoverHandlers.index.path())) { "Every open handover" }
            }
        }
    }

    private func show(_ step: HandoverStep) -> Markup {
        .words {
            div(.class("row row--apart")) {
                h2 { step.kind.title }
                switch step.state {
                case .open: Chip("Open", .hold, icon: .clock)
                case .done: Chip("Done", .gate, icon: .check)
                case .notNeeded: Chip("Not needed")
                }
            }
            if step.state == .open {
                p { step.kind.advice(handover.personName, handover.network) }
                if !step.note.isEmpty { AccessLeft(words: step.note) }
                if handover.closedAt == nil, step.kind == .tokens, ConnectWay(handover.network).givesAccess { takeBack }
                if handover.closedAt == nil, step.kind == .secret, viewer.may(.openVault) { suggestion }
                if handover.closedAt == nil { step.kind == .successor ? successor : signing(step.kind) }
            } else {
                if let who = step.doneBy, let at = step.doneAt {
                    p(.class("soft small")) { "\(who), \(context.clock.moment(of: at, now: context.now()))" }
                } else if step.state == .notNeeded {
                    p(.class("soft small")) { "This network knows no such step." }
                }
                if !step.note.isEmpty { p { step.note } }
            }
        }
    }

    private var takeBack: Markup {
        posting(to: HandoverHandlers.takeBack.path(handover.id)) {
            p {
                "\(handover.personName) may have allowed Schoolgate itself. The network is told to forget that, and the account waits until it is connected again."
            }
            button(.class("button button--plain"), .type("submit")) {
                "Take Schoolgate’s access back and connect anew"
            }
        }
    }

    private var suggestion: Markup {
        p {
            a(
                .class("button button--plain"),
                .href(SecretHandlers.index.path(handover.account) + "?suggest=yes")
            ) { "Let Schoolgate suggest a password" }
        }
    }

    private func signing(_ kind: HandoverStep.Kind) -> Markup {
        posting(to: HandoverHandlers.sign.path(handover.id)) {
            input(.type("hidden"), .name("step"), .value(kind.rawValue))
            Field(
                "A note", name: "note", hint: "What was done, or why it is not needed.", id: "note-\(kind.rawValue)")
            p(.class("row")) {
                button(.class("button"), .type("submit"), .name("state"), .value("done")) {
                    "It is done"
                    span(.class("hush")) { ": \(kind.title)" }
                }
                button(.class("button button--plain"), .type("submit"), .name("state"), .value("not needed")) {
                    "Not needed"
                    span(.class("hush")) { ": \(kind.title)" }
                }
            }
        }
    }

    private var successor: Markup {
        .words {
            posting(to: HandoverHandlers.succeed.path(handover.id)) {
                Field(
                    "The successor", name: "person",
                    options: [(value: "", label: "Choose somebody")]
                        + staff.filter { $0.id != handover.person }.map {
                            (value: $0.id.pathComponent, label: $0.name)
                        })
                button(.class("button"), .type("submit")) { "Hand it to them" }
            }
            p {
                a(.href(AccountHandlers.confirmClosure.path(handover.account))) { "Or close the account" }
                ". What was published there stays in the archive, with its digests."
            }
        }
    }

    private func posting(to action: String, @HTMLBuilder content: () -> Markup) -> Markup {
        let inner = content()
        return form(.method("post"), .action(action), .class("stack stack--s")) {
            CSRFField(viewer)
            inner
        }
    }
}
