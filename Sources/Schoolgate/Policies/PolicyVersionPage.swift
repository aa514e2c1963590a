import Gate
import HTML
import Policy
import Web

/// One version on its way: the text to work on, what it changes, who has signed.
struct PolicyVersionPage: HTML {
    let view: PolicyView
    let viewer: Viewer
    let context: Context
    /// The rule somebody came to change.
    var rule: String?

    private var version: PolicyVersion { view.version }

    var body: Markup {
        Shell("Version \(version.number)", in: .policies, for: viewer, context) {
            header(.class("page-head")) {
                div {
                    p(.class("overline")) { a(.href(PolicyRoutes.index.path())) { "Policies" } }
                    h1 { heading }
                    if !version.reason.isEmpty { p(.class("lede")) { version.reason } }
                    OwnerLine(keeping: view.keeping)
                }
            }
            if version.state == .signing || !view.signatures.isEmpty {
                SignaturesCard(view: view, viewer: viewer, context: context)
            }
            if version.state.isUnderWay, view.rulebook != nil, mayRehearse {
                RehearsalCard(version: version, last: view.rehearsal, viewer: viewer, context: context)
            }
            if !view.problems.isEmpty { problems }
            if version.state == .draft, mayChange { editor }
            if !view.annexes.isEmpty { AnnexList(view: view, viewer: viewer) }
            if version.state == .draft, view.rulebook != nil, mayChange { send }
            DecisionList(view: view, viewer: viewer, context: context)
            AwarenessList(view: view, viewer: viewer, context: context)
            if let redline = view.redline {
                RedlineView(redline: redline)
                if version.state.isUnderWay, !redline.isEmpty, mayRehearse {
                    p(.class("no-print")) { a(.href("#rehearsal")) { "Rehearse these changes over the past year" } }
                }
            }
            if version.state == .inForce, version.school != nil, mayRehearse {
                p(.class("no-print")) {
                    a(.class("button button--plain"), .href(RehearsalRoutes.choose.path(version.id))) {
                        "Change one rule and try it on the past year"
                    }
                }
            }
            if let rulebook = view.rulebook, let coverage = view.coverage {
                CoverageFence(coverage: coverage)
                PolicyDocumentView(rulebook: rulebook, coverage: coverage, evidence: view.evidence)
                if view.keeping.keeps { TemplateLink(view: view) }
            }
            if version.state.isUnderWay, mayChange {
                form(.method("post"), .action(PolicyRoutes.drop.path(version.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) { "Give version \(version.number) up" }
                }
            }
        }
    }

    /// The trust's policy is for people of the trust to change.
    private var mayChange: Bool { view.keeping.keeps && (version.school != nil || viewer.draftsForTrust) }

    private var mayRehearse: Bool {
        viewer.may(.seePosts) && (viewer.may(.rehearsePolicy) || view.keeping.keeps)
    }

    private var heading: String {
        switch version.state {
        case .draft: return "Version \(version.number) is a draft"
        case .signing:
            let left = view.signers.count - view.signatures.count
            return "Version \(version.number) waits for \(left == 1 ? "one signature" : "\(left) signatures")"
        case .signed: return "Version \(version.number) is signed and waits for its day"
        case .inForce: return "Version \(version.number) is in force"
        case .superseded: return "Version \(version.number) was superseded"
        case .dropped: return "Version \(version.number) was given up"
        }
    }

    private var problems: Markup {
        let errors = view.problems.filter { !$0.isNote }
        return section(.class("problems"), .role("alert"), .aria(.labelledby, "s-problems")) {
            h2(.id("s-problems")) {
                errors.isEmpty
                    ? "Worth a look"
                    : errors.count == 1 ? "One thing to put right" : "\(errors.count) things to put right"
            }
            ul {
                for problem in view.problems.prefix(100) {
                    li { "Line \(problem.line), column \(problem.column): \(problem.message)" }
                }
            }
        }
    }

    private var editor: Markup {
        form(.method("post"), .action(PolicyRoutes.save.path(version.id)), .class("stack")) {
            CSRFField(viewer)
            if let rule { p(.class("note")) { place(of: rule) } }
            Field(
                "The text", name: "source", lines: 24, value: version.source,
                hint: "Markdown. A clause ends in {#name}; a rule block under it says what the program does.",
                attributes: [Attribute("spellcheck", "true")])
            p(.class("row")) {
                button(.class("button"), .type("submit")) { "Save and read it" }
                if viewer.may(.seePosts) {
                    button(.class("button button--plain"), .type("submit"), .name("then"), .value("rehearse")) {
                        "Save and rehearse"
                    }
                }
            }
        }
    }

    /// Where the text says it.
    private func place(of rule: String) -> String {
        let lines = version.source.split(separator: "\n", omittingEmptySubsequences: false)
        if let line = lines.firstIndex(where: { $0.hasPrefix("\(rule):") }) {
            return "\(rule) stands in line \(line + 1) of the text, under its clause."
        }
        return Catalogue.all.control(named: rule) == nil
            ? "No rule is called that."
            : "\(rule) is not in this text; the policy it builds on may have it. A block of its own can only make it tighter."
    }

    private var send: Markup {
        section(.class("card"), .aria(.labelledby, "s-send")) {
            h2(.id("s-send")) { "Send it to be signed" }
            p {
                "It is signed by \(view.signers.map { $0.title.lowercased() }.joined(separator: " and ")). Its text is settled from then on."
            }
            NobodySigns(view: view)
            form(.method("post"), .action(PolicyRoutes.signing.path(version.id)), .class("stack")) {
                CSRFField(viewer)
                Field("Takes effect on", name: "effective", value: "\(context.today)", type: "date")
                Field("What changes, in a sentence", name: "reason", value: version.reason)
                p { button(.class("button"), .type("submit")) { "Send to be signed" } }
            }
        }
    }
}

struct SignaturesCard: HTML {
    let view: PolicyView
    let viewer: Viewer
    let context: Context

