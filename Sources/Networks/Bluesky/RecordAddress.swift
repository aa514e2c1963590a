/// Where a record is: whose, in which collection, under which key.
struct RecordAddress: Equatable {
    let repo: String
    let collection: String
    let key: String

    var uri: String { "at://\(repo)/\(collection)/\(key)" }
    var id: RemoteID { RemoteID(rawValue: uri) }

    init(_ repo: String, _ collection: String, _ key: String) {
        self.repo = repo
        self.collection = collection
        self.key = key
    }

    /// Nil when it is not the address of a record: anything else could lead elsewhere.
    init?(_ uri: String) {
        guard uri.utf8.count <= 2_048, uri.hasPrefix("at://") else { return nil }
        let parts = uri.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        let allowed = parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && part.utf8.allSatisfy { $0.isLetterOrDigit || "-._:~%".utf8.contains($0) }
        }
        guard allowed else { return nil }
        self.init(parts[0], parts[1], parts[2])
    }
}

/// The key of a record, made from the key of what it stands for.
///
/// Bluesky asks that keys of posts look like moments. Publications have none that stays, so these lie in years
/// before Bluesky: they are no moment of anybody's post, and lists by key show what was posted by hand first.
enum RecordKey {
    static func made(from key: String) -> String {
        // FNV-1a, then mixed until every bit depends on every other.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        // Microseconds of 2000 to 2017 in the upper part, ten bits for the clock in the lower.
        let start: UInt64 = 946_684_800_000_000 << 10
        var rest = start + hash % (1 << 59)
        var text: [UInt8] = []
        let letters = Array("234567abcdefghijklmnopqrstuvwxyz".utf8)
        for _ in 0..<13 {
            text.append(letters[Int(rest & 31)])
            rest >>= 5
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }
}
