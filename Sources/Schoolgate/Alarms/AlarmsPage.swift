import HTML
import Policy
import Web

/// What the rules got wrong, for those who can change them: "this rule was wrong 9 times in 11".
struct AlarmsPage: HTML {
    let table: AlarmTable
    let viewer: Viewer
    let context: Context

    /// How many of a rule's words stand open.
    private static let shown = 5

    var body: Markup {
        Shell("Wrong alarms", in: .policies, for: viewer, context) {
            header(.class("page-head")) {
                div {
                    p(.class("overline")) { a(.href(PolicyRoutes.index.path())) { "Policies" } }
                    h1 { heading }
                    p(.class("lede")) {
                        "What the gate said of posts at \(viewer.school.name), and what the people who read it called wrong."
                    }
                }
            }
            nav(.class("tabs"), .aria(.label, "How far back")) {
                for span in AlarmTable.spans {
                    a(
                        .href("\(AlarmRoutes.index.path())?months=\(span)"),
                        .aria(.current, span == table.months ? "page" : nil)
                    ) { "\(span) months" }
                }
            }
            if table.rows.isEmpty {
                Empty(
                    heading: "Nobody has called an alarm wrong",
                    text:
                        "Whoever writes or approves a post can say of each thing the gate holds or questions: this was wrong. It is gathered here, by rule."
                )
            }
            for row in table.rows { rule(row) }
            if table.others.rules > 0 {
                p {
                    "\(table.others.rules) other \(table.others.rules == 1 ? "rule" : "rules") spoke \(times(table.others.spoke)), and nobody called \(table.others.rules == 1 ? "it" : "them") wrong."
                }
            }
            p(.class("soft measure small")) {
                "A rule counts once for each post that was sent and about which it asked to wait or to check. Of these are counted the posts where somebody said that it was wrong. Nobody is asked, so what nobody called wrong was not always right."
            }
        }
    }

    private var heading: String {
        guard let worst = table.rows.first, worst.wrong > 0 else { return "Wrong alarms" }
        return "\(name(worst)) was wrong \(ratio(worst))"
    }

    private func name(_ row: AlarmTable.Row) -> String {
        row.clause.flatMap { table.citations?.name($0) } ?? row.rule
    }

    private func ratio(_ row: AlarmTable.Row) -> String {
        row.spoke == 1 ? "the one time it spoke" : "\(times(row.wrong)) in \(row.spoke)"
    }
    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    private func rule(_ row: AlarmTable.Row) -> Markup {
        section(.class("card stack"), .aria(.labelledby, "alarms-\(row.rule)"), .id(row.rule)) {
            h2(.id("alarms-\(row.rule)")) {
                row.wrong > 0 ? "\(name(row)): wrong \(ratio(row))" : "\(name(row)): wrong only in drafts"
            }
            p(.class("soft small")) { code { row.rule } }
            if let sentence = row.sentence { p { sentence } }
            if row.unsent > 0 {
                p(.class("small")) {
                    "\(row.wrong > 0 ? "Besides, it" : "It") was called wrong in \(counted(row.unsent)) never sent with it: the words were changed, or the draft was left."
                }
            }
            words(Array(row.alarms.prefix(Self.shown)))
            if row.alarms.count > Self.shown {
                details {
                    summary { "See \(row.alarms.count - Self.shown) more" }
                    words(Array(row.alarms.dropFirst(Self.shown)))
                }
            }
            actions(row)
        }
    }

    private func words(_ alarms: [(alarm: WrongAlarm, post: String, person: String)]) -> Markup {
        ul(.class("rehearsed"), .role("list")) {
            for (alarm, post, person) in alarms {
                li {
                    p {
                        if alarm.words.isEmpty { alarm.reason } else { b { "“\(alarm.words)”" } }
                    }
                    p(.class("small")) {
                        "In "
                        a(.href(PostRoutes.show.path(alarm.post))) { post }
                    }
                    p(.class("small soft")) {
                        "\(alarm.severity == .hold ? "It waited" : "To be checked"). \(person) called it wrong, \(context.clock.moment(of: alarm.at, now: context.now()))."
                    }
                }
            }
        }
    }

    private func actions(_ row: AlarmTable.Row) -> Markup {
        div(.class("row")) {
            if let draft = table.draft {
                a(.class("button button--plain"), .href("\(PolicyRoutes.show.path(draft.id))?rule=\(row.rule)")) {
                    "Change this rule"
                    span(.class("hush")) { ": \(row.rule)" }
                }
            } else if table.inForce?.school != nil {
                form(.method("post"), .action(PolicyRoutes.draft.path())) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("rule"), .value(row.rule))
                    input(
                        .type("hidden"), .name("reason"),
                        .value("\(row.rule) was wrong \(ratio(row)), in \(table.months) months."))
                    button(.class("button button--plain"), .type("submit")) {
                        "Change this rule"
                        span(.class("hush")) { ": \(row.rule)" }
                    }
                }
            }
            if let inForce = table.inForce, inForce.school != nil {
                let version = table.draft ?? inForce
                a(
                    .class("button button--quiet"),
                    .href("\(RehearsalRoutes.choose.path(version.id))?control=\(row.rule)")
                ) {
                    "Try it with other values"
                    span(.class("hush")) { ": \(row.rule)" }
                }
            }
        }
    }
}
