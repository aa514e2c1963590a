import HTML
import Policy

/// What stands around a policy's text: whom it is for, what it is read with, the laws it rests on, where it comes from.
struct PolicyFacts: HTML {
    let rulebook: Rulebook
    let today: Day
    let clock: WallClock

    var body: Markup {
        let facts = facts
        if facts.isEmpty { return successor }
        return .words {
            successor
            section(.class("stack"), .aria(.labelledby, "around")) {
                h2(.id("around")) { "Around this policy" }
                dl(.class("facts")) {
                    for fact in facts {
                        div {
                            dt { fact.term }
                            for item in fact.items { dd { item } }
                        }
                    }
                }
            }
        }
    }

    private var facts: [(term: String, items: [String])] {
        var facts: [(term: String, items: [String])] = []
        if let control = rulebook.rule(PolicyAudience.self)?.control {
            facts.append((term: "For", items: control.groups.map(\.rawValue)))
        }
        if let control = rulebook.rule(PolicyRelated.self)?.control, !control.policies.isEmpty {
            facts.append((term: "Read with", items: control.policies))
        }
        if let control = rulebook.rule(PolicyLegal.self)?.control, !control.references.isEmpty {
            facts.append((term: "The law", items: control.references))
        }
        if let control = rulebook.rule(PolicyConfidentialCategories.self)?.control {
            facts.append((term: "Confidential", items: control.categories))
        }
        if let control = rulebook.rule(PolicyOrigin.self)?.control, !control.text.isEmpty || !control.licence.isEmpty {
            facts.append((term: "Text", items: [control.text, control.licence].filter { !$0.isEmpty }))
        }
        return facts
    }

    /// P24: a named successor and its day, and past that day that it was to be replaced.
    private var successor: Markup {
        guard let control = rulebook.rule(PolicySuccessor.self)?.control, !control.policy.isEmpty,
            let day = control.day.first
        else { return Markup() }
        return p(.class("banner")) {
            day <= today
                ? "\(control.policy) was to replace this policy on \(clock.plainDate(of: day)). Ask the school which one counts."
                : "\(control.policy) will replace this policy on \(clock.plainDate(of: day))."
        }
    }
}
