import Gate
import HTML
import Policy
import Web

/// What was found: the numbers, then the posts by the rule that treats them otherwise.
struct RehearsalFound: HTML {
    let view: RehearsalView
    let tally: Rehearsal.Tally
    let context: Context

    var body: Markup {
        .words {
            if let summary = view.rehearsal.summary {
                div(.class("effect effect--four")) {
                    number(summary.newlyStopped, "newly stopped")
                    number(summary.newlyWaiting, "newly waiting for somebody")
                    number(summary.newlyOut, "no longer waiting")
                    number(summary.unchanged, "for which no rule says anything else")
                }
            }
            if !view.rehearsal.unread.isEmpty {
                section(.class("problems"), .aria(.labelledby, "s-unread")) {
                    h2(.id("s-unread")) { "Under this text a school’s policy cannot be read" }
                    ul { for line in view.rehearsal.unread { li { line } } }
                }
            }
            for (rule, groups) in byRule { RehearsedRule(rule: rule, groups: groups, view: view, context: context) }
            if byRule.isEmpty, tally.posts > 0 {
                p { "Every rule says of every post what it says today." }
            }
            details(.class("card")) {
                summary { "What this can tell, and what not" }
                ul(.class("stack stack--s")) {
                    li {
                        "Read were the posts of the last twelve months that you may see and that were sent at least once: published, waiting, sent back, taken down, or back in draft. Nothing else was counted."
                    }
                    li {
                        "The roll is today’s: who has left since is not found by name. Consent is judged by the register as it is now, for the day each post was meant for."
                    }
                    li { "Where a link led on the day is not kept, so links are judged as they are written." }
                    li {
                        "For each rule the strongest thing it says of a post counts. What people would then decide, nobody can rehearse."
                    }
                    li { "These findings are yours alone and are deleted after a day; the numbers stay with the text." }
                }
            }
        }
    }

    private func number(_ count: Int, _ name: String) -> Markup {
        div {
            strong { "\(count)" }
            span { name }
        }
    }

    /// What stops first, then what waits, each with its most numerous change first.
    private var byRule: [(rule: String, groups: [Rehearsal.Tally.Group])] {
        let rules = Dictionary(grouping: tally.groups, by: \.rule).map { rule, groups in
            (rule: rule, groups: groups.sorted { ($0.weight, $0.count) > ($1.weight, $1.count) })
        }
        return rules.sorted { a, b in
            let (x, y) = (a.groups.first, b.groups.first)
            return (x?.weight ?? 0, x?.count ?? 0, b.rule) > (y?.weight ?? 0, y?.count ?? 0, a.rule)
        }
    }
}

extension RehearsalTally.Group {
    /// How much a change of this kind matters.
    fileprivate var weight: Int {
        let order: [Severity?] = [nil, .hint, .warn, .hold, .block]
        return max(order.firstIndex(of: shift.after) ?? 0, order.firstIndex(of: shift.before) ?? 0) * 2
            + (shift.after == nil ? 0 : 1)
    }
}