    private var version: PolicyVersion { view.version }

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-signatures"), .id("signatures")) {
            h2(.id("s-signatures")) { "Signatures" }
            for role in view.signers {
                if let signature = view.signatures.first(where: { $0.role == role }) {
                    div {
                        p { span(.class("sign")) { signature.name } }
                        p(.class("soft small")) {
                            "\(role.title), \(context.clock.moment(of: signature.signedAt, now: context.now()))"
                        }
                    }
                } else {
                    p { "\(role.title): not signed yet" }
                }
            }
            if version.state == .signing { NobodySigns(view: view) }
            if let role = open { if let bar = viewer.links.bar { p(.class("note")) { bar } } else { sign(role) } }
        }
    }

    /// The role in which the viewer may sign now.
    private var open: Role? {
        guard version.state == .signing, !view.signatures.contains(where: { $0.person == viewer.id }) else {
            return nil
        }
        return view.signers.first { role in
            !view.signatures.contains { $0.role == role } && version.canSign(role, viewer)
        }
    }

    private func sign(_ role: Role) -> Markup {
        form(.method("post"), .action(PolicyRoutes.sign.path(version.id)), .class("stack")) {
            CSRFField(viewer)
            input(.type("hidden"), .name("role"), .value(role.rawValue))
            input(.type("hidden"), .name("digest"), .value(version.digest))
            Field(
                "Write your name to sign", name: "name",
                hint:
                    "\(viewer.person.name), \(role.title.lowercased()). You sign exactly the text below, fingerprint \(version.digest.prefix(8)).",
                autocomplete: "name")
            p { button(.class("button"), .type("submit")) { "Sign version \(version.number)" } }
        }
    }
}

/// Says when a signature is asked of a role that nobody has, which would wait for ever.
private struct NobodySigns: HTML {
    let view: PolicyView

    var body: Markup {
        let missing = view.unheld.filter { role in !view.signatures.contains { $0.role == role } }
        if !missing.isEmpty {
            p(.class("note")) {
                let roles = missing.map { $0.title.lowercased() }.inWords("or")
                let place = view.version.school == nil ? "for the whole trust" : "at this school"
                "Nobody is \(roles) \(place) yet, so nobody can sign for that. Give the role under "
                a(.href("/people")) { "People" }
                "."
            }
        }
    }
}

struct AnnexList: HTML {
    let view: PolicyView
    let viewer: Viewer

    var body: Markup {
        section(.class("stack"), .aria(.labelledby, "s-annexes")) {
            h2(.id("s-annexes")) { "Annexes" }
            for (index, annex) in view.annexes.enumerated() {
                div(.class("card stack stack--s")) {
                    h3 { annex.name }
                    if let text = annex.text {
                        details {
                            summary { "Read it" }
                            Markup.raw(PolicyMarkdown.html(text))
                        }
                    } else if let reason = annex.waivedReason {
                        p { "Waived: \(reason)" }
                    } else if view.version.state == .draft, view.keeping.keeps {
                        p { "It is missing, so this version cannot be signed yet." }
                        form(.method("post"), .action(PolicyRoutes.annex.path(view.version.id)), .class("stack")) {
                            CSRFField(viewer)
                            input(.type("hidden"), .name("annex"), .value(annex.name))
                            label(.for("annex-\(index)")) { "Its text" }
                            textarea(.class("input"), .id("annex-\(index)"), .name("text"), Attribute("rows", "4"))
                            label(.for("waiver-\(index)")) { "Or why it is waived" }
                            input(.class("input"), .id("waiver-\(index)"), .name("waiver"))
                            p { button(.class("button button--plain"), .type("submit")) { "Keep it" } }
                        }
                    }
                }
            }
        }
    }
}
