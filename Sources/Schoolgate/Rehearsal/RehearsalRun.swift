import Database
import Gate
import Policy

/// Goes through the posts of a plan, a page at a time, and writes nothing but how far it is and what it found.
struct RehearsalRun: Sendable {
    let id: Rehearsal.ID
    let plan: RehearsalPlan
    let context: Context

    private static let page = 500
    /// How many posts with each change are kept to be read.
    private static let examples = 100

    func run() async {
        do {
            if let tally = try await rehearse() {
                let now = context.now()
                try await context.database.write { db in try Rehearsal.finish(id, tally, at: now, in: db) }
            }
        } catch {
            context.log.error("rehearsal: \(error)")
            let now = context.now()
            try? await context.database.write { db in try Rehearsal.end(id, as: .failed, at: now, in: db) }
        }
    }

    /// Nil when nobody waits for it any more.
    private func rehearse() async throws -> Rehearsal.Tally? {
        var tally = Rehearsal.Tally(examples: Self.examples)
        let now = context.now()
        let ids = try await context.database.read { db in
            try plan.pieces.map { try RehearsedPost.ids(at: $0.school.id, now: now, in: db) }
        }
        let total = ids.reduce(0) { $0 + $1.count }
        guard try await beat(0, of: total) else { return nil }
        var last = ContinuousClock.now
        for (piece, all) in zip(plan.pieces, ids) {
            for start in stride(from: 0, to: all.count, by: Self.page) {
                let some = Array(all[start..<min(start + Self.page, all.count)])
                // The roll and the answers as they are now.
                let read = try await context.database.read { db in
                    let room = try context.rooms.room(of: piece.school.id, in: db)
                    return (room, try RehearsedPost.gather(some, at: piece.school, context.clock, in: db))
                }
                guard let room = read.0 else { continue }
                for (index, post) in read.1.enumerated() {
                    let compared = piece.comparison.compare(post.versions, roll: room.roll, consents: room.consents)
                    tally.add(post.id.rawValue, compared, text: post.text)
                    // Pages come first.
                    if index % 32 == 31 { await Task.yield() }
                    if Task.isCancelled { return nil }
                }
                guard last.duration(to: .now) > .milliseconds(250) else { continue }
                last = .now
                guard try await beat(tally.posts, of: total) else { return nil }
            }
        }
        return tally
    }

    private func beat(_ done: Int, of total: Int) async throws -> Bool {
        let now = context.now()
        return try await context.database.write { db in
            try Rehearsal.beat(id, done: done, of: total, at: now, in: db)
        }
    }
}
