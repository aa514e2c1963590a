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
