import Database
import Web

/// Whether the program can do its work: it answers, and its database does.
enum HealthHandlers {
    static let show = FixedRoute(.get, "/healthz")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .anyone) { _, context, _ in
            do {
                _ = try await context.database.read { db in try db.one("SELECT 1") { $0.int(0) } }
                return .text("ok\n")
            } catch {
                context.log.error("health: \(error)")
                return .text("the database does not answer\n", status: 503)
            }
        }
    }
}
