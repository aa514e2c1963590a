import Gate
import HTML
import Policy
import Web

/// How far a rehearsal is, or what it found.
struct RehearsalPage: HTML {
    let view: RehearsalView
    let viewer: Viewer
    let context: Context

    private var rehearsal: Rehearsal { view.rehearsal }
    private var isRunning: Bool { rehearsal.state == .running && !rehearsal.isBrokenOff(context.now()) }

    var body: Markup {
        Shell(
            "Rehearsal of version \(view.version.number)", in: .policies, for: viewer, context,
            scripts: isRunning ? ["rehearsal.js"] : []
        ) {
            header(.class("page-head")) {
                div {
                    p(.class("overline")) {
                        a(.href(PolicyRoutes.show.path(view.version.id))) { "Version \(view.version.number)" }
                    }
                    h1 { heading }
                    p(.class("lede")) { lede }
                }
            }
            if isRunning {
                running
            } else if let tally = view.tally {
                RehearsalFound(view: view, tally: tally, context: context)
            }
            if !isRunning { again }
        }
    }

    private var heading: String {
        if isRunning { return "Rehearsing version \(view.version.number)" }
        switch rehearsal.state {
        case .done: return rehearsal.summary?.heading ?? "Rehearsed"
        case .stopped: return "This rehearsal was stopped"
        case .running, .failed: return "This rehearsal broke off"
        }
    }

    private var lede: String {
        let what = rehearsal.change.map { "Version \(view.version.number), \($0)," } ?? "Version \(view.version.number)"
        switch rehearsal.state {
        case .done where view.tally == nil:
            return "What was found is kept for a day and has been deleted. Rehearse again to see it."
        case .done:
            return "\(what) over \(counted(rehearsal.total)) of the last year, compared with the policy in force."
        case .stopped: return "You stopped it after \(counted(rehearsal.done)). Nothing was changed."
        case .running where isRunning: return "\(what) meets the posts of the last year. Nothing of theirs changes."
        case .running, .failed: return "It ended before every post was read. Nothing was changed; begin it again."
        }
    }

    private var running: Markup {
        section(.class("card stack"), .id("rehearsal"), Attribute("data-progress", progressPath)) {
            p(.id("far")) { far }
            Markup.words {
                element(
                    "progress",
                    [
                        .class("progress"), .aria(.labelledby, "far"), .value("\(rehearsal.done)"),
                        Attribute("max", "\(max(1, rehearsal.total))"),
                    ], Markup())
            }
            div(.class("row")) {
                a(.class("button button--plain"), .href(RehearsalRoutes.show.path(rehearsal.id))) {
                    "See how far it is"
                }
                form(.method("post"), .action(RehearsalRoutes.stop.path(rehearsal.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) { "Stop it" }
                }
            }
        }
    }

    private var progressPath: String { RehearsalRoutes.progress.path(rehearsal.id) }

    private var far: String {
        rehearsal.total == 0 ? "Collecting the posts" : "\(rehearsal.done) of \(rehearsal.total) posts read"
    }

    private var again: Markup {
        form(.method("post"), .action(RehearsalRoutes.start.path(view.version.id)), .class("row")) {
            CSRFField(viewer)
            button(.class("button button--plain"), .type("submit")) {
                "Rehearse version \(view.version.number) again"
            }
            if view.version.school != nil {
                a(.class("button button--quiet"), .href(RehearsalRoutes.choose.path(view.version.id))) {
                    "Change one rule and try it"
                }
            }
        }
    }
}

extension Rehearsal.Summary {
    /// The one number that decides.
    var heading: String {
        if posts == 0 { return "There are no posts to rehearse over" }
        if newlyStopped > 0 { return "\(counted(newlyStopped)) would be stopped" }
        if newlyWaiting > 0 { return "\(newlyWaiting) more \(newlyWaiting == 1 ? "post" : "posts") would wait" }
        if newlyOut > 0 { return "\(newlyOut) fewer \(newlyOut == 1 ? "post" : "posts") would wait" }
        return unchanged == posts ? "Nothing would change" : "No post would be treated otherwise"
    }

    /// As a signing page says it.
    var sentence: String {
        var parts: [String] = []
        if newlyStopped > 0 { parts.append("\(newlyStopped) would be stopped") }
        if newlyWaiting > 0 { parts.append("\(newlyWaiting) more would wait") }
        if newlyOut > 0 { parts.append("\(newlyOut) that wait today would go straight out") }
        return parts.isEmpty ? "none would be stopped, held or let out that is not today" : parts.inWords()
    }
}

func counted(_ count: Int) -> String { "\(count) \(count == 1 ? "post" : "posts")" }
