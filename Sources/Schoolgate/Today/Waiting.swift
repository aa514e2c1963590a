import Database
import Policy
import Web

/// One thing that waits for the viewer, with why and by when.
struct Waiting: Sendable {
    enum Urgency: Int, Sendable, Comparable {
        case now, today, thisWeek

        static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
    }

    let title: String
    let why: String
    let path: String
    let action: String
    let chip: Chip
    let due: Instant?
    let urgency: Urgency
    var kind = Kind.other

    private struct Key: Hashable {
        let standing: UInt64
        let day: Day
    }

    /// What waits for this person at this school, most urgent first, in a fixed number of queries.
    static func all(for viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let key = Key(standing: viewer.standing, day: context.today)
        let ofTheDay = try db.unchanged(key) { try Self.ofTheDay(for: viewer, context, in: db) }
        let waiting = try links(viewer, context, in: db) + ofTheDay + uninvited(viewer, context, in: db)
        return waiting.sorted {
            ($0.urgency, $0.due?.milliseconds ?? .max) < ($1.urgency, $1.due?.milliseconds ?? .max)
        }
    }

    /// What waits whatever the time of day. What depends on the hour is not asked for here, for it is kept until
    /// something changes.
    private static func ofTheDay(for viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        var waiting: [Waiting] = []
        if viewer.may(.seePosts) {
            waiting += try posts(viewer, context, in: db)
            waiting += try opinions(viewer, in: db)
        }
        if viewer.may(.writePosts) { waiting += try drafts(viewer, context, in: db) }
        if viewer.may(.removePosts) {
            waiting += try removals(viewer, context, in: db) + postedElsewhere(viewer, context, in: db)
        }
        waiting += try appointments(viewer, in: db) + policies(viewer, context, in: db)
        if viewer.may(.mendAccounts) { waiting += try accounts(viewer, in: db) }
        if viewer.may(.managePeople) { waiting += try mails(viewer, context, in: db) }
        if viewer.may(.manageAccounts) { waiting += try impersonations(viewer, in: db) }
        waiting += try proposals(viewer, context, in: db) + keeping(viewer, context, in: db)
        waiting += try readiness(viewer, context, in: db) + handovers(viewer, context, in: db)
        if viewer.may(.keepConsent) {
            waiting += try objections(viewer, in: db) + unanswered(viewer, context, in: db)
        }
        return waiting
    }

    private static func posts(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let posts = try Post.inStates([.held, .returned, .missed, .stopped], at: viewer.school.id, limit: 60, in: db)
        guard !posts.isEmpty, let room = try context.rooms.room(of: viewer.school.id, in: db) else { return [] }
        let rule = ApprovalRule(room.rulebook)
        let authors = try Person.byID(posts.map(\.author), in: db)
        let today = context.today
        let held = try heldRules(posts.filter { $0.state == .held }.map(\.id), in: db)
        return posts.compactMap { post in
            let author = authors[post.author]?.name ?? "somebody who left"
            switch post.state {
            case .held:
                let holds = held[post.id] ?? []
                let roles = rule.roles(holding: Set(holds.map(\.rule)))
                guard viewer.holds(roles, at: post.school), post.author != viewer.id, post.lastEditor != viewer.id
                else { return nil }
                return Waiting(
                    title: "Approve “\(post.title)” by \(author)",
                    why: holds.first.map { "The gate held it: \($0.reason)" }
                        ?? "The policy asks for a second pair of eyes.",
                    path: PostRoutes.show.path(post.id), action: "Read it", chip: post.state.chip, due: post.slot,
                    urgency: post.slot.map { context.clock.day(of: $0) <= today } ?? true ? .now : .thisWeek,
                    kind: .approval)
            default:
                let goesToApprover = post.state == .missed && rule.control.missedSlot == .approver
                let isOwn =
                    goesToApprover
                    ? viewer.holds(rule.roles(holding: []), at: post.school)
                    : post.author == viewer.id || post.lastEditor == viewer.id
                // Whoever looks after the accounts hears of what did not get out, whoever wrote it.
                let isKeeper = post.state != .returned && viewer.holds(["comms"], at: post.school)
                guard isOwn || isKeeper else { return nil }
                return Waiting(
                    title:
                        "“\(post.title)” \(post.state == .returned ? "was sent back to you" : post.state == .missed ? "missed its time" : "was stopped")",
                    why: isOwn
                        ? "Change it and send it again, or throw it away."
                        : "\(author) wrote it, and decides what becomes of it.",
                    path: PostRoutes.show.path(post.id),
                    action: "See why", chip: post.state.chip, due: nil, urgency: .today,
                    kind: post.state == .returned ? .returned : .notOut)
            }
        }
    }

