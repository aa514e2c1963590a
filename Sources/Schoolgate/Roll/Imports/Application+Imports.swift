import Database

extension Application {
    /// Imports a file as the operator, who may touch every school: all of it, or nothing.
    public func importFile(
        _ kind: ImportKind, _ bytes: [UInt8], named name: String, marksLeavers: Bool = false
    ) async throws -> ImportReport {
        let context = site.context
        let file = ImportFile(kind: kind, name: name, bytes: bytes, marksLeavers: marksLeavers)
        return try await context.database.write { db in
            try file.run(ImportScope(viewer: nil), isTrial: false, context, in: db)
        }
    }
}
