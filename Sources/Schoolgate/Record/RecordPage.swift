import HTML
import Policy
import Web

/// What has happened: who did what, when, and under which clause, newest first.
struct RecordPage: HTML {
    let view: RecordView
    /// The outcome of a check that was just made.
    var report: AuditReport?
    let viewer: Viewer
    let context: Context

    private var now: Instant { context.now() }

    var body: Markup {
        Shell("Record", in: .record, for: viewer, context) {
            PageHead(overline: "Record", heading: heading, lede: lede)
            if let report { ReportNotice(report: report) }
            div(.class("split")) {
                section(.class("stack"), .aria(.labelledby, "s-events")) {
                    h2(.id("s-events"), .class("hush")) { "Events" }
                    filter
                    list
                    if let next = view.next {
                        p {
                            a(
                                .class("button button--plain"), Attribute("rel", "next"),
                                .href(view.query.path(RecordHandlers.index.path(), before: next))
                            ) { "Earlier events" }
                        }
                    } else if !view.events.isEmpty {
                        p(.class("soft small")) { "Nothing is recorded before this." }
                    }
                }
                proof
            }
        }
    }

    private var heading: String { view.query.isNarrowed ? "What you looked for" : "What has happened" }

    private var lede: String {
        let checked = view.checkedAt.map { "last checked \(context.clock.moment(of: $0, now: now))" }
        return
            "Everything that changes anything at \(viewer.school.name) is written here once and cannot be changed unseen; "
            + (checked ?? "nobody has checked that yet") + "."
    }

    @HTMLBuilder private var list: Markup {
        if view.events.isEmpty {
            Empty(
                heading: "Nothing here",
                text: view.query.isNarrowed
                    ? "Nothing in the record is like that. Look for less, or for another day."
                    : "The first thing that anybody does appears here.",
                action: view.query.isNarrowed ? ("Show everything", RecordHandlers.index.path()) : nil)
        } else {
            ol(.class("sheet record")) {
                for event in view.events {
                    RecordLine(
                        event: event, names: view.names, citations: view.citations, viewer: viewer, context: context)
                }
            }
        }
    }

    private var filter: Markup {
        details(.class("card"), Attribute("open", if: view.query.isNarrowed)) {
            summary { "Look for something" }
            form(.method("get"), .action(RecordHandlers.index.path()), .class("stack")) {
                Field(
                    "What", name: "kind",
                    options: [("", "Everything")] + view.kinds.map { ($0, RecordKind.name($0)) },
                    selected: view.query.kind ?? "")
                Field(
                    "Who", name: "person",
                    options: [("", "Anybody")] + view.people.map { ("\($0.id.rawValue)", $0.name) },
                    selected: view.query.person.map { "\($0.rawValue)" } ?? "")
                Field("Day", name: "day", value: view.query.day.map { "\($0)" } ?? "", type: "date")
                p(.class("row")) {
                    button(.class("button button--plain"), .type("submit")) { "Show" }
                    if view.query.isNarrowed { a(.href(RecordHandlers.index.path())) { "Show everything" } }
                }
            }
        }
    }

    private var proof: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-proof")) {
            h2(.id("s-proof")) { "How it proves itself" }
            for anchor in view.anchors { p { sentence(anchor) } }
            if view.anchors.isEmpty {
                p { "No signature vouches for it yet. One is made every day and with every backup." }
            }
            form(.method("post"), .action(RecordHandlers.check.path())) {
                CSRFField(viewer)
                button(.class("button button--plain"), .type("submit")) { "Check the record now" }
            }
            p {
                a(.href(view.query.path(RecordHandlers.table.path()))) {
                    view.query.isNarrowed ? "Download these events as a table" : "Download it as a table"
                }
            }
            form(.method("post"), .action(RecordHandlers.proof.path())) {
                CSRFField(viewer)
                button(.class("button button--plain"), .type("submit")) { "Download it with its proof" }
            }
        }
    }

    private func sentence(_ anchor: RecordView.Anchor) -> String {
        let chain = anchor.chain == 0 ? "The trust’s record" : "The school’s record"
        let later = anchor.events - anchor.anchored
        return
            "\(chain) is signed up to event \(anchor.anchored), \(context.clock.moment(of: anchor.signedAt, now: now))"
            + (later == 0 ? "." : later == 1 ? "; one event came later." : "; \(later) events came later.")
    }
}

/// The names of the kinds of things that events happen to.
enum RecordKind {
    static func name(_ object: String) -> String {
        switch object {
        case "person": "People"
        case "policy version": "Policies"
        case "record": "The record itself"
        default: object.prefix(1).uppercased() + object.dropFirst() + "s"
        }
    }
}

struct RecordLine: HTML {
    let event: RecordedEvent
    let names: RecordNames
    let citations: Citations?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        li {
            time(.datetime(context.clock.field(event.at))) {
                context.clock.day(of: event.at) == context.today
                    ? "Today" : context.clock.date(of: context.clock.day(of: event.at), thisYear: context.today.year)
                " "
                small { context.clock.time(of: event.at) }
            }
            div {
                p { names.sentence(event) }
                if let details { p(.class("who")) { details } }
                if event.clause != nil || link != nil {
                    p(.class("row")) {
                        if let clause = event.clause {
                            a(.class("clause"), .href("/policies#\(clause)")) { citation(clause) }
                        }
                        if let link {
                            a(.href(link)) {
                                "See it"
                                span(.class("hush")) { ": \(names.object(event))" }
                            }
                        }
                    }
                }
            }
        }
    }

    /// As the policy in force numbers it; one of an earlier policy keeps its own name.
    private func citation(_ clause: String) -> String { citations?.name(Clause.ID(rawValue: clause)) ?? clause }

    private var details: String? {
        let details = names.details(event)
        return details.isEmpty ? nil : details.joined(separator: "; ")
    }

    private var link: String? {
        guard let id = event.objectID, event.chain == viewer.school.id.rawValue else { return nil }
        switch event.object {
        case "post": return viewer.may(.seePosts) ? PostRoutes.show.path(Post.ID(id)) : nil
        case "person": return viewer.may(.seePeople) ? PeopleHandlers.show.path(Person.ID(id)) : nil
        case "policy version": return PolicyRoutes.show.path(PolicyVersion.ID(id))
        default: return nil
        }
    }
}

/// What a check of the record found.
struct ReportNotice: HTML {
    let report: AuditReport

    var body: Markup {
        if report.isSound {
            return Toast(text: "Nothing was changed: all \(report.events) events are as they were written.").body
        }
        return div(.class("problems"), .role("alert")) {
            h2 { "The record is not as it was written" }
            p { "Tell whoever runs Schoolgate, and keep a backup as it is now." }
            ul { for problem in report.problems.prefix(20) { li { problem } } }
        }
    }
}
