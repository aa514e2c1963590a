import Foundation
import Synchronization

/// A server of the AT protocol with one account, as strict as Bluesky's own: built from the published lexicons.
///
/// It also plays the directory of identifiers and the service that shows feeds and threads.
package final class StandInPDS: Sendable {
    /// How servers of different makers say no.
    package enum Dialect: Sendable, CaseIterable {
        case current
        /// Without the name `RecordNotFound`.
        case older
        /// Errors as plain text, a missing record as 404, bad tokens as 401.
        case plain
    }

    package let did = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
    package let handle = "hilltop.test"
    package let appPassword = "rjab-kq3v-7xmd-w2ph"
    let dialect: Dialect
    let state = Mutex(State())
    private let listener: Mutex<RawServer?> = Mutex(nil)

    struct State {
        var access: Set<String> = []
        var expired: Set<String> = []
        var refresh: Set<String> = []
        /// `collection/key` to the version and the record.
        var records: [String: (cid: String, json: [UInt8])] = [:]
        var blobs: [String: (type: String, bytes: [UInt8])] = [:]
        /// What other people wrote, by address.
        var others: [String: (cid: String, author: String, json: [UInt8])] = [:]
        var reports: [[UInt8]] = []
        var calls: [String] = []
        var count = 0
        var serviceEndpoint: String?
    }

    package init(_ dialect: Dialect = .current) throws {
        self.dialect = dialect
        let server = try RawServer { [weak self] client, _ in
            let bytes = client.readRequestBytes()
            guard let self, let request = HTTPRequest(bytes) else { return }
            self.answer(request).send(client)
        }
        listener.withLock { $0 = server }
    }

    package var port: Int { listener.withLock { $0?.port ?? 0 } }
    package var address: String { "http://127.0.0.1:\(port)" }
    /// The methods that were called, in order.
    package var calls: [String] { state.withLock { $0.calls } }
    /// The reports that moderators got.
    package var reports: [String] { state.withLock { $0.reports.map { String(decoding: $0, as: UTF8.self) } } }

    package func stop() { listener.withLock { $0?.stop() } }

    /// Makes every access token that was given run out; refresh tokens still work.
    package func expireAccess() { state.withLock { $0.expired.formUnion($0.access) } }

    /// Ends every session, as a password change does.
    package func endSessions() {
        state.withLock {
            $0.access = []
            $0.refresh = []
            $0.expired = []
        }
    }

    /// Where the account's document says that its records are; otherwise here.
    package func move(to endpoint: String) { state.withLock { $0.serviceEndpoint = endpoint } }

    package func record(_ collection: String, _ key: String) -> String? {
        state.withLock { $0.records["\(collection)/\(key)"].map { String(decoding: $0.json, as: UTF8.self) } }
    }

    package func count(of collection: String) -> Int {
        state.withLock { $0.records.keys.count { $0.hasPrefix("\(collection)/") } }
    }

    /// Somebody else writes a post, perhaps in answer to one; its address.
    package func write(
        _ text: String, by author: String = "did:plc:44ybard66vv44zksje25o7dz", under root: String? = nil
    )
        -> String
    {
        state.withLock { state in
            state.count += 1
            let uri = "at://\(author)/app.bsky.feed.post/\(StandInPDS.key(state.count))"
            var record: [String: Any] = [
                "$type": "app.bsky.feed.post", "text": text, "createdAt": StandInPDS.now(),
            ]
            if let root {
                let cid = state.cid(of: root, did) ?? "bafyreiunknown"
                record["reply"] = ["root": ["uri": root, "cid": cid], "parent": ["uri": root, "cid": cid]]
            }
            state.others[uri] = (StandInPDS.cid(Array(uri.utf8)), author, StandInPDS.bytes(record))
            return uri
        }
    }

    /// The account itself posts in the app.
    package func postNatively(_ text: String) -> String {
        state.withLock { state in
            state.count += 1
            let key = StandInPDS.key(state.count)
            let record: [String: Any] = [
                "$type": "app.bsky.feed.post", "text": text, "createdAt": StandInPDS.now(),
            ]
            let json = StandInPDS.bytes(record)
            state.records["app.bsky.feed.post/\(key)"] = (StandInPDS.cid(json), json)
            return "at://\(did)/app.bsky.feed.post/\(key)"
        }
    }

    static func now() -> String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return formatter.string(from: Date())
    }

    static func bytes(_ json: Any) -> [UInt8] {
        (try? JSONSerialization.data(withJSONObject: json, options: [.sortedKeys])).map { Array($0) } ?? []
    }

    static func object(_ bytes: [UInt8]) -> [String: Any] {
        ((try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]) ?? [:]
    }

    static func cid(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "bafyrei" + String(hash, radix: 32)
    }

    /// A key that looks like a moment of this year.
    static func key(_ count: Int) -> String {
        let digits = Array("234567abcdefghijklmnopqrstuvwxyz")
        var text = ""
        var rest = (1_781_774_000_000_000 + count) << 10
        for _ in 0..<13 {
            text = String(digits[rest & 31]) + text
            rest >>= 5
        }
        return text
    }
}

extension StandInPDS.State {
    func cid(of uri: String, _ did: String) -> String? {
        if let other = others[uri] { return other.cid }
        guard uri.hasPrefix("at://\(did)/") else { return nil }
        return records[String(uri.dropFirst("at://\(did)/".count))]?.cid
    }
}
