import Gate
import HTML
import Policy
import Web

/// One rule with the posts that it treats otherwise.
struct RehearsedRule: HTML {
    let rule: String
    let groups: [Rehearsal.Tally.Group]
    let view: RehearsalView
    let context: Context

    /// How many posts stand open under each change.
    private static let shown = 5

    var body: Markup {
        // No landmark: two rules under one clause would carry one name.
        section(.class("stack")) {
            h2 { name }
            p(.class("soft small")) {
                "Rule "
                code { rule }
            }
            for group in groups { change(group) }
        }
    }

    private var name: String {
        guard let clause = groups.first?.clause, clause != Clause.ID.frontMatter.rawValue else {
            return "A rule of its own"
        }
        return view.citations?.name(Clause.ID(rawValue: clause)) ?? clause
    }

    private func change(_ group: Rehearsal.Tally.Group) -> Markup {
        let tone = group.shift.after ?? .hint
        return div(.class("finding finding--\(tone.rawValue)")) {
            (group.shift.after == nil ? Icon.check : tone.icon).markup
            div(.class("finding__body")) {
                h3 {
                    span(.class("finding__word")) { group.shift.heading(group.count) }
                    " \(group.shift.today(group.count))"
                }
                if let reason = sharedReason(of: group) { p { reason } }
                posts(Array(group.examples.prefix(Self.shown)), saysItOnce: sharedReason(of: group) != nil)
                if group.examples.count > Self.shown {
                    details {
                        summary { "See \(group.examples.count - Self.shown) more" }
                        posts(
                            Array(group.examples.dropFirst(Self.shown)), saysItOnce: sharedReason(of: group) != nil)
                    }
                }
                if group.count > group.examples.count {
                    p(.class("small soft")) {
                        "The newest \(group.examples.count) are listed; the other \(group.count - group.examples.count) are counted."
                    }
                }
            }
        }
    }

    /// What is said of every one of them in the same words, said once.
    private func sharedReason(of group: Rehearsal.Tally.Group) -> String? {
        guard let first = group.examples.first, group.examples.count > 1 else { return nil }
        return group.examples.allSatisfy { $0.words.isEmpty && $0.reason == first.reason } ? first.reason : nil
    }

    private func posts(_ examples: [Rehearsal.Tally.Example], saysItOnce: Bool) -> Markup {
        ul(.class("rehearsed"), .role("list")) {
            for example in examples {
                if let post = view.posts[example.key] {
                    li {
                        a(.href(PostRoutes.show.path(post.id))) { post.title }
                        if !saysItOnce {
                            p(.class("small")) {
                                if !example.words.isEmpty, !example.reason.contains(example.words) {
                                    "“\(example.words)”: "
                                }
                                example.reason
                            }
                        }
                        p(.class("small soft")) {
                            context.clock.date(
                                of: context.clock.day(of: post.slot ?? post.createdAt),
                                thisYear: context.today.year)
                            if view.rehearsal.schools.count > 1 { ", \(view.schools[post.school] ?? "")" }
                            ". \(example.turn.sentence)"
                        }
                    }
                }
            }
        }
    }
}

extension RehearsalTally.Shift {
    fileprivate func heading(_ count: Int) -> String {
        switch (before, after) {
        case (_, .block): return "\(counted(count)) would be stopped."
        case (_, .hold): return "\(counted(count)) would wait."
        case (_, .warn): return "\(counted(count)) would be marked to check."
        case (_, .hint): return "\(counted(count)) would get a hint."
        case (.block, nil): return "\(counted(count)) would no longer be stopped by this rule."
        case (.hold, nil): return "\(counted(count)) would no longer wait for this rule."
        case (.warn, nil): return "\(counted(count)) would no longer be marked to check."
        case (_, nil): return "\(counted(count)) would no longer get a hint."
        }
    }

    fileprivate func today(_ count: Int) -> String {
        guard after != nil else { return "" }
        let isOne = count == 1, them = isOne ? "it" : "them"
        switch before {
        case nil: return "Today this rule says nothing of \(them)."
        case .block: return "Today this rule stops \(them)."
        case .hold: return isOne ? "Today it waits." : "Today they wait."
        case .warn: return "Today this rule asks to check \(them)."
        case .hint: return "Today this rule gives a hint."
        }
    }
}

extension RehearsalTally.Turn {
    /// What becomes of the whole post, whatever other rules say.
    fileprivate var sentence: String {
        switch (before, after) {
        case (.publish, .publish): "It would go out as it does today."
        case (.hold, .hold): "It waits today, and would wait."
        case (.block, .block): "It is stopped today, and would be."
        case (_, .publish): "It would go straight out."
        case (_, .hold): "It would wait."
        case (_, .block): "It would be stopped."
        }
    }
}
