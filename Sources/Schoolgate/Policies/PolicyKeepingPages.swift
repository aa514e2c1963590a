import HTML
import Policy
import Web

/// T2: says to whoever reads the policy whether it binds them, and as what.
struct AudienceLine: HTML {
    let rulebook: Rulebook
    let viewer: Viewer

    var body: Markup {
        guard let audience = rulebook.rule(PolicyAudience.self)?.control.groups else { return Markup() }
        let own = viewer.groups.filter { audience.contains($0) }
        return p(.class("note")) {
            own.isEmpty
                ? "This policy is for \(audience.map(\.rawValue).inWords()). It does not bind you in what you do here."
                : "This policy applies to you, as one of the school’s \(own.map(\.rawValue).inWords())."
        }
    }
}

extension Viewer {
    /// The groups of people a policy may speak of that they belong to at the school they look at.
    var groups: [PolicyAudience.Group] {
        var groups: [PolicyAudience.Group] = []
        for appointment in appointments where appointment.school == nil || appointment.school == school.id {
            let group: PolicyAudience.Group =
                switch appointment.role {
                case "governor", "chair": appointment.school == nil ? .directors : .governors
                case "director", "trustee": .directors
                case "volunteer": .volunteers
                case "contractor": .contractors
                case "consultant": .consultants
                case "agency", "agency-staff", "supply-teacher": .agencyStaff
                case "trainee", "student-teacher": .trainees
                default: .staff
                }
            if !groups.contains(group) { groups.append(group) }
        }
        return groups
    }
}

/// P2, M1: who looks after the policy.
struct OwnerLine: HTML {
    let keeping: PolicyKeepingView

    var body: Markup {
        guard let owner = keeping.owner else { return Markup() }
        return p(.class("soft")) {
            keeping.ownerNames.isEmpty
                ? "Looked after by: \(owner.title.lowercasedUnlessShort). Nobody holds that role here yet."
                : "Looked after by \(keeping.ownerNames.inWords()), \(owner.title.lowercasedUnlessShort)."
        }
    }
}

extension String {
    /// In a sentence; abbreviations such as `HR` stay as they are.
    fileprivate var lowercasedUnlessShort: String { count <= 3 ? self : lowercased() }
}

/// W8: the way to hand a version on.
struct TemplateLink: HTML {
    let view: PolicyView

    var body: Markup {
        let isShared = view.rulebook?.rule(PolicySharing.self)?.control.isShared ?? true
        guard isShared else { return Markup() }
        return p(.class("no-print")) {
            a(.class("button button--plain"), .href(PolicyRoutes.template.path(view.version.id))) {
                "Download as a template"
            }
            " "
            span(.class("soft small")) {
                "For other schools: without your school’s names, addresses and people. Read it before you hand it on."
            }
        }
    }
}

/// What is missing or late, on the page of the policy in force, with the way to it.
struct KeepingSummary: HTML {
    let view: PolicyView
    let context: Context

    var body: Markup {
        let missing = view.keeping.decisions.filter { $0.minute == nil }.map(\.decision.rawValue)
        let late = view.keeping.plan.filter { $0.isLate(on: context.today) }.map(\.channel)
        let path = PolicyRoutes.show.path(view.version.id)
        return .words {
            if !missing.isEmpty {
                p(.class("note")) {
                    "The governors’ minute on \(missing.inWords()) is missing. "
                    a(.href(path + "#decisions")) { "Add it" }
                }
            }
            if !late.isEmpty {
                p(.class("note")) {
                    "People should have been told about this version by now: \(late.inWords()). "
                    a(.href(path + "#making-known")) { "Open the plan" }
                }
            }
        }
    }
}

/// W30: the governors' decisions that a version rests on.
struct DecisionList: HTML {
    let view: PolicyView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if view.keeping.decisions.isEmpty { return Markup() }
        return section(.class("card stack"), .aria(.labelledby, "decisions")) {
            h2(.id("decisions")) { "The governors’ decisions" }
            for decision in view.keeping.decisions {
                div(.class("stack stack--s")) {
                    h3 { decision.decision.title }
                    if let minute = decision.minute, let day = decision.decidedOn {
                        p { "Minute \(minute), \(context.clock.plainDate(of: day))" }
                    } else {
                        p { Chip("Missing", .warn, icon: .warn) }
                    }
                    if view.keeping.mayNote { noting(decision) }
                }
            }
        }
    }

    private func noting(_ decision: PolicyDecision) -> Markup {
        let name = decision.decision.rawValue
        return details {
            summary {
                decision.minute == nil ? "Add the minute" : "Change it"
                span(.class("hush")) { ": \(decision.decision.title)" }
            }
            form(.method("post"), .action(PolicyRoutes.decision.path(view.version.id)), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("decision"), .value(name))
                Field(
                    "Minute", name: "minute", value: decision.minute ?? "", hint: "Its number, such as 7.2.",
                    id: "minute-\(name)")
                Field(
                    "Day of the meeting", name: "day", value: decision.decidedOn.map { "\($0)" } ?? "", type: "date",
                    id: "day-\(name)")
                p { button(.class("button button--plain"), .type("submit")) { "Keep the minute" } }
            }
        }
    }
}

