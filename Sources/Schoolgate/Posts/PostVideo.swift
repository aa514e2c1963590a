import Crypto
import Database
import Imaging

/// A video of a post: its picture and sound as they were recorded, without what the file said beside them.
struct PostVideo: Sendable, Equatable {
    /// Of exactly the bytes that go out.
    let digest: String
    /// The sealed file it lies in until then; nil where it was taken over from what is out.
    let key: String?
    let contentType: String
    let byteCount: Int
    let milliseconds: Int
    let width: Int
    let height: Int
    let codec: String
    let sound: String?

    var seconds: Int { (milliseconds + 999) / 1_000 }

    /// Such as `0:32`.
    var length: String { "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)" }

    /// How the name of such a file ends.
    var ending: String { contentType == "video/webm" ? "webm" : "mp4" }

    /// What goes out: from where it lies once it is out, and from under its seal before.
    func bytes(_ context: Context) throws -> [UInt8] {
        if context.media.holds(digest) { return try context.media.bytes(digest) }
        guard let key, let bytes = try context.working.bytes(key), Digest.of(bytes).hex == digest else {
            throw MediaMissing(digest: digest)
        }
        return bytes
    }
}

extension PostVideo {
    init(_ video: PreparedVideo, _ facts: VideoFacts, key: String) {
        self.init(
            digest: Digest.of(video.bytes).hex, key: key, contentType: video.contentType, byteCount: video.bytes.count,
            milliseconds: facts.milliseconds, width: facts.width, height: facts.height, codec: facts.codec,
            sound: facts.sound)
    }

    static let columns: SQL =
        """
        post_pictures.video_digest, working_pictures.video_key, videos.content_type, videos.byte_count,
        videos.milliseconds, videos.width, videos.height, videos.codec, videos.sound
        """

    /// From its columns, the first of them at this place; nil where there is no video.
    init?(row: borrowing Row, from first: Int) {
        guard let digest = row.textOrNil(first) else { return nil }
        self.init(
            digest: digest, key: row.textOrNil(first + 1), contentType: row.text(first + 2),
            byteCount: Int(row.int(first + 3)), milliseconds: Int(row.int(first + 4)), width: Int(row.int(first + 5)),
            height: Int(row.int(first + 6)), codec: row.text(first + 7), sound: row.textOrNil(first + 8))
    }

    /// Writes what it is, and that it lies sealed beside the still that stands for it.
    func keep(with still: String, in db: Connection) throws {
        try db.run(
            """
            INSERT INTO videos (digest, content_type, byte_count, milliseconds, width, height, codec, sound)
            VALUES (\(digest), \(contentType), \(byteCount), \(milliseconds), \(width), \(height), \(codec), \(sound))
            ON CONFLICT (digest) DO NOTHING
            """
        )
        try db.run("UPDATE working_pictures SET video_key = \(key) WHERE key = \(still)")
    }
}
