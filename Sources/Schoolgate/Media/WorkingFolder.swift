import Crypto
import Foundation

/// Pictures before anything is blurred, each sealed under a random name: what lies here is of no use without the keys,
/// is in no backup, and is never published.
struct WorkingFolder: Sendable {
    let path: String
    private let key: [UInt8]

    init(path: String, keys: Keys) {
        self.path = path
        key = keys.derived(for: "working pictures")
    }

    /// Seals a picture and returns its name.
    func keep(_ bytes: [UInt8]) throws -> String {
        let name = random(bytes: 32).hex
        let sealed = try Sealed.seal(bytes, key: key, context: name)
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(sealed).write(to: URL(fileURLWithPath: location(name)), options: .atomic)
        } catch {
            throw Problem.refused(
                "There was no room to keep the picture. Nothing was stored. Tell whoever runs Schoolgate.")
        }
        return name
    }

    /// Nil when it is gone, as after a restore from a backup.
    func bytes(_ name: String) throws -> [UInt8]? {
        guard Self.isName(name), let sealed = FileManager.default.contents(atPath: location(name)) else { return nil }
        return try Sealed.open(Array(sealed), key: key, context: name)
    }

    func erase(_ name: String) throws {
        guard Self.isName(name), FileManager.default.fileExists(atPath: location(name)) else { return }
        try FileManager.default.removeItem(atPath: location(name))
    }

    private func location(_ name: String) -> String { "\(path)/\(name)" }

    static func isName(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}

extension Context {
    var working: WorkingFolder { WorkingFolder(path: configuration.dataFolder + "/working", keys: keys) }
}