    /// What held each post when it was last sent.
    private static func heldRules(
        _ ids: [Post.ID], in db: Connection
    ) throws -> [Post.ID: [(rule: String, reason: String)]] {
        guard !ids.isEmpty else { return [:] }
        var rules: [Post.ID: [(rule: String, reason: String)]] = [:]
        try db.each(
            """
            SELECT post_findings.post_id, post_findings.rule, post_findings.reason FROM post_findings
            JOIN posts ON posts.id = post_findings.post_id AND post_findings.at >= posts.submitted_at
            WHERE post_findings.severity = 'hold' AND post_findings.post_id IN (\(list: ids.map(\.rawValue)))
            ORDER BY post_findings.id
            """
        ) { rules[Post.ID($0.int(0)), default: []].append((rule: $0.text(1), reason: $0.text(2))) }
        return rules
    }

    private static func removals(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        try db.all(
            """
            SELECT deliveries.post_id, deliveries.due_at, deliveries.state, deliveries.problem, deliveries.kind, accounts.name
            FROM deliveries JOIN posts ON posts.id = deliveries.post_id JOIN accounts ON accounts.id = deliveries.account_id
            WHERE posts.school_id = \(viewer.school.id) AND (deliveries.state = 'by hand'
                OR (deliveries.kind = 'publish' AND deliveries.state = 'failed' AND posts.state = 'published')
                OR (deliveries.kind = 'remove' AND deliveries.state IN ('armed', 'sent', 'unknown')))
            ORDER BY deliveries.id LIMIT 50
            """
        ) { row in
            let isRefused = row.text(2) == "failed"
            let isByHand = row.text(2) == "by hand" || isRefused
            let isRemoval = row.text(4) == "remove"
            return Waiting(
                title: isRemoval
                    ? "A post is coming down from \(row.text(5))"
                    : isRefused ? "A post is not on \(row.text(5))" : "\(row.text(5)) needs you to look",
                why: isByHand
                    ? row.textOrNil(3) ?? "This has to be done by hand."
                    : "Schoolgate asks the network until it says that the post is gone.",
                path: PostRoutes.show.path(Post.ID(row.int(0))),
                action: isRefused ? "Decide" : isByHand ? "Do it by hand" : "See the post",
                chip: isRefused
                    ? Chip("Not out", .warn, icon: .warn)
                    : isByHand ? Chip("By hand", .warn, icon: .warn) : Chip("Consent", icon: .consent),
                due: row.intOrNil(1).map { Instant(milliseconds: $0) }, urgency: isByHand && !isRefused ? .now : .today,
                kind: isRemoval ? .removal : isRefused ? .notOut : .byHand)
        }
    }

    private static func accounts(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        try Account.open(at: viewer.school.id, in: db).filter { $0.trouble != nil }.map { account in
            Waiting(
                title: "\(account.name) does not work", why: account.trouble ?? "", path: AccountHandlers.index.path(),
                action: "See what to do", chip: Chip("Account", .warn, icon: .accounts), due: nil, urgency: .now,
                kind: .account)
        }
    }
}