/// W4: where people are told about a version, by whom and when.
struct AwarenessList: HTML {
    let view: PolicyView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if view.keeping.plan.isEmpty { return Markup() }
        let done = view.keeping.plan.count { $0.done != nil }
        return section(.class("card stack"), .aria(.labelledby, "making-known")) {
            h2(.id("making-known")) { "Making it known" }
            p(.class("soft")) { "\(done) of \(view.keeping.plan.count) places done." }
            ul(.class("stack"), .role("list")) {
                for (index, step) in view.keeping.plan.enumerated() {
                    li(.class("stack stack--s")) {
                        p(.class("row")) {
                            b { step.channel.capitalisedFirst }
                            chip(step)
                            span(.class("soft small")) { who(step) }
                        }
                        if mayArrange { arranging(step, index) }
                    }
                }
            }
        }
    }

    private var mayArrange: Bool {
        view.keeping.keeps && (view.version.school != nil || viewer.draftsForTrust)
            && view.version.state != .superseded && view.version.state != .dropped
    }

    private func chip(_ step: AwarenessStep) -> Chip {
        if let done = step.done { return Chip("Done \(context.clock.plainDate(of: done))", .gate, icon: .check) }
        guard let due = step.due else { return Chip("To do") }
        let day = context.clock.plainDate(of: due)
        return due < context.today ? Chip("Late since \(day)", .warn, icon: .warn) : Chip("By \(day)", icon: .clock)
    }

    private func who(_ step: AwarenessStep) -> String { step.ownerName ?? "nobody sees to it yet" }

    private func arranging(_ step: AwarenessStep, _ index: Int) -> Markup {
        details {
            summary {
                "Plan it or tick it off"
                span(.class("hush")) { ": \(step.channel)" }
            }
            form(.method("post"), .action(PolicyRoutes.awareness.path(view.version.id)), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("place"), .value(step.channel))
                Field(
                    "Who sees to it", name: "owner",
                    options: [(value: "", label: "Nobody yet")]
                        + view.keeping.colleagues.map { (value: "\($0.id.rawValue)", label: $0.name) },
                    selected: step.owner.map { "\($0.rawValue)" }, id: "owner-\(index)")
                Field(
                    "By", name: "due", value: step.due.map { "\($0)" } ?? "", type: "date", id: "due-\(index)")
                Field(
                    "Done on", name: "done", value: step.done.map { "\($0)" } ?? "", type: "date",
                    hint: "Leave it empty until it is done.", id: "done-\(index)")
                p { button(.class("button button--plain"), .type("submit")) { "Keep the plan" } }
            }
        }
    }
}

/// P1: reviews under way and finished, and the way to open one.
struct ReviewList: HTML {
    let view: PolicyView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if !view.keeping.mayReview { return Markup() }
        return section(.class("card stack"), .aria(.labelledby, "reviews")) {
            h2(.id("reviews")) { "Reviews" }
            if view.keeping.reviews.isEmpty { p(.class("soft")) { "None was opened yet." } }
            ul(.class("stack"), .role("list")) {
                for review in view.keeping.reviews { li(.class("stack stack--s")) { show(review) } }
            }
            open
        }
    }

    private func show(_ review: Review) -> Markup {
        .words {
            p(.class("row")) {
                b { review.kind.words.capitalisedFirst }
                chip(review)
                span(.class("soft small")) {
                    "\(review.openedBy), \(context.clock.plainDate(of: context.clock.day(of: review.openedAt)))"
                }
            }
            p { review.reason }
            if !review.finding.isEmpty { p(.class("soft")) { "Found: \(review.finding)" } }
            if review.closedAt == nil {
                details {
                    summary {
                        "Nothing need change"
                        span(.class("hush")) { ": \(review.reason.prefix(60))" }
                    }
                    form(.method("post"), .action(PolicyRoutes.finding.path(review.id)), .class("stack")) {
                        CSRFField(viewer)
                        Field(
                            "What you looked at, and why nothing need change", name: "finding", lines: 3,
                            id: "finding-\(review.id.rawValue)")
                        p { button(.class("button button--plain"), .type("submit")) { "Finish the review" } }
                    }
                }
                p(.class("soft small")) {
                    "If something has to change, begin a new version: it ends the review once it is in force."
                }
            }
        }
    }

    private func chip(_ review: Review) -> Chip {
        switch review.outcome {
        case nil: Chip("Open", .hold, icon: .hold)
        case .noChange: Chip("Nothing changed", .gate, icon: .check)
        case .newVersion: Chip(review.version.map { "Version \($0)" } ?? "New version", .gate, icon: .check)
        }
    }

    private var open: Markup {
        guard let rulebook = view.rulebook else { return Markup() }
        return details {
            summary { "Open a review" }
            form(.method("post"), .action(PolicyRoutes.review.path(view.version.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "Because of", name: "kind",
                    options: Review.Kind.all(of: rulebook).map { (value: $0.name, label: $0.words.capitalisedFirst) },
                    id: "review-kind")
                Field(
                    "What happened", name: "reason", lines: 3,
                    hint: "In a sentence or two. It is kept with the policy, so name no child.", id: "review-reason")
                p { button(.class("button button--plain"), .type("submit")) { "Open the review" } }
            }
        }
    }
}
