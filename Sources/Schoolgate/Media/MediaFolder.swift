import Crypto
import Database
import Foundation

/// Pictures, each in a file named after its own digest, so that none is kept twice or changed unseen.
struct MediaFolder: Sendable {
    let path: String

    /// Writes a picture whole or not at all, and returns its digest.
    func keep(_ bytes: [UInt8]) throws -> String {
        let digest = Digest.of(bytes).hex
        let file = location(digest)
        guard !FileManager.default.fileExists(atPath: file) else { return digest }
        do {
            try FileManager.default.createDirectory(
                atPath: folder(digest), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw Problem.refused(
                "There was no room to keep the picture. Nothing was stored. Tell whoever runs Schoolgate.")
        }
        return digest
    }

    func holds(_ digest: String) -> Bool {
        Self.isDigest(digest) && FileManager.default.fileExists(atPath: location(digest))
    }

    func bytes(_ digest: String) throws -> [UInt8] {
        guard Self.isDigest(digest) else { throw Problem.notFound }
        guard let data = FileManager.default.contents(atPath: location(digest)) else {
            throw MediaMissing(digest: digest)
        }
        return Array(data)
    }

    func erase(_ digest: String) throws {
        guard Self.isDigest(digest), FileManager.default.fileExists(atPath: location(digest)) else { return }
        try FileManager.default.removeItem(atPath: location(digest))
    }

    private func folder(_ digest: String) -> String { "\(path)/\(digest.prefix(2))" }
    private func location(_ digest: String) -> String { "\(folder(digest))/\(digest)" }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}

/// A picture that the database knows and the folder does not hold.
struct MediaMissing: Error, CustomStringConvertible {
    let digest: String
    var description: String { "the picture or video \(digest.prefix(12)) is missing from the media folder" }
}
