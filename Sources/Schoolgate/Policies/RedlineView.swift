import HTML
import Policy

/// What a version changes, clause by clause: words, and what the program will do differently.
struct RedlineView: HTML {
    let redline: Redline

    var body: Markup {
        section(.class("stack"), .id("changes"), .aria(.labelledby, "s-changes")) {
            h2(.id("s-changes")) { heading }
            for change in redline.changes { item(change) }
            if redline.isEmpty { p(.class("soft")) { "Not a word and not a rule is different." } }
        }
    }

    private var heading: String {
        let count = redline.changes.count
        return count == 0 ? "Nothing changes" : count == 1 ? "One clause changes" : "\(count) clauses change"
    }

    private func item(_ change: Redline.ClauseChange) -> Markup {
        article(.class("card stack stack--s")) {
            div(.class("row row--apart")) {
                h3 { title(change) }
                for rule in change.rules { chip(rule.verdict) }
            }
            p {
                for segment in change.segments {
                    switch segment.kind {
                    case .same: segment.text
                    case .inserted:
                        ins {
                            span(.class("hush")) { "added: " }
                            segment.text
                        }
                    case .deleted:
                        del {
                            span(.class("hush")) { "removed: " }
                            segment.text
                        }
                    }
                }
            }
            for rule in change.rules { rows(rule) }
        }
    }

    private func title(_ change: Redline.ClauseChange) -> String {
        let clause = change.new ?? change.old
        let name = clause.map { "\($0.number) \($0.section)" } ?? change.id.rawValue
        switch change.kind {
        case .added: return "\(name), new"
        case .removed: return "\(name), gone"
        case .changed, .same: return name
        }
    }

    private func chip(_ verdict: Redline.Verdict) -> Chip {
        switch verdict {
        case .tighter, .added: Chip("Tighter than before", .gate)
        case .looser, .removed: Chip("Looser than before", .warn, icon: .warn)
        case .changed: Chip("Different")
        }
    }

    private func rows(_ rule: Redline.RuleChange) -> Markup {
        .words {
            if let before = rule.before { p(.class("soft small")) { "Before: \(before)" } }
            if let after = rule.after { p(.class("small")) { "Now: \(after)" } }
        }
    }
}
