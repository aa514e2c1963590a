import Database
import Gate
import Networks
import Policy

/// Works the outbox: armed, sent, confirmed. What is unknown is looked up on the network, never repeated blindly.
struct Publisher: Sendable {
    /// How late a post may go out before its slot counts as missed.
    static let grace = Duration.minutes(15)
    /// How long one worker may hold a delivery; longer than any request to a network may take.
    static let lease = Duration.minutes(5)
    static let mostAttempts: Int64 = 8

    let context: Context

    /// Does what is due; returns how many deliveries were worked on.
    func workOff(limit: Int = 50) async throws -> Int {
        for count in 0..<limit {
            let now = context.now()
            guard
                let delivery = try await context.database.write({ db in
                    try Delivery.claim(at: now, lease: Self.lease, in: db)
                })
            else { return count }
            do {
                switch delivery.kind {
                case .publish: try await publish(delivery)
                case .remove: try await remove(delivery)
                }
            } catch {
                // The lease runs out, and the delivery is looked at again from the state it was left in.
                context.log.error("delivery: \(error)", ["delivery": "\(delivery.id.rawValue)"])
            }
        }
        return limit
    }

    // MARK: Publishing

    private func publish(_ delivery: Delivery) async throws {
        if delivery.state == .armed {
            guard try await mayGoOut(delivery) else { return }
        }
        guard let work = try await context.database.read({ db in try DeliveryWork.load(delivery, context, in: db) })
        else {
            return try await settle(delivery, .failed, problem: "The post or its account is gone.")
        }
        let connector = try context.networks.connector(for: work.account, secret: work.secret, context)
        let publication = try work.publication(delivery.key, context)
        if delivery.state != .armed {
            // Somebody sent this before and never came back: look before anything else.
            switch await connector.find(publication) {
            case .done(let found?): return try await confirm(delivery, work, found, connector)
            case .done(nil): break
            case .unsupported(let step): return try await giveToPerson(delivery, step)
            case .unknown(let why): return try await postpone(delivery, .unknown, why)
            case .failed(let failure): return try await postpone(delivery, .unknown, failure.message)
            }
            if try await isTooLate(delivery, work.post) { return }
        }
        try await context.database.write { db in
            try db.run(
                "UPDATE deliveries SET state = 'sent', attempts = attempts + 1 WHERE id = \(delivery.id)")
            try db.run("UPDATE posts SET state = 'publishing' WHERE id = \(delivery.post) AND state = 'scheduled'")
        }
        switch await connector.publish(publication) {
        case .done(let published): try await confirm(delivery, work, published, connector)
        case .unknown(let why): try await postpone(delivery, .unknown, why)
        case .unsupported(let step): try await giveToPerson(delivery, step)
        case .failed(let failure) where failure.isPassing: try await postpone(delivery, .armed, failure.message)
        case .failed(let failure): try await fail(delivery, failure.message)
        }
    }

    /// The gate in the second of publishing: facts may have changed since the approval.
    private func mayGoOut(_ delivery: Delivery) async throws -> Bool {
        let now = context.now(), today = context.today
        let links = try await context.links.facts(ofPost: delivery.post, context)
        return try await context.database.write { db in
            guard let post = try Post.find(delivery.post, in: db),
                let room = try context.rooms.room(of: post.school, in: db),
                let school = try School.find(post.school, in: db)
            else {
                try settle(delivery, .cancelled, problem: "No policy is in force.", at: now, in: db)
                return false
            }
            guard post.fingerprint == delivery.fingerprint else {
                try settle(delivery, .cancelled, problem: "The post changed after it was armed.", at: now, in: db)
                return false
            }
            if let slot = post.slot, slot + Self.grace < now {
                try post.miss("Nobody could send it in time.", now: now, in: db)
                return false
            }
            let facts = try PostFacts.gather(
                Draft(post), at: school, author: post.author, links: links, today: today, in: db)
            let verdict = Verdict.of(facts, in: room, on: today)
            let isApproved = !(try Approval.standing(of: post, in: db)).isEmpty
            if verdict.outcome == .publish || (verdict.outcome == .hold && isApproved) { return true }
            try verdict.keep(of: post.id, at: .publishing, now, in: db)
            let finding = verdict.findings.first { $0.severity >= .hold }
            try post.stop(
                finding?.reason ?? "The gate's answer changed.", clause: finding?.clause, now: now, in: db)
            return false
        }
    }

    private func isTooLate(_ delivery: Delivery, _ post: Post) async throws -> Bool {
        let now = context.now()
        guard let slot = post.slot, slot + Self.grace < now else { return false }
        try await context.database.write { db in
            try settle(delivery, .cancelled, problem: "Its time passed before the network answered.", at: now, in: db)
            try post.miss("Its time passed before the network answered.", now: now, in: db)
        }
        return true
    }

