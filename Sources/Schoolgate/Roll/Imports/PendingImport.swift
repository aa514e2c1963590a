import Crypto
import Database

/// A file that somebody has looked at and not imported yet: sealed, theirs alone, and gone within the hour.
struct PendingImport: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<PendingImport>

    static let lifetime = Duration.hours(1)

    let id: ID
    let file: ImportFile

    /// Keeps the file, in place of any other that the person has not imported.
    static func keep(_ file: ImportFile, of person: Person.ID, _ context: Context, in db: Connection) throws -> ID {
        let now = context.now()
        try db.run("DELETE FROM pending_imports WHERE person_id = \(person) OR added_at <= \(now - lifetime)")
        let sealed = try Sealed.seal(file.bytes, key: key(context), context: "person \(person.rawValue)")
        return try db.one(
            """
            INSERT INTO pending_imports (person_id, kind, file, marks_leavers, sealed_bytes, added_at)
            VALUES (\(person), \(file.kind.rawValue), \(file.name), \(file.marksLeavers), \(sealed), \(now))
            RETURNING id
            """
        ) { ID($0.int(0)) }
    }

    static func find(_ id: ID, of person: Person.ID, _ context: Context, in db: Connection) throws -> PendingImport? {
        let row = try db.first(
            """
            SELECT kind, file, marks_leavers, sealed_bytes FROM pending_imports
            WHERE id = \(id) AND person_id = \(person) AND added_at > \(context.now() - lifetime)\(.forUpdate)
            """
        ) { (kind: $0.text(0), file: $0.text(1), leavers: $0.bool(2), sealed: $0.bytes(3)) }
        guard let row, let kind = ImportKind(rawValue: row.kind) else { return nil }
        let bytes = try Sealed.open(row.sealed, key: key(context), context: "person \(person.rawValue)")
        return PendingImport(
            id: id, file: ImportFile(kind: kind, name: row.file, bytes: bytes, marksLeavers: row.leavers))
    }

    static func drop(_ id: ID, of person: Person.ID, in db: Connection) throws {
        try db.run("DELETE FROM pending_imports WHERE id = \(id) AND person_id = \(person)")
    }

    private static func key(_ context: Context) -> [UInt8] { context.keys.derived(for: "pending imports") }
}
