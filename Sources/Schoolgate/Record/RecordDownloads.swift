import Crypto
import Database
import Foundation

/// The record as a table for people and their spreadsheets.
enum RecordTable {
    /// More than a school does in ten years.
    static let limit = 100_000

    static func csv(_ events: [RecordedEvent], _ names: RecordNames) -> [UInt8] {
        var lines: [UInt8] = Array("record,event,time,who,what,clause,details,digest\r\n".utf8)
        for event in events {
            let cells = [
                event.chain == 0 ? "trust" : "school", "\(event.number)", stamp(event.at), names.actor(event),
                names.sentence(event), event.clause ?? "", names.details(event).joined(separator: "; "), event.digest,
            ]
            lines += cells.map(cell).joined(separator: ",").utf8
            lines += [13, 10]
        }
        return lines
    }

    static func stamp(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000).ISO8601Format()
    }

    /// Quoted, and never taken for a formula by a spreadsheet.
    private static func cell(_ text: String) -> String {
        // By its first byte: a joined mark or line break makes another character of it, and no other formula.
        let isFormula = text.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// The record with everything that an outsider needs to check it: digests, salts, signed heads and the public key.
struct RecordBundle: Codable, Equatable {
    struct Field: Codable, Equatable {
        let name: String
        /// With its salt; both are missing where the value was erased, or is not for the reader to see.
        let value: String?
        let salt: String?
        let digest: String
    }

    struct Entry: Codable, Equatable {
        let number: Int64
        let at: Int64
        let actor: Int64?
        let verb: String
        let object: String
        let objectID: Int64?
        let clause: String?
        let fields: [Field]
        let digest: String
    }

    static let currentFormat = "schoolgate record 1"

    var format = Self.currentFormat
    let madeAt: Int64
    let chain: Int64
    let name: String
    /// The digest before the first entry.
    let previous: String
    let events: [Entry]
    let heads: [SignedHead]
    /// The public half of the key that signed the heads, in hexadecimal digits.
    let key: String

    static func json(
        of viewer: Viewer, _ key: VerifyingKey, at now: Instant, in db: Connection
    ) throws -> [UInt8] {
        let query = RecordQuery(viewer).ofSchool
        let chain = query.chains[0].number
        let newest = try query.events(RecordTable.limit, .unitedKingdom, in: db)
        let events = newest.events.reversed()
        let first = events.first?.number ?? 1
        let previous =
            try db.first("SELECT digest FROM events WHERE chain = \(chain) AND number = \(first - 1)") { $0.text(0) }
            ?? Record.beginning
        let showsPupils = viewer.may(.seeConsent)
        let bundle = RecordBundle(
            madeAt: now.milliseconds, chain: chain, name: viewer.school.name, previous: previous,
            events: events.map { Entry($0, showsPupils: showsPupils) },
            heads: try SignedHead.all(in: db).filter { $0.chain == chain && $0.number >= first }, key: key.bytes.hex)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(bundle))
    }
}

extension RecordBundle.Entry {
    init(_ event: RecordedEvent, showsPupils: Bool) {
        self.init(
            number: event.number, at: event.at.milliseconds, actor: event.actor?.rawValue, verb: event.verb,
            object: event.object, objectID: event.objectID, clause: event.clause,
            fields: event.fields.map { field in
                let isHidden = !showsPupils && (event.isAboutAChild || event.hides(field.name))
                return RecordBundle.Field(
                    name: field.name, value: isHidden ? nil : field.value, salt: isHidden ? nil : field.salt,
                    digest: field.digest)
            }, digest: event.digest)
    }
}
