import Database
import Gate
import Networks
import Policy

/// Works the outbox: armed, sent, confirmed. What is unknown is looked up on the network, never repeated blindly.
struct Publisher: Sendable {
    /// How long one worker may hold a delivery without saying that it is still at it.
    static let lease = Duration.minutes(2)
    static let mostAttempts: Int64 = 8

    let context: Context

    /// Does what is due, several at a time so that a slow website holds up nobody else's post.
    ///
    /// Returns how many deliveries were worked on.
    func workOff(limit: Int = 50, atOnce: Int = 4) async throws -> Int {
        try await Correction.finish(context)
        return try await inTurns(limit, atOnce)
    }

    private func inTurns(_ limit: Int, _ atOnce: Int) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<atOnce { group.addTask { try await workOffInTurn(limit) } }
            let count = try await group.reduce(0, +)
            // What is out is worked on no more.
            if count > 0 { try await PictureTidying(context: context).run() }
            return count
        }
    }

    private func workOffInTurn(_ limit: Int) async throws -> Int {
        for count in 0..<limit {
            guard let delivery = try await claim() else { return count }
            await work(delivery)
        }
        return limit
    }

    func claim() async throws -> Delivery? {
        let now = context.now()
        return try await context.database.write { db in try Delivery.claim(at: now, lease: Self.lease, in: db) }
    }

    private func work(_ delivery: Delivery) async {
        let details = ["delivery": "\(delivery.id.rawValue)"]
        do {
            switch delivery.kind {
            case _ where !delivery.state.isOpen: try await lookAgain(for: delivery)
            case .publish: try await publish(delivery)
            case .remove: try await remove(delivery)
            }
        } catch is Delivery.Lost {
            context.log.note("delivery taken over", details)
        } catch let error as DatabaseError {
            // The lease runs out, and the delivery is looked at again from the state it was left in.
            context.log.error("delivery: \(error)", details)
        } catch {
            context.log.error("delivery: \(error)", details)
            do { try await giveUp(delivery, after: error) } catch { context.log.error("delivery: \(error)", details) }
        }
    }

    /// Asks a network and keeps the lease for as long as that takes.
    func ask<T: Sendable>(for delivery: Delivery, _ question: @Sendable () async -> T) async -> T {
        let renewal = Task {
            while true {
                try await Task.sleep(for: Self.lease / 4)
                let until = context.now() + Self.lease
                try await context.database.write { db in try delivery.renew(until: until, in: db) }
            }
        }
        defer { renewal.cancel() }
        return await question()
    }

    // MARK: Outcomes

    /// Waits longer after each try: one, two, four minutes, an hour at most; in the end a person is asked.
    func postpone(
        _ delivery: Delivery, _ state: Delivery.State, _ failure: Failure?, _ why: String, _ work: DeliveryWork
    ) async throws {
        let now = context.now()
        let asked = Duration.seconds(60 << min(max(delivery.attempts - 1, 0), 6))
        var wait = min(.hours(1), asked)
        if case .rateLimited(let seconds?) = failure?.kind { wait = max(wait, .seconds(seconds)) }
        var next = now + wait
        let mayWait = delivery.kind == .publish && state == .armed
        let deadline = delivery.deadline(slot: work.post.slot)
        if !mayWait, delivery.attempts >= Self.mostAttempts {
            return try await giveToPerson(delivery, why, work)
        }
        if mayWait {
            // A slot that nobody can keep goes back to a person when it is over, not at the next try.
            if now >= deadline { return try await end(delivery, .missed, why, work) }
            next = min(next, deadline)
        }
        try await context.database.write { [next] db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            try delivery.become(state, problem: why, next: next, at: now, in: db)
            if case .rateLimited = failure?.kind {
                try db.run(
                    """
                    UPDATE deliveries SET next_at = \(next) WHERE account_id = \(delivery.account) AND next_at < \(next)
                        AND state = 'armed' AND lease IS NULL
                    """
                )
            }
            try note(failure, of: delivery, in: db)
            try Post.settle(work.post.id, in: db, now: now)
        }
    }

    func giveToPerson(
        _ delivery: Delivery, _ step: String, _ work: DeliveryWork, _ failure: Failure? = nil
    ) async throws {
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            try delivery.become(.byHand, problem: step, at: now, in: db)
            try note(failure, of: delivery, in: db)
            try Post.settle(work.post.id, in: db, now: now)
        }
    }

    /// Why a post does not go out to an account.
    enum End: Sendable {
        case missed
        /// The gate's word: what was approved is void.
        case stopped(Clause.ID?)
        /// The network said no to this account alone; a person may try it again as it is.
        case refused(Failure?)
        case calledBack
    }

    func end(_ delivery: Delivery, _ end: End, _ why: String, _ work: DeliveryWork) async throws {
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            try self.end(delivery, end, why, at: now, in: db)
        }
    }

    /// A post that is out elsewhere stays out, and one of its accounts has not got it; otherwise all of it stops.
    func end(_ delivery: Delivery, _ end: End, _ why: String, at now: Instant, in db: Connection) throws {
        // Nobody can be sure of what left once: it may arrive late.
        let look = delivery.attempts > 0 ? now : nil
        var isRefusal = false
        if case .refused(let failure) = end {
            isRefusal = true
            try note(failure, of: delivery, in: db)
        }
        let state: Delivery.State = if case .calledBack = end { .cancelled } else { .failed }
        try delivery.become(state, problem: why, look: look, at: now, in: db)
        guard let post = try Post.find(delivery.post, in: db) else { return }
        if try isRefusal || delivery.isCalledBack(in: db) || post.isOut(in: db) {
            let account = try Account.find(delivery.account, in: db)?.name ?? ""
            try post.record(
                "could not publish", by: nil, clause: nil, fields: [("account", account), ("why", why)], at: now, in: db
            )
            return try Post.settle(post.id, in: db, now: now)
        }
        if case .stopped(let clause) = end {
            try post.stop(why, clause: clause, now: now, in: db)
        } else {
            try post.miss(why, now: now, in: db)
        }
    }

    /// An account whose password or address is wrong needs somebody; one that works needs nobody.
    func note(_ failure: Failure?, of delivery: Delivery, in db: Connection) throws {
        switch failure?.kind {
        case .unauthorised, .misconfigured:
            try db.run(
                """
                UPDATE accounts SET trouble = \(failure?.message) WHERE id = \(delivery.account) AND closed_at IS NULL
                """
            )
        case .refused, .rateLimited, .unavailable, .tooLarge, nil: break
        }
    }

    private func giveUp(_ delivery: Delivery, after error: any Error) async throws {
        let problem: String
        if case .refused(let words) = error as? Problem { problem = words } else { problem = Self.ownFault }
        let work = try await context.database.read { db in
            DeliveryWork(
                post: try Post.find(delivery.post, in: db), account: try Account.find(delivery.account, in: db))
        }
        guard let work else { return }
        if delivery.kind == .publish, delivery.state == .armed {
            try await end(delivery, .refused(nil), problem, work)
        } else {
            var delivery = delivery
            delivery.attempts += 1
            try await postpone(delivery, delivery.state, nil, problem, work)
        }
    }

    static let ownFault =
        "Something went wrong on our side before it was sent. Try again, and tell whoever runs Schoolgate if it stays."
}
