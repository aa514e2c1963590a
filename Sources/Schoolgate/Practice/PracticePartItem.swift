import Crypto
import HTML
import Policy
import Web

/// One step that came: what people wrote, what was asked of staff, and what they did.
struct PracticePartItem: HTML {
    let part: PracticeDebrief.Part
    let debrief: PracticeDebrief
    /// Whether things can still be done.
    let acts: Bool
    let viewer: Viewer
    let context: Context

    private var account: Account.ID { debrief.account.id }

    var body: Markup {
        li(.id("step-\(part.number)"), .class("stack stack--s")) {
            h2(.class("h3")) {
                if acts { "Step \(part.number + 1): " }
                part.step.title
            }
            p(.class("soft small")) { "Came at \(context.clock.time(of: part.cameAt))" }
            for comment in part.comments where comment.parent == nil { thread(comment) }
            ul(.class("stack stack--s"), .role("list")) {
                for row in part.rows { li { ask(row) } }
            }
        }
    }

    private func thread(_ comment: PracticeComment) -> Markup {
        article(.class("card stack stack--s"), .id("comment-\(comment.id)")) {
            p(.class("row")) {
                b { comment.name }
                span(.class("soft small")) { "\(comment.handle), played" }
                if comment.hiddenAt != nil { Chip("Hidden", icon: .eyeOff) }
                if comment.reportedAt != nil { Chip("Reported", icon: .flag) }
            }
            p(.class("preview__text measure")) { comment.text }
            for answer in part.comments where answer.parent == comment.id {
                p(.class("preview__text measure")) {
                    b { "\(name(answer.person)) for the school, \(context.clock.time(of: answer.writtenAt)): " }
                    answer.text
                }
            }
            if acts { deal(with: comment) }
        }
    }

    private func deal(with comment: PracticeComment) -> Markup {
        .words {
            form(.method("post"), .action(PracticeRunHandlers.answer.path(account)), .class("stack stack--s measure")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("comment"), .value("\(comment.id)"))
                input(.type("hidden"), .name("key"), .value(random(bytes: 12).hex))
                Field("Your answer to \(comment.name)", name: "text", lines: 2, id: "answer-\(comment.id)")
                p(.class("row")) {
                    button(.class("button"), .type("submit"), .name("intent"), .value("reply")) {
                        "Answer"
                        span(.class("hush")) { " \(comment.name)" }
                    }
                    button(
                        .class("button button--plain"), .type("submit"), .name("intent"),
                        .value(comment.hiddenAt == nil ? "hide" : "show")
                    ) {
                        comment.hiddenAt == nil ? "Hide" : "Show again"
                        span(.class("hush")) { " what \(comment.name) wrote" }
                    }
                    if comment.reportedAt == nil {
                        button(.class("button button--plain"), .type("submit"), .name("intent"), .value("report")) {
                            "Report"
                            span(.class("hush")) { " what \(comment.name) wrote" }
                        }
                    }
                }
            }
        }
    }

    private func ask(_ row: PracticeDebrief.Row) -> Markup {
        .words {
            div(.class("stack stack--s")) {
                p(.class("row")) {
                    row.done.isKept
                        ? Chip(state(row), .gate, icon: .check)
                        : acts ? Chip(state(row)) : Chip(state(row), .warn, icon: .warn)
                    span { row.ask.words }
                }
                if acts, row.ask.way == .tick, !row.done.isKept {
                    form(.method("post"), .action(PracticeRunHandlers.tick.path(account))) {
                        CSRFField(viewer)
                        input(.type("hidden"), .name("step"), .value("\(part.number)"))
                        input(.type("hidden"), .name("ask"), .value("\(row.number)"))
                        button(.class("button button--plain"), .type("submit")) {
                            "We did this"
                            span(.class("hush")) { ": \(row.ask.words)" }
                        }
                    }
                }
                if !acts {
                    if let clause = row.clause {
                        div(.class("soft small measure")) {
                            p { b { "Your policy, \(clause.number)" } }
                            Markup.raw(PolicyMarkdown.html(clause.text))
                        }
                    } else {
                        p(.class("soft small")) { "The policy in force has no clause about this." }
                    }
                }
            }
        }
    }

    /// What was done, after how long and by whom.
    private func state(_ row: PracticeDebrief.Row) -> String {
        guard let at = row.done.at else { return acts && row.done.words == "Not done" ? "Not yet" : row.done.words }
        let minutes = max(0, Int((at - part.cameAt).milliseconds / 60_000))
        let after = minutes == 0 ? "at once" : "after \(minutes) \(minutes == 1 ? "minute" : "minutes")"
        let who = row.done.by.map { " by \(name($0))" } ?? ""
        return "\(row.done.words) \(after)\(who)"
    }

    private func name(_ person: Person.ID?) -> String { person.flatMap { debrief.names[$0] } ?? "Somebody" }
}

/// What was done when, beside what the policy asks, and what to talk about.
struct PracticeDebriefPage: HTML {
    let debrief: PracticeDebrief
    let viewer: Viewer
    let context: Context

    private var run: PracticeRun { debrief.run }
    private var missed: Int { run.script.steps.count - debrief.parts.count }

    var body: Markup {
        Shell("Debrief: \(run.script.title)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: debrief.account.name, heading: "Debrief: \(run.script.title)",
                lede: "\(debrief.kept) of \(debrief.asked) things done. Nobody is marked: talk about why.")
            p(.class("row")) {
                Chip("All people here were played", icon: .hint)
                span(.class("soft")) {
                    "Led by \(debrief.names[run.startedBy] ?? "somebody"), \(context.clock.moment(of: run.startedAt, now: context.now()))"
                }
            }
            section(.class("card stack"), .aria(.labelledby, "s-questions")) {
                h2(.id("s-questions")) { "To talk about" }
                ul { for question in run.script.questions { li { question } } }
            }
            if debrief.parts.isEmpty { p { "It was ended before anything happened." } }
            ol(.class("steps"), .role("list")) {
                for part in debrief.parts {
                    PracticePartItem(part: part, debrief: debrief, acts: false, viewer: viewer, context: context)
                }
            }
            if missed > 0, !debrief.parts.isEmpty {
                p(.class("soft")) { "\(missed.inWords.capitalisedFirst) of its steps did not come before it ended." }
            }
            if !debrief.account.isClosed {
                p { a(.href(PracticeRunHandlers.show.path(debrief.account.id))) { "Rehearse again" } }
            }
        }
    }
}
