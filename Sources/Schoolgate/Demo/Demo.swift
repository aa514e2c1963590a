import Crypto
import Database
import Foundation
import Policy

/// A trust of three schools with a year behind it, for trying things out.
public enum Demo {
    /// Everybody's, and printed when the demo starts: it guards nothing.
    static let password = "lantern-walk"

    /// Refuses any address that others could reach: everybody in the demo has the same, printed password.
    public static func refuse(host: String) throws {
        let isLoopback = host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
        guard isLoopback else {
            throw DemoProblem(
                "The demo listens on this machine only, because everybody in it has the same password. Leave --listen out, or use 127.0.0.1, not \(host)."
            )
        }
    }

    /// What a database holds, as far as starting is concerned.
    enum Holding: Sendable, Equatable {
        case nothing
        case demo(Day)
        case real

        static func of(_ db: Connection) throws -> Holding {
            let trust = try db.first("SELECT demo_day FROM trusts ORDER BY id LIMIT 1") { (day: $0.textOrNil(0), ()) }
            if let trust { return trust.day.flatMap { Day($0) }.map { .demo($0) } ?? .real }
            let rows = try db.one("SELECT (SELECT count(*) FROM schools) + (SELECT count(*) FROM people)") { $0.int(0) }
            return rows == 0 ? .nothing : .real
        }
    }

    /// Makes the demo, keeps today's, replaces an older one; answers with what to tell the operator.
    static func prepare(_ context: Context) async throws -> [String] {
        let today = context.today
        switch try await context.database.read({ db in try Holding.of(db) }) {
        case .real:
            throw DemoProblem(
                "There is real data here, and the demo never mixes with it. Choose an empty folder with --data, or leave --demo out."
            )
        case .demo(today): return []
        case .demo(let day):
            let whose = day.adding(days: 1) == today ? "yesterday’s" : "the one of \(context.clock.plainDate(of: day))"
            try erasePictures(context)
            try await build(context, replacing: true)
            return ["The demo’s dates follow the day it starts; \(whose) is replaced."]
        case .nothing:
            try await build(context, replacing: false)
            return []
        }
    }

    /// Keeps a demo from being taken for a school's own data.
    static func refuseUnlessAsked(_ context: Context) async throws {
        if case .demo = try await context.database.read({ db in try Holding.of(db) }) {
            throw DemoProblem(
                "There is a demo here. Start it with --demo, or choose another folder with --data to start for real.")
        }
    }

    /// Fills an empty database, or one with an older demo, in one transaction.
    static func build(_ context: Context, replacing: Bool = false) async throws {
        let files = try DemoFiles()
        let hash = try await context.passwords.hash(password)
        let pictures = try DemoPicture.keepAll(in: context.media)
        try await context.database.write { db in
            if replacing { try DemoEraser.empty(db) }
            var builder = DemoBuilder(files, pictures, hash, context, db)
            try builder.build()
        }
    }

    /// The pictures and the signed heads of the demo before: the heads vouch for a record that is no longer there.
    private static func erasePictures(_ context: Context) throws {
        for path in [context.media.path, context.working.path, context.configuration.headsFile]
        where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }
}
