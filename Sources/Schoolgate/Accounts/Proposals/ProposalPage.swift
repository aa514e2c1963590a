import HTML
import Policy
import Web

/// What the page of one proposal shows.
struct ProposalView: Sendable {
    let proposal: Proposal
    let people: [Person.ID: Person]
    let approvers: [Person]
    /// Why the viewer may not decide; nil when they may.
    let objection: String?
    let clause: Clause.ID?
    let citations: Citations?
}

/// One proposal: the reason first, then everything else that was asked, and the decision.
struct ProposalPage: HTML {
    let view: ProposalView
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var proposal: Proposal { view.proposal }
    private var draft: ProposalDraft { proposal.draft }
    private var isMine: Bool { proposal.proposer == viewer.id }

    var body: Markup {
        Shell("Proposal: \(draft.name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Proposal of an account", heading: draft.name,
                lede:
                    "\(draft.networkName). Put forward by \(name(proposal.proposer)), \(context.clock.moment(of: proposal.proposedAt, now: context.now()))."
            )
            p(.class("row")) {
                proposal.state.chip
                Chip(draft.isOpen ? "Open to all" : "Private", icon: draft.isOpen ? .globe : .lock)
                Chip(draft.isCurriculum ? "Part of lessons" : "Information")
            }
            errors.summary
            div(.class("split")) {
                div(.class("stack")) {
                    section(.class("card stack stack--s"), .aria(.labelledby, "s-reason")) {
                        h2(.id("s-reason")) { "The reason" }
                        p { draft.reason }
                    }
                    facts
                }
                div(.class("stack")) {
                    decision
                    next
                }
            }
        }
    }

    private func name(_ id: Person.ID) -> String { view.people[id]?.name ?? "somebody who left" }

    private var audience: String {
        draft.audience.map { audience in
            guard audience == .pupils, let youngest = draft.youngest else { return audience.words }
            return "Pupils from \(youngest) years"
        }.joined(separator: ", ")
    }

    private var facts: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-case")) {
            h2(.id("s-case")) { "The case for it" }
            dl(.class("facts")) {
                fact("What it is for", draft.aim)
                fact("Whom it is for", audience)
                if let use = draft.pupilUse { fact("How pupils take part", use.words) }
                fact("How they hear of it", draft.promotion)
                if draft.isCurriculum {
                    fact("Year groups", draft.yearGroups)
                    if let teacher = draft.teacher { fact("Supervised by", name(teacher)) }
                }
                fact("Run by", draft.managers.map { name($0) }.inWords())
                fact("Watched over by", name(draft.monitor))
                fact("House rules", draft.houseRules)
                fact("In the best interests of children", draft.bestInterests)
                fact("Looked at again on", context.clock.plainDate(of: draft.reviewOn))
            }
        }
    }

    private func fact(_ term: String, _ text: String) -> Markup {
        div {
            dt { term }
            dd(.class("preview__text")) { text }
        }
    }

    private var decision: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-decision")) {
            h2(.id("s-decision")) { "The decision" }
            switch proposal.state {
            case .waiting: waiting
            case .withdrawn: p { "\(name(proposal.proposer)) took it back before anybody decided." }
            case .approved, .rejected:
                p {
                    b {
                        "\(proposal.decidedBy.map { name($0) } ?? "Somebody") \(proposal.state == .approved ? "approved it" : "turned it down")"
                    }
                    proposal.decidedAt.map { ", \(context.clock.moment(of: $0, now: context.now()))" } ?? ""
                }
                blockquote { p(.class("preview__text")) { proposal.decisionReason } }
            }
            if let clause = view.clause, let citations = view.citations {
                p(.class("small soft")) { "Decided under \(citations.name(clause)) of the policy." }
            }
        }
    }

    private var waiting: Markup {
        guard let objection = view.objection else {
            return form(
                .method("post"), .action(ProposalHandlers.decide.path(proposal.id)), .class("stack")
            ) {
                CSRFField(viewer)
                Field(
                    "Your reason", name: "reason", lines: 3,
                    hint: "Kept with the decision, whichever it is. \(name(proposal.proposer)) reads it.",
                    error: errors["reason"])
                p(.class("row")) {
                    button(.class("button"), .type("submit"), .name("decision"), .value("approve")) { "Approve it" }
                    button(.class("button button--plain"), .type("submit"), .name("decision"), .value("reject")) {
                        "Turn it down"
                    }
                }
            }
        }
        return .words {
            p { objection }
            if view.approvers.isEmpty {
                p { "Nobody here can decide yet. An administrator gives somebody the role under People." }
            } else {
                p { "\(view.approvers.map(\.name).inWords("or")) can decide." }
            }
            if isMine {
                form(.method("post"), .action(ProposalHandlers.withdraw.path(proposal.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) { "Take it back" }
                }
            }
        }
    }

    private var next: Markup {
        switch proposal.state {
        case .rejected where isMine, .withdrawn where isMine:
            p {
                a(.class("button"), .href(ProposalHandlers.again.path(proposal.id))) { "Change it and propose it anew" }
            }
        case .approved where viewer.may(.manageAccounts) && proposal.account == nil:
            p { a(.class("button"), .href(AccountKeepingHandlers.form.path(proposal.id))) { "Connect it" } }
        case .approved:
            proposal.account.map { account in
                p { a(.href(AccountKeepingHandlers.show.path(account))) { "See the account" } }
            } ?? p { "It is connected next, by an administrator, the headteacher or communications." }
        default: Markup()
        }
    }
}

/// The proposals that somebody may read, those that wait first.
struct ProposalsPage: HTML {
    let proposals: [Proposal]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Proposals", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: heading,
                lede: "An account is proposed, decided about with a reason, and then connected.",
                action: viewer.may(.writePosts)
                    ? (label: "Propose an account", path: ProposalHandlers.new.path()) : nil)
            if proposals.isEmpty {
                Empty(heading: "No proposal yet", text: "What is put forward, and what became of it, appears here.")
            }
            ul(.class("post-list"), .role("list")) {
                for proposal in proposals.sorted(by: { ($0.state == .waiting ? 0 : 1) < ($1.state == .waiting ? 0 : 1) }
                ) {
                    li(.class("post-row")) {
                        h2(.class("post-row__title")) {
                            a(.href(ProposalHandlers.show.path(proposal.id))) { proposal.draft.name }
                        }
                        p(.class("row")) {
                            proposal.state.chip
                            Chip(proposal.draft.networkName)
                            span(.class("soft small")) {
                                context.clock.moment(of: proposal.proposedAt, now: context.now())
                            }
                        }
                    }
                }
            }
        }
    }

    private var heading: String {
        let waiting = proposals.count { $0.state == .waiting }
        switch waiting {
        case 0: return "No proposal waits for a decision"
        case 1: return "One proposal waits for a decision"
        default: return "\(waiting) proposals wait for a decision"
        }
    }
}
