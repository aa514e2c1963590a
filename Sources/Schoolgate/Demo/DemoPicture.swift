import Database
import Imaging

/// A drawing of the demo, kept in the media folder as any picture is.
struct DemoPicture: Sendable {
    let digest: String
    let width: Int64
    let height: Int64
    let byteCount: Int64
    let bytes: [UInt8]

    private static let names = ["bakesale", "dragon", "field", "lanterns", "lanternwalk", "parachute", "snow"]

    /// Each by the name of its file.
    static func keepAll(in media: MediaFolder) throws -> [String: DemoPicture] {
        var pictures: [String: DemoPicture] = [:]
        for name in names {
            let bytes = try DemoFiles.bytes("pictures/\(name).png")
            // A PNG gives its size in the eight bytes from the seventeenth on.
            guard bytes.count > 24 else { throw DemoProblem("Demo/pictures/\(name).png is no picture.") }
            pictures["\(name).png"] = DemoPicture(
                digest: try media.keep(bytes), width: number(bytes[16..<20]), height: number(bytes[20..<24]),
                byteCount: Int64(bytes.count), bytes: bytes)
        }
        return pictures
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }

    /// As if it had been uploaded, and a detector had found these boxes: it finds none in a drawing.
    func addWorking(
        _ boxes: [PixelBox], at school: School.ID, by person: Person.ID, _ context: Context, at now: Instant,
        in db: Connection
    ) throws -> String {
        let key = try context.working.keep(bytes)
        let facts = PictureFacts(
            format: "png", width: Int(width), height: Int(height), orientation: 1,
            device: PictureDevice(make: "Canon", model: "Canon EOS 250D", serial: "043071002816"),
            removed: ["the place", "the camera"], faces: boxes.map { Face(box: $0, score: 1) })
        let picture = PreparedPicture(
            bytes: bytes, contentType: "image/png", width: Int(width), height: Int(height))
        try WorkingPicture.keep(key, picture, facts, of: school, by: person, at: now, in: db)
        return key
    }

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
