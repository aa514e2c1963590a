import Database
import Imaging

/// A picture as it was added: upright, without what the file said of itself, and with everybody's face.
struct WorkingPicture: Sendable {
    /// The longest edge that is kept: enough to cut any network's size from.
    static let maxEdge = 2_560

    let key: String
    let addedBy: Person.ID
    let width: Int
    let height: Int
    /// Whether the detector could look for faces.
    let isCounted: Bool
    /// How many it found.
    let found: Int
    /// What was found in the file and left out, in plain words.
    let removed: [String]
    let device: PictureDevice?
    let isErased: Bool

    static func of(_ keys: [String], in db: Connection) throws -> [String: WorkingPicture] {
        guard !keys.isEmpty else { return [:] }
        let all = try db.all(
            """
            SELECT key, added_by, width, height, found, removed, device_make, device_model, device_serial, erased_at
            FROM working_pictures WHERE key IN (\(list: keys))
            """
        ) { row in
            let device = PictureDevice(make: row.text(6), model: row.text(7), serial: row.text(8))
            return WorkingPicture(
                key: row.text(0), addedBy: Person.ID(row.int(1)), width: Int(row.int(2)), height: Int(row.int(3)),
                isCounted: !row.isNull(4), found: (row.textOrNil(4) ?? "").split(separator: ";").count,
                removed: row.text(5).split(separator: "\n").map(String.init),
                device: device == PictureDevice(make: "", model: "", serial: "") ? nil : device,
                isErased: !row.isNull(9))
        }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
    }

    static func keep(
        _ key: String, _ picture: PreparedPicture, _ facts: PictureFacts, of school: School.ID, by person: Person.ID,
        at now: Instant, in db: Connection
    ) throws {
        let found = facts.faces.map { $0.map(\.box.text).joined(separator: ";") }
        try db.run(
            """
            INSERT INTO working_pictures (key, school_id, added_by, added_at, width, height, found, removed,
                device_make, device_model, device_serial)
            VALUES (\(key), \(school), \(person), \(now), \(picture.width), \(picture.height), \(found),
                \(facts.removed.joined(separator: "\n")), \(facts.device?.make ?? ""), \(facts.device?.model ?? ""),
                \(facts.device?.serial ?? ""))
            """
        )
    }
}
