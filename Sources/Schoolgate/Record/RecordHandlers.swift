import Crypto
import Database
import Foundation
import HTML
import Policy
import Web

enum RecordHandlers {
    static let index = FixedRoute(.get, "/record")
    static let check = FixedRoute(.post, "/record/check")
    static let table = FixedRoute(.get, "/record/events.csv")
    static let proof = FixedRoute(.post, "/record/proof.json")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seeRecord), use: index)
        router.on(check, for: .holding(.seeRecord), use: check)
        router.on(table, for: .holding(.seeRecord), use: table)
        router.on(proof, for: .holding(.seeRecord), use: proof)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = try query(request.query, viewer)
        let view = try await context.database.read { db in try RecordView.load(query, viewer, context, in: db) }
        return .page(RecordPage(view: view, viewer: viewer, context: context).body)
    }

    /// Checks what the viewer may see of the record, and records that they did.
    static func check(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = RecordQuery(viewer), chains = Set(query.chains.map(\.number)), now = context.now()
        let installation = Installation(database: context.database, folder: context.configuration.dataFolder)
        let keys = [context.keys.recordSigning.verifying] + (try installation.earlierRecordKeys())
        let heads =
            FileManager.default.fileExists(atPath: installation.headsFile)
            ? try SignedHead.read(installation.headsFile) : []
        let report = try await context.database.snapshot { db in
            try Audit.verify(in: db, extra: heads, keys: keys, only: chains)
        }
        try await context.database.write { db in
            try Record.write(
                Event(
                    "checked", "record", in: .school(viewer.school.id), by: viewer.id,
                    fields: [("events", "\(report.events)"), ("problems", "\(report.problems.count)")]),
                at: now, in: db)
        }
        let view = try await context.database.read { db in try RecordView.load(query, viewer, context, in: db) }
        return .page(RecordPage(view: view, report: report, viewer: viewer, context: context).body)
    }

    static func table(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let query = try query(request.query, viewer)
        let file = try await context.database.read { db in
            let events = try query.events(RecordTable.limit, context.clock, in: db).events
            return RecordTable.csv(events, try RecordNames(of: events, for: viewer, in: db))
        }
        return download(file, "record-\(context.today).csv", type: "text/csv; charset=utf-8")
    }

    /// Signs the heads first, so that the download's last event is vouched for.
    static func proof(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        let heads = try await context.database.write { db in
            try SignedHead.signAll(context.keys, at: now, in: db)
        }
        try SignedHead.append(heads, to: context.configuration.headsFile)
        let file = try await context.database.read { db in
            try RecordBundle.json(of: viewer, context.keys.recordSigning.verifying, at: now, in: db)
        }
        return download(file, "record-\(context.today).json", type: "application/json")
    }

    private static func download(_ bytes: [UInt8], _ name: String, type: String) -> Response {
        var response = Response.bytes(bytes, type: type)
        response.headers.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
        return response
    }

    private static func query(_ form: Form, _ viewer: Viewer) throws -> RecordQuery {
        var query = RecordQuery(viewer)
        if let kind = form["kind"], !kind.isEmpty {
            guard kind.utf8.count <= 40 else { throw Problem.notFound }
            query.kind = kind
        }
        if let person = form["person"], !person.isEmpty {
            guard let id = Person.ID(pathComponent: person[...]) else { throw Problem.notFound }
            query.person = id
        }
        if let text = form["day"], !text.isEmpty {
            guard let day = Day(text) else {
                throw Problem.refused(
                    "“\(text.prefix(20))” is no day. Write it as 2026-11-21, or choose it in the calendar.")
            }
            query.day = day
        }
        if let before = form["before"], !before.isEmpty {
            guard before.utf8.count <= 80, let cursor = RecordQuery.cursor(before) else { throw Problem.notFound }
            query.before = cursor
        }
        return query
    }
}
