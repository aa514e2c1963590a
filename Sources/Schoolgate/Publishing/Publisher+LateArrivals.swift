import Database
import Networks

extension Publisher {
    /// How long a network may take to carry out a request that nobody waits for any more.
    static let lateness = Duration.minutes(15)

    /// Looks for a post that was given up: one that arrives late is taken down, and pictures left behind with it.
    func lookAgain(for delivery: Delivery) async throws {
        let work = try await context.database.read { db in try DeliveryWork.load(delivery, context, in: db) }
        guard let connector = try work.connector(context) else { return try await stopLooking(delivery) }
        let trace = work.trace(delivery)
        switch await ask(for: delivery, { await connector.find(trace) }) {
        case .done(nil):
            let cleared = await ask(for: delivery) { await connector.clear(trace) }
            try await stopLooking(delivery, isClear: cleared.value != nil)
        case .done(let found?): try await takeDown(found, delivery, work, connector)
        case .unsupported: try await stopLooking(delivery)
        case .unknown, .failed: try await stopLooking(delivery, isClear: false)
        }
    }

    private func takeDown(
        _ found: Published, _ delivery: Delivery, _ work: DeliveryWork, _ connector: any Connector
    ) async throws {
        let removed = await ask(for: delivery) { await connector.remove(found.id, media: found.media) }
        let gone = await ask(for: delivery) { await connector.isGone(found.id, media: found.media) }
        let now = context.now()
        try await context.database.write { db in
            try Post.lock([work.post.id], at: work.post.school, in: db)
            if case .done(true) = gone {
                try delivery.become(
                    delivery.state, problem: "It arrived late, when it was no longer wanted, and was taken down.",
                    look: now + Self.lateness, at: now, in: db)
                return try work.post.record(
                    "took down a late copy of", by: nil, clause: nil,
                    fields: [("account", work.account.name), ("address", found.url)], at: now, in: db)
            }
            let why = removed.message ?? gone.message ?? "It is still there."
            let isOver = (delivery.finishedAt ?? now) + .days(1) < now
            try delivery.become(
                isOver ? .byHand : delivery.state,
                problem: "It arrived late, at \(found.url), and has to come down. \(why)",
                look: isOver ? nil : now + .minutes(5), at: now, in: db)
        }
    }

    /// Once at once, and once more when nothing can be on its way any longer; a network that is down is asked for a day.
    private func stopLooking(_ delivery: Delivery, isClear: Bool = true) async throws {
        let now = context.now()
        let ended = delivery.finishedAt ?? now
        let look: Instant? =
            if isClear { now < ended + Self.lateness ? ended + Self.lateness : nil } else {
                now < ended + .days(1) ? now + Self.lateness : nil
            }
        try await context.database.write { db in
            try delivery.become(delivery.state, problem: delivery.problem, look: look, at: now, in: db)
        }
    }
}
