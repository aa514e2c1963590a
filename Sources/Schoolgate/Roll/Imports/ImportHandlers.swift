import Database
import HTML
import Web

enum ImportHandlers {
    static let index = FixedRoute(.get, "/imports")
    static let take = Route<PendingImport.ID>(.post, "/imports/pending/:id")
    static let drop = Route<PendingImport.ID>(.post, "/imports/pending/:id/removal")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.importRoll), use: index)
        for kind in ImportKind.allCases {
            router.on(FixedRoute(.get, kind.path), for: .holding(kind.right)) { request, context, viewer in
                try await show(request, context, viewer, kind: kind)
            }
            router.on(FixedRoute(.post, kind.path), for: .holding(kind.right)) { request, context, viewer in
                try await look(request, context, viewer, kind: kind)
            }
        }
        router.on(take, for: .holding(.importRoll), use: take)
        router.on(drop, for: .holding(.importRoll), use: drop)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(ImportsPage(viewer: viewer, context: context).body)
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, kind: ImportKind
    ) async throws -> Response {
        guard kind.isOffered(to: viewer) else { throw Problem.notFound }
        return .page(ImportPage(kind: kind, viewer: viewer, context: context).body)
    }

    /// Says what a file would do, and keeps it for the next step when it can be taken.
    static func look(
        _ request: Request, _ context: Context, _ viewer: Viewer, kind: ImportKind
    ) async throws -> Response {
        guard kind.isOffered(to: viewer) else { throw Problem.notFound }
        guard let upload = request.form.file("file"), !upload.bytes.isEmpty else {
            var errors = FieldErrors()
            errors.add("file", "Choose a CSV file first. An empty one holds nothing to import.")
            return .page(ImportPage(kind: kind, errors: errors, viewer: viewer, context: context).body, status: 422)
        }
        let file = ImportFile(
            kind: kind, name: safeName(upload.filename), bytes: upload.bytes,
            marksLeavers: kind == .roll && request.form["leavers"] == "yes")
        let report = try await context.database.read { db in
            try file.run(ImportScope(viewer: viewer), isTrial: true, context, in: db)
        }
        guard !report.isRefused else {
            return .page(RefusedImportPage(report: report, viewer: viewer, context: context).body, status: 422)
        }
        let id = try await context.database.write { db in
            try PendingImport.keep(file, of: viewer.id, context, in: db)
        }
        return .page(
            ImportPreviewPage(
                report: report, pending: id, marksLeavers: file.marksLeavers, viewer: viewer, context: context
            ).body)
    }

    /// All of it in one transaction, or nothing.
    static func take(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PendingImport.ID
    ) async throws -> Response {
        let report = try await context.database.write { db -> ImportReport in
            guard let pending = try PendingImport.find(id, of: viewer.id, context, in: db) else {
                throw Problem.refused(
                    "This file is no longer waiting: it was imported, or an hour has passed. Choose it again.")
            }
            guard pending.file.kind.isOffered(to: viewer) else { throw Problem.notFound }
            try PendingImport.drop(id, of: viewer.id, in: db)
            return try pending.file.run(ImportScope(viewer: viewer), isTrial: false, context, in: db)
        }
        guard !report.isRefused else {
            return .page(RefusedImportPage(report: report, viewer: viewer, context: context).body, status: 422)
        }
        let posts = try await context.database.read { db in try FoundPosts.load(report.outcome, in: db) }
        return .page(ImportDonePage(report: report, posts: posts, viewer: viewer, context: context).body)
    }

    static func drop(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PendingImport.ID
    ) async throws -> Response {
        try await context.database.write { db in try PendingImport.drop(id, of: viewer.id, in: db) }
        return .seeOther(index.path())
    }

    /// A file's name as it is shown and recorded: short, and without a path.
    static func safeName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let shown = String(
            last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(80).map(Character.init))
        return shown.isEmpty ? "the file" : shown
    }
}

extension ImportKind {
    var path: String { "/imports/\(rawValue)" }
}
