import Crypto
import Database

/// The record: hash chains of events that prove themselves.
enum Record {
    /// The digest before a chain's first event.
    static let beginning = String(repeating: "0", count: 64)

    /// Appends an event to its chain; call it inside the transaction that makes the change.
    static func write(_ event: Event, at now: Instant, in db: Connection) throws {
        let chain = event.chain.number
        let head = try db.first(
            "SELECT number, digest FROM chain_heads WHERE chain = \(chain)\(.forUpdate)",
            { (number: $0.int(0), digest: $0.text(1)) })
        let number = (head?.number ?? 0) + 1
        let fields = event.fields.sorted { $0.name < $1.name }.map { field in
            SealedField(name: field.name, salt: random(bytes: 16).hex, value: field.value)
        }
        let digest = EventDigest(
            chain: chain, number: number, at: now.milliseconds, actor: event.actor?.rawValue, verb: event.verb,
            object: event.object, objectID: event.objectID, clause: event.clause,
            fields: fields.map { ($0.name, $0.digest) }, previous: head?.digest ?? beginning
        ).hex
        try db.run(
            """
            INSERT INTO events (chain, number, at, actor_id, verb, object, object_id, clause, digest)
            VALUES (\(chain), \(number), \(now), \(event.actor), \(event.verb), \(event.object), \(event.objectID),
                \(event.clause), \(digest))
            """
        )
        for field in fields {
            try db.run(
                """
                INSERT INTO event_fields (chain, number, name, salt, value, digest)
                VALUES (\(chain), \(number), \(field.name), \(field.salt), \(field.value), \(field.digest))
                """
            )
        }
        if head == nil {
            try db.run("INSERT INTO chain_heads (chain, number, digest) VALUES (\(chain), \(number), \(digest))")
        } else {
            try db.run("UPDATE chain_heads SET number = \(number), digest = \(digest) WHERE chain = \(chain)")
        }
    }
}

/// A detail of an event, hidden behind a salt of its own so that a digest says nothing once salt and value are gone.
struct SealedField {
    let name: String
    let salt: String
    let value: String

    var digest: String { Self.digest(name: name, salt: salt, value: value) }

    static func digest(name: String, salt: String, value: String) -> String {
        var bytes: [UInt8] = []
        for part in [salt, name, value] { bytes.append(framing: part) }
        return Digest.of(bytes).hex
    }
}

/// What an event's digest covers: all of it, and the event before.
struct EventDigest {
    let hex: String

    init(
        chain: Int64, number: Int64, at: Int64, actor: Int64?, verb: String, object: String, objectID: Int64?,
        clause: String?, fields: [(name: String, digest: String)], previous: String
    ) {
        var bytes: [UInt8] = []
        let parts = [
            "schoolgate event 1", "\(chain)", "\(number)", "\(at)", actor.map(String.init) ?? "", verb, object,
            objectID.map(String.init) ?? "", clause ?? "", previous,
        ]
        for part in parts { bytes.append(framing: part) }
        for field in fields.sorted(by: { $0.name < $1.name }) {
            bytes.append(framing: field.name)
            bytes.append(framing: field.digest)
        }
        hex = Digest.of(bytes).hex
    }
}

extension [UInt8] {
    /// Writes the length before the text, so that no two lists of parts give the same bytes.
    fileprivate mutating func append(framing text: String) {
        let utf8 = Array(text.utf8)
        append(contentsOf: Array("\(utf8.count):".utf8))
        append(contentsOf: utf8)
    }
}
