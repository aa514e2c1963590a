import HTML
import Policy
import Web

/// The policy that runs, as people of the school read it.
struct PolicyIndexPage: HTML {
    let index: PolicyIndex
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Policies", in: .policies, for: viewer, context) {
            if let view = index.inForce, let rulebook = view.rulebook, let coverage = view.coverage {
                PolicyHead(version: view.version, rulebook: rulebook, viewer: viewer, context: context)
                AudienceLine(rulebook: rulebook, viewer: viewer)
                OwnerLine(keeping: view.keeping)
                KeepingSummary(view: view, context: context)
                CoverageFence(coverage: coverage)
                PolicyDocumentView(rulebook: rulebook, coverage: coverage, evidence: view.evidence)
                PolicyFacts(rulebook: rulebook, today: context.today, clock: context.clock)
            } else {
                PageHead(
                    heading: "No policy is in force yet",
                    lede: "Nothing can be posted before the head and the governors have signed one.")
            }
            if let view = index.inForce { ReviewList(view: view, viewer: viewer, context: context) }
            if index.keeps, viewer.may(.seePosts) {
                p(.class("no-print")) {
                    a(.class("button button--plain"), .href(AlarmRoutes.index.path())) {
                        "What the gate got wrong, by rule"
                    }
                }
            }
            VersionList(title: "Versions", versions: index.history, context: context)
            if viewer.isOfTrust { PublishedList(published: index.published, context: context) }
            if viewer.isOfTrust { VersionList(title: "The trust’s policy", versions: index.trust, context: context) }
            if index.keeps { begin }
        }
    }

    private var begin: Markup {
        section(.class("card"), .aria(.labelledby, "s-begin")) {
            h2(.id("s-begin")) { "Begin a new version" }
            form(
                .method("post"), .action(PolicyRoutes.draft.path()), Attribute("enctype", "multipart/form-data"),
                .class("stack")
            ) {
                CSRFField(viewer)
                Field(
                    "Start from", name: "template",
                    options: [(value: "", label: "The version in force")]
                        + PolicyTemplate.all.map { (value: $0.name, label: "Template: \($0.title)") })
                Field(
                    "Or from a file", name: "file", type: "file",
                    hint: "A policy that another school handed on as a template, in Markdown.",
                    attributes: [Attribute("accept", ".md,text/markdown,text/plain")])
                if viewer.draftsForTrust {
                    Field(
                        "Whose policy", name: "of",
                        options: [
                            (value: "school", label: viewer.school.name), (value: "trust", label: viewer.trust.name),
                        ])
                }
                Field(
                    "Why now?", name: "reason",
                    hint: "Such as the yearly review, a change in the law, or an incident. It is kept with the version."
                )
                p { button(.class("button"), .type("submit")) { "Begin" } }
            }
        }
    }
}

/// T4: which schools have published a policy of their own, and which have not.
struct PublishedList: HTML {
    let published: [(school: School, version: PolicyVersion?)]
    let context: Context

    var body: Markup {
        section(.class("stack"), .aria(.labelledby, "published")) {
            h2(.id("published")) { heading }
            ul(.class("stack stack--s"), .role("list")) {
                for (school, version) in published {
                    li(.class("row")) {
                        span { school.name }
                        if let version {
                            Chip("Version \(version.number) in force", .gate, icon: .check)
                            a(.href(PublicPolicyHandlers.show.path(school.code))) {
                                "Read it"
                                span(.class("hush")) { ": \(school.name)" }
                            }
                        } else {
                            Chip("Has not published its own", .warn, icon: .warn)
                        }
                    }
                }
            }
        }
    }

    private var heading: String {
        let missing = published.count { $0.version == nil }
        if missing == 0 { return "Every school has published its own policy" }
        return missing == 1
            ? "One school has not published its own policy" : "\(missing) schools have not published their own policy"
    }
}

/// The head of a policy: whose it is, since when, and when it is looked at again.
struct PolicyHead: HTML {
    let version: PolicyVersion
    let rulebook: Rulebook
    let viewer: Viewer
    let context: Context

    var body: Markup {
        header(.class("title-page")) {
            p(.class("overline")) { "\(viewer.school.name), part of \(viewer.trust.name)" }
            h1 { rulebook.title }
            dl {
                fact("Number", "\(rulebook.number.isEmpty ? "" : "\(rulebook.number), ")version \(version.number)")
                if let day = version.effectiveOn { fact("From", context.clock.date(of: day)) }
                if let day = version.reviewDue {
                    fact(
                        "Next review", (day < context.today ? "overdue since " : "") + context.clock.plainDate(of: day))
                }
                if !rulebook.bases.isEmpty { fact("Builds on", "\(viewer.trust.name)’s policy") }
            }
            p(.class("no-print")) {
                a(.href(PublicPolicyHandlers.show.path(viewer.school.code))) {
                    rulebook.hasPublicPDF ? "As parents read it, and as a PDF" : "As parents read it"
                }
            }
        }
    }

    private func fact(_ term: String, _ text: String) -> Markup {
        div {
            dt { term }
            dd { text }
        }
    }
}

struct VersionList: HTML {
    let title: String
    let versions: [PolicyVersion]
    let context: Context

    var body: Markup {
        if versions.isEmpty { return Markup() }
        return section(.class("stack"), .aria(.labelledby, "versions-\(title.count)")) {
            h2(.id("versions-\(title.count)")) { title }
            ul(.class("stack stack--s"), .role("list")) {
                for version in versions where version.state != .dropped {
                    li(.class("row")) {
                        a(.href(PolicyRoutes.show.path(version.id))) { "Version \(version.number)" }
                        version.state.chip
                        if let day = version.effectiveOn {
                            span(.class("soft small")) { "from \(context.clock.plainDate(of: day))" }
                        }
                        if !version.reason.isEmpty { span(.class("soft small")) { version.reason } }
                    }
                }
            }
        }
    }
}

extension PolicyVersion.State {
    var chip: Chip {
        switch self {
        case .draft: Chip("Draft")
        case .signing: Chip("Waits for signatures", .hold, icon: .hold)
        case .signed: Chip("Signed, waits for its day", .gate, icon: .clock)
        case .inForce: Chip("In force", .gate, icon: .check)
        case .superseded: Chip("Superseded")
        case .dropped: Chip("Dropped")
        }
    }
}
