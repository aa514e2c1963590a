import Database

/// What a new day brings, done once whoever of several processes gets there first.
struct Daybreak: Sendable {
    let context: Context

    func run() async throws {
        let now = context.now(), today = context.today
        let heads = try await context.database.write { db -> [SignedHead] in
            try PolicyVersion.takeEffectWhereDue(today: today, at: now, in: db)
            try Rehearsal.forget(at: now, in: db)
            let last = try db.first("SELECT max(signed_at) FROM signed_heads") { $0.intOrNil(0) } ?? nil
            let isNew = last.map { context.clock.day(of: Instant(milliseconds: $0)) < today } ?? true
            return isNew ? try SignedHead.signAll(context.keys, at: now, in: db) : []
        }
        try SignedHead.append(heads, to: context.configuration.headsFile)
    }
}