    private func confirm(
        _ delivery: Delivery, _ work: DeliveryWork, _ published: Published, _ connector: any Connector
    ) async throws {
        // The archive keeps what the network returns; its first answer serves when it cannot be asked again.
        let archived = await connector.fetch(published.id).value
        let now = context.now()
        try await context.database.write { db in
            try PublishedPost.keep(delivery, published, archived, at: now, in: db)
            try settle(delivery, .confirmed, at: now, in: db)
            try Post.settle(delivery.post, in: db, now: now)
            try work.post.record(
                "published", by: nil, clause: nil,
                fields: [("account", work.account.name), ("address", published.url)], at: now, in: db)
            try db.run("UPDATE accounts SET trouble = NULL WHERE id = \(delivery.account)")
        }
    }

    // MARK: Removing

    private func remove(_ delivery: Delivery) async throws {
        let loaded = try await context.database.read { db -> (PublishedPost, Account, String?)? in
            guard let publication = try PublishedPost.find(delivery.post, delivery.account, in: db),
                let account = try Account.find(delivery.account, in: db)
            else { return nil }
            return (publication, account, try Account.secret(of: account.id, context, in: db))
        }
        guard let (publication, account, secret) = loaded else {
            return try await settle(delivery, .failed, problem: "It is not known where this was published.")
        }
        let connector = try context.networks.connector(for: account, secret: secret, context)
        let id = RemoteID(rawValue: publication.remoteID), media = publication.media.map { RemoteID(rawValue: $0) }
        if delivery.state == .armed {
            try await context.database.write { db in
                try db.run("UPDATE deliveries SET state = 'sent', attempts = attempts + 1 WHERE id = \(delivery.id)")
            }
            switch await connector.remove(id, media: media) {
            case .done: break
            case .unsupported(let step): return try await giveToPerson(delivery, step)
            case .unknown(let why): return try await postpone(delivery, .unknown, why)
            case .failed(let failure) where failure.isPassing:
                return try await postpone(delivery, .armed, failure.message)
            case .failed(let failure): return try await giveToPerson(delivery, failure.message)
            }
        }
        // Gone only when the network itself says so.
        switch await connector.isGone(id, media: media) {
        case .done(true):
            let now = context.now()
            try await context.database.write { db in
                try db.run("UPDATE publications SET removed_at = \(now) WHERE id = \(publication.id)")
                try settle(delivery, .confirmed, at: now, in: db)
                try Post.settle(delivery.post, in: db, now: now)
                if let post = try Post.find(delivery.post, in: db) {
                    try Record.write(
                        Event(
                            "confirmed the removal of", "post", post.id.rawValue, in: .school(post.school), by: nil,
                            clause: delivery.clause, fields: [("account", account.name)]), at: now, in: db)
                }
            }
        case .done(false): try await postpone(delivery, .armed, "It is still there. It is taken down again.")
        case .unsupported(let step): try await giveToPerson(delivery, step)
        case .unknown(let why): try await postpone(delivery, .unknown, why)
        case .failed(let failure): try await postpone(delivery, .unknown, failure.message)
        }
    }

    // MARK: Outcomes

    /// Waits longer after each try: one, two, four minutes, an hour at most; after the last one a person is asked.
    private func postpone(_ delivery: Delivery, _ state: Delivery.State, _ why: String) async throws {
        guard delivery.attempts < Self.mostAttempts else { return try await giveToPerson(delivery, why) }
        let wait = Duration.seconds(min(3_600, 60 << min(delivery.attempts, 6)))
        let now = context.now()
        try await context.database.write { db in
            try db.run(
                """
                UPDATE deliveries SET state = \(state.rawValue), attempts = \(delivery.attempts + 1),
                    next_at = \(now + wait), leased_until = 0, problem = \(why) WHERE id = \(delivery.id)
                """
            )
        }
    }

    private func giveToPerson(_ delivery: Delivery, _ step: String) async throws {
        try await settle(delivery, .byHand, problem: step)
    }

    private func fail(_ delivery: Delivery, _ why: String) async throws {
        let now = context.now()
        try await context.database.write { db in
            try settle(delivery, .failed, problem: why, at: now, in: db)
            try db.run("UPDATE accounts SET trouble = \(why) WHERE id = \(delivery.account)")
            guard let post = try Post.find(delivery.post, in: db) else { return }
            if try PublishedPost.all(of: post.id, in: db).isEmpty {
                try post.stop(why, clause: nil, now: now, in: db)
            } else {
                try Post.settle(post.id, in: db, now: now)
            }
        }
    }

    private func settle(_ delivery: Delivery, _ state: Delivery.State, problem: String? = nil) async throws {
        let now = context.now()
        try await context.database.write { db in try settle(delivery, state, problem: problem, at: now, in: db) }
    }

    private func settle(
        _ delivery: Delivery, _ state: Delivery.State, problem: String? = nil, at now: Instant, in db: Connection
    ) throws {
        let finished: Instant? = state.isOpen ? nil : now
        try db.run(
            """
            UPDATE deliveries SET state = \(state.rawValue), problem = \(problem), leased_until = 0,
                finished_at = \(finished) WHERE id = \(delivery.id)
            """
        )
    }
}
