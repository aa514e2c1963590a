import Database

/// What a new day brings, done once whoever of several processes gets there first.
struct Daybreak: Sendable {
    let context: Context

    func run() async throws {
        let now = context.now(), today = context.today
        try await context.database.write { db in
            try PolicyVersion.takeEffectWhereDue(today: today, at: now, in: db)
        }
    }
}
