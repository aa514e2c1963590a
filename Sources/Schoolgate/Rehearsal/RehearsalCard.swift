import Gate
import HTML
import Policy
import Web

/// On the page of a version: rehearse it, and what the last rehearsal of this very text said.
struct RehearsalCard: HTML {
    let version: PolicyVersion
    let last: Rehearsal?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-rehearsal"), .id("rehearsal")) {
            h2(.id("s-rehearsal")) { "Rehearse it over the past year" }
            if let last, let summary = last.summary, let finishedAt = last.finishedAt {
                p {
                    b {
                        "Rehearsed over \(counted(summary.posts)), \(context.clock.moment(of: finishedAt, now: context.now())): \(summary.sentence)."
                    }
                    if last.person == viewer.id, finishedAt > context.now() - Rehearsal.lifetime {
                        " "
                        a(.href(RehearsalRoutes.show.path(last.id))) { "See which" }
                    }
                }
            } else {
                p {
                    "See which of the last year’s posts would have been stopped, held or let through, before anybody signs."
                }
            }
            form(.method("post"), .action(RehearsalRoutes.start.path(version.id)), .class("row")) {
                CSRFField(viewer)
                button(.class("button button--plain"), .type("submit")) {
                    last == nil ? "Rehearse over the past year" : "Rehearse again"
                }
                if version.school != nil {
                    a(.class("button button--quiet"), .href(RehearsalRoutes.choose.path(version.id))) {
                        "Change one rule and try it"
                    }
                }
            }
        }
    }
}
