import Crypto
import HTML
import Policy
import Web

/// The three rehearsals to start, or the one that is running.
struct PracticeRunPage: HTML {
    let account: Account
    let run: PracticeDebrief?
    /// What the next step waits for.
    let missing: String?
    let ended: [PracticeRun]
    let weather: PracticeWeatherChange?
    let viewer: Viewer
    let context: Context

    private var isTrainer: Bool { viewer.may(.manageAccounts) }

    var body: Markup {
        Shell("Rehearsal", in: .accounts, for: viewer, context) {
            PageHead(
                overline: account.name, heading: run?.run.script.title ?? "Rehearse",
                lede: run?.run.script.lede
                    ?? "Try a hard hour before it comes. Everybody who writes is invented, and nothing leaves this page."
            )
            if let weather { PracticeWeatherNotice(weather: weather, context: context) }
            if let run {
                p(.class("row")) {
                    Chip("Step \(run.run.played) of \(run.run.script.steps.count)")
                    Chip("All people here are played", icon: .hint)
                    a(.href(account.publicPath)) { "See the page" }
                    a(.href(PostRoutes.new.path())) { "Write a post" }
                }
                if isTrainer { PracticeTrainer(run: run.run, missing: missing, viewer: viewer, context: context) }
                if run.parts.isEmpty {
                    p { "Nothing has happened yet. \(isTrainer ? "Bring the first step." : "The trainer begins.")" }
                }
                ul(.class("stack"), .role("list")) {
                    for part in run.parts.reversed() {
                        PracticePartItem(part: part, debrief: run, acts: true, viewer: viewer, context: context)
                    }
                }
            } else {
                scripts
            }
            if !ended.isEmpty { before }
        }
    }

    private var scripts: Markup {
        .words {
            if !isTrainer {
                p(.class("measure")) {
                    "The headteacher, an administrator or whoever keeps the accounts starts one and plays the people. You take part here."
                }
            }
            div(.class("stack")) {
                for script in PracticeScript.all {
                    section(.class("card stack"), .aria(.labelledby, "s-\(script.id)")) {
                        h2(.id("s-\(script.id)")) { script.title }
                        p(.class("measure")) { script.lede }
                        p(.class("soft small")) {
                            "\(script.steps.count.inWords.capitalisedFirst) steps, about \(script.minutes + 10) minutes with talking."
                        }
                        if isTrainer {
                            form(
                                .method("post"), .action(PracticeRunHandlers.start.path(account.id)), .class("row")
                            ) {
                                CSRFField(viewer)
                                input(.type("hidden"), .name("script"), .value(script.id))
                                button(.class("button"), .type("submit"), .name("pace"), .value("press")) {
                                    "Start it"
                                    span(.class("hush")) { ": \(script.title)" }
                                }
                                button(
                                    .class("button button--plain"), .type("submit"), .name("pace"), .value("clock")
                                ) {
                                    "Start it by the clock"
                                    span(.class("hush")) { ": \(script.title)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var before: Markup {
        section(.class("stack stack--s"), .aria(.labelledby, "s-before")) {
            h2(.id("s-before")) { "Rehearsed before" }
            ul(.class("stack stack--s"), .role("list")) {
                for run in ended {
                    li {
                        a(.href(PracticeRunHandlers.debrief.path(run.id))) {
                            "\(run.script.title), \(context.clock.moment(of: run.startedAt, now: context.now()))"
                        }
                    }
                }
            }
        }
    }
}

/// Says that the network is away or slow.
struct PracticeWeatherNotice: HTML {
    let weather: PracticeWeatherChange
    let context: Context

    var body: Markup {
        div(.class("notice"), .role("status")) {
            Icon.warn.markup
            p {
                weather.isDown
                    ? "The practice network is away until \(context.clock.time(of: weather.until)). What is sent waits in the outbox."
                    : "The practice network is slow until \(context.clock.time(of: weather.until))."
            }
        }
    }
}

/// What only the trainer sees: the next step, and the network's weather.
private struct PracticeTrainer: HTML {
    let run: PracticeRun
    let missing: String?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-trainer")) {
            h2(.id("s-trainer")) { "You are the trainer" }
            if let step = run.next {
                p(.class("measure")) {
                    b { "Next: \(step.title). " }
                    step.note
                }
                for line in step.lines {
                    p(.class("soft measure")) { "\(line.player.name) will write: “\(line.text)”" }
                }
                if let missing { p(.class("measure")) { missing } }
                if let at = run.nextAt {
                    p { "It comes by itself at \(context.clock.time(of: at)), or sooner when you press." }
                }
                form(.method("post"), .action(PracticeRunHandlers.next.path(run.account))) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("step"), .value("\(run.played)"))
                    button(.class("button"), .type("submit")) { "Next: \(step.title)" }
                }
            } else {
                p(.class("measure")) { "Every step has come. End it when they have done what they want to do." }
            }
            form(.method("post"), .action(PracticeRunHandlers.end.path(run.account))) {
                CSRFField(viewer)
                button(.class("button button--plain"), .type("submit")) { "End it and talk about it" }
            }
            details {
                summary { "Write as somebody" }
                form(.method("post"), .action(PracticeRunHandlers.say.path(run.account)), .class("stack measure")) {
                    CSRFField(viewer)
                    Field(
                        "Who says it", name: "player",
                        options: run.script.players.map { (value: $0.handle, label: $0.name) })
                    Field("What they say", name: "text", lines: 2, id: "say-text")
                    p { button(.class("button button--plain"), .type("submit")) { "Let them write" } }
                }
            }
            details {
                summary { "Make the network slow, or switch it off" }
                form(
                    .method("post"), .action(PracticeRunHandlers.weather.path(run.account)), .class("stack measure")
                ) {
                    CSRFField(viewer)
                    ChoiceField(
                        "The practice network", name: "weather",
                        options: [
                            ("fine", "Works", nil), ("slow", "Is slow", "Each answer takes some seconds."),
                            ("down", "Is away", "Nothing goes out; what is sent waits."),
                        ], chosen: "down")
                    Field("For how many minutes", name: "minutes", value: "5", type: "number")
                    p { button(.class("button button--plain"), .type("submit")) { "Make it so" } }
                }
            }
        }
    }
}
