import Database

/// A drawing of the demo, kept in the media folder as any picture is.
struct DemoPicture: Sendable {
    let digest: String
    let width: Int64
    let height: Int64
    let byteCount: Int64

    private static let names = ["bakesale", "dragon", "field", "lanterns", "parachute", "snow"]

    /// Each by the name of its file.
    static func keepAll(in media: MediaFolder) throws -> [String: DemoPicture] {
        var pictures: [String: DemoPicture] = [:]
        for name in names {
            let bytes = try DemoFiles.bytes("pictures/\(name).png")
            // A PNG gives its size in the eight bytes from the seventeenth on.
            guard bytes.count > 24 else { throw DemoProblem("Demo/pictures/\(name).png is no picture.") }
            pictures["\(name).png"] = DemoPicture(
                digest: try media.keep(bytes), width: number(bytes[16..<20]), height: number(bytes[20..<24]),
                byteCount: Int64(bytes.count))
        }
        return pictures
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }

    func add(by person: Person.ID, at now: Instant, in db: Connection) throws {
        try db.run(
            """
            INSERT INTO media (digest, content_type, width, height, byte_count, added_by, added_at)
            VALUES (\(digest), 'image/png', \(width), \(height), \(byteCount), \(person), \(now))
            ON CONFLICT (digest) DO NOTHING
            """
        )
    }
}
