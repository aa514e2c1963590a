import Database
import Networks

extension Publisher {
    func remove(_ delivery: Delivery) async throws {
        var delivery = delivery
        let (work, copy, order) = try await context.database.read { [delivery] db in
            (
                try DeliveryWork.load(delivery, context, in: db),
                try PublishedPost.find(delivery.post, delivery.account, in: db),
                try delivery.lastPublishing(in: db)
            )
        }
        guard let copy, copy.removedAt == nil else {
            return order?.state.isInFlight == true
                ? try await wait(delivery, work) : try await confirmGone(delivery, work, nil)
        }
        guard let connector = try work.connector(context) else {
            return try await giveToPerson(
                delivery,
                "\(work.account.name) was disconnected, so Schoolgate cannot take it down. Take it down there: \(copy.url)",
                work)
        }
        delivery.attempts += 1
        var id = RemoteID(rawValue: copy.remoteID), media = copy.media.map { RemoteID(rawValue: $0) }
        if copy.remoteID.isEmpty, let order {
            // A person said that it is there: the network has to say under which number.
            let trace = work.trace(order)
            switch await ask(for: delivery, { await connector.find(trace) }) {
            case .done(nil): return try await confirmGone(delivery, work, copy)
            case .done(let found?):
                try await context.database.write { db in try copy.name(found, in: db) }
                (id, media) = (found.id, found.media)
            case let other: return try await notYet(delivery, other.map { _ in }, work)
            }
        }
        if delivery.state == .armed {
            let attempts = delivery.attempts - 1
            delivery.attempts = attempts
            delivery = try await context.database.write { [delivery] db in try delivery.markSent(in: db) }
            let answer = await ask(for: delivery) { [id, media] in await connector.remove(id, media: media) }
            guard case .done = answer else { return try await notYet(delivery, answer, work) }
        }
        // Gone only when the network itself says so.
        switch await ask(for: delivery, { [id, media] in await connector.isGone(id, media: media) }) {
        case .done(true): try await confirmGone(delivery, work, copy)
        case .done(false):
            try await postpone(delivery, .armed, nil, "It is still there. It is taken down again.", work)
        case .failed(let failure): try await postpone(delivery, .unknown, failure, failure.message, work)
        case let other: try await notYet(delivery, other.map { _ in }, work)
        }
    }

    private func notYet(_ delivery: Delivery, _ answer: Answer<Void>, _ work: DeliveryWork) async throws {
        switch answer {
        case .done: break
        case .unsupported(let step): try await giveToPerson(delivery, step, work)
        case .unknown(let why): try await postpone(delivery, .unknown, nil, why, work)
        case .failed(let failure) where failure.isPassing:
            try await postpone(delivery, .armed, failure, failure.message, work)
        case .failed(let failure): try await giveToPerson(delivery, failure.message, work, failure)
        }
    }

    /// Nothing can come down before it is known whether it went up.
    private func wait(_ delivery: Delivery, _ work: DeliveryWork) async throws {
        let now = context.now()
        try await context.database.write { db in
            try delivery.become(
                .armed, problem: "It is still on its way out. It is taken down as soon as it is there.",
                next: now + .seconds(30), at: now, in: db)
        }
    }

    private func confirmGone(_ delivery: Delivery, _ work: DeliveryWork, _ copy: PublishedPost?) async throws {
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            try delivery.become(.confirmed, problem: copy == nil ? "It never arrived there." : nil, at: now, in: db)
            if let copy {
                try db.run("UPDATE publications SET removed_at = \(now) WHERE id = \(copy.id)")
                try db.run("UPDATE accounts SET trouble = NULL WHERE id = \(delivery.account) AND closed_at IS NULL")
            }
            try Post.settle(delivery.post, in: db, now: now)
            try Record.write(
                Event(
                    "confirmed the removal of", "post", work.post.id.rawValue, in: .school(work.post.school), by: nil,
                    clause: delivery.clause, fields: [("account", work.account.name)]), at: now, in: db)
        }
    }
}

extension Delivery {
    /// The newest order to publish the same post on the same account.
    func lastPublishing(in db: Connection) throws -> Delivery? {
        try db.first(
            """
            SELECT \(Self.columns) FROM deliveries WHERE post_id = \(post) AND account_id = \(account)
                AND kind = 'publish' ORDER BY id DESC LIMIT 1
            """, Delivery.init(row:))
    }
}
