import Database
import Gate
import Networks
import Policy

extension Publisher {
    func publish(_ delivery: Delivery) async throws {
        var delivery = delivery
        let work = try await context.database.read { [delivery] db in
            try DeliveryWork.load(delivery, context, in: db)
        }
        let isNew = delivery.state == .armed
        guard let connector = try work.connector(context) else {
            return isNew
                ? try await end(delivery, .refused(nil), work.goneBefore, work)
                : try await giveToPerson(delivery, work.goneMeanwhile, work)
        }
        if isNew, work.account.isClosed { return try await end(delivery, .refused(nil), work.goneBefore, work) }
        if !isNew {
            // Somebody sent this before and never came back: look before anything else.
            delivery.attempts += 1
            let trace = work.trace(delivery)
            switch await ask(for: delivery, { await connector.find(trace) }) {
            case .done(let found?): return try await confirm(delivery, work, found, connector)
            case .done(nil): break
            case .unsupported(let step): return try await giveToPerson(delivery, step, work)
            case .unknown(let why): return try await postpone(delivery, .unknown, nil, why, work)
            case .failed(let failure):
                return try await postpone(delivery, .unknown, failure, failure.message, work)
            }
        }
        let publication = try await work.publication(
            delivery, largest: connector.capabilities.largestMedia, context)
        guard let sent = try await letOut(delivery) else { return }
        try await work.keepVideos(context)
        switch await ask(for: sent, { await connector.publish(publication) }) {
        case .done(let published): try await confirm(sent, work, published, connector)
        case .unknown(let why): try await postpone(sent, .unknown, nil, why, work)
        case .unsupported(let step): try await giveToPerson(sent, step, work)
        case .failed(let failure) where failure.isPassing:
            try await postpone(sent, .armed, failure, failure.message, work)
        case .failed(let failure): try await end(sent, .refused(failure), failure.message, work)
        }
    }

    /// The gate in the second of publishing, since facts may have changed since the approval; then the mark `sent`.
    ///
    /// Both in one transaction: what somebody changes or calls back is changed before, or is on its way.
    private func letOut(_ delivery: Delivery) async throws -> Delivery? {
        let now = context.now(), today = context.today
        let links = try await context.links.facts(ofPost: delivery.post, at: nil, context)
        return try await context.database.write { db in
            guard let school = try Post.find(delivery.post, in: db)?.school else { return nil }
            try Post.lock([delivery.post], at: school, in: db)
            guard let post = try Post.find(delivery.post, in: db), let school = try School.find(post.school, in: db)
            else { return nil }
            // The mark comes first: who has lost the lease decides nothing.
            let sent = try delivery.markSent(in: db)
            guard let room = try context.rooms.room(of: post.school, in: db) else {
                try end(delivery, .stopped(nil), "No policy is in force, so nothing goes out.", at: now, in: db)
                return nil
            }
            if try delivery.isCalledBack(in: db) {
                try end(delivery, .calledBack, "It was called back before it arrived.", at: now, in: db)
                return nil
            }
            if try Pause.on(at: school.id, in: db) != nil {
                // Paused since it was claimed: it stays ready, and nothing left.
                try delivery.become(.armed, problem: "Posting is paused.", next: now, at: now, in: db)
                try Post.settle(post.id, in: db, now: now)
                return nil
            }
            guard post.fingerprint == delivery.fingerprint else {
                try end(delivery, .stopped(nil), "The post changed after it was queued.", at: now, in: db)
                return nil
            }
            if delivery.deadline(slot: post.slot) < now {
                let words = ["Its time passed before it could be sent.", delivery.problem].compactMap { $0 }
                try end(delivery, .missed, words.joined(separator: " "), at: now, in: db)
                return nil
            }
            let facts = try PostFacts.gather(
                Draft(post), at: school, author: post.author, links: links, today: today, in: db)
            let verdict = Verdict.of(facts, in: room, on: today)
            if let refusal = try refusal(of: post, verdict, room, in: db) {
                try verdict.keep(of: post.id, at: .publishing, now, in: db)
                try end(delivery, .stopped(refusal.clause), refusal.reason, at: now, in: db)
                return nil
            }
            try Post.settle(post.id, in: db, now: now)
            return sent
        }
    }

    /// Why a post may not go out now; approvals count for what their givers were shown, and for nothing found since.
    private func refusal(
        of post: Post, _ verdict: Verdict, _ room: GateRoom, in db: Connection
    ) throws -> (clause: Clause.ID?, reason: String)? {
        if let block = verdict.findings.first(where: { $0.severity == .block }) { return (block.clause, block.reason) }
        let rule = ApprovalRule(room.rulebook)
        let holds = verdict.findings.filter { $0.severity == .hold }
        guard !holds.isEmpty || rule.isNeeded(for: post) else { return nil }
        let seen = try Approval.seen(of: post, in: db)
        if seen.isEmpty, let hold = holds.first { return (hold.clause, hold.reason) }
        let enough = rule.control.number
        for hold in holds where seen.values.count(where: { $0.contains(FindingKey(hold)) }) < enough {
            return (hold.clause, "Found only after it was approved: \(hold.reason)")
        }
        return seen.count >= enough ? nil : (rule.clause, "The policy in force asks for an approval it does not have.")
    }

    private func confirm(
        _ delivery: Delivery, _ work: DeliveryWork, _ published: Published, _ connector: any Connector
    ) async throws {
        // The archive keeps what the network returns; its first answer serves when it cannot be asked again.
        let archived = await ask(for: delivery) { await connector.fetch(published.id).value }
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            try delivery.become(.confirmed, at: now, in: db)
            try PublishedPost.keep(delivery, published, archived, at: now, in: db)
            try Post.settle(delivery.post, in: db, now: now)
            try work.post.record(
                "published", by: nil, clause: nil,
                fields: [("account", work.account.name), ("address", published.url)], at: now, in: db)
            try db.run("UPDATE accounts SET trouble = NULL WHERE id = \(delivery.account) AND closed_at IS NULL")
        }
    }
}

extension DeliveryWork {
    var goneBefore: String { "\(account.name) was disconnected before this could go out." }
    var goneMeanwhile: String {
        "\(account.name) was disconnected while this was on its way. Look there: \(account.address)"
    }

    /// For an outcome that needs nothing of the network.
    init?(post: Post?, account: Account?) {
        guard let post, let account else { return nil }
        self.init(post: post, account: account, way: nil, contentTypes: [:], others: [])
    }
}

extension Approval {
    /// What each person whose approval stands was shown by the gate when they gave it.
    static func seen(of post: Post, in db: Connection) throws -> [Person.ID: Set<FindingKey>] {
        let fingerprint = post.fingerprint
        var seen: [Person.ID: Set<FindingKey>] = [:]
        for approval in try of(post.id, in: db)
        where approval.decision == .approved && approval.voidedWhy == nil && approval.fingerprint == fingerprint {
            let keys = try db.all(
                """
                SELECT rule, severity, span_start, span_end, picture, reason FROM post_findings
                WHERE post_id = \(post.id) AND moment = 'approval' AND at = \(approval.decidedAt)
                """, FindingKey.init(row:))
            seen[approval.person, default: []].formUnion(keys.compactMap { $0 })
        }
        return seen
    }
}
