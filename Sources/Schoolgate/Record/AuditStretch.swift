import Crypto
import Database

/// A stretch of one chain, read as bytes: what is only hashed and compared never becomes a text.
struct AuditStretch {
    struct Event {
        let number: Int64
        /// Whether its digest is that of what is stored, and of the event before.
        let isWhole: Bool
        /// Its digest as stored, in `bytes`.
        fileprivate let digest: Range<Int>
        /// Its details, in `fields`.
        let fields: Range<Int>
    }

    struct Field {
        enum State { case whole, changed, erased, half }

        fileprivate let event: Int64
        let state: State
        fileprivate let name: Range<Int>
        /// Its name and digest as the event's digest covers them.
        fileprivate let framed: Range<Int>
    }

    private static let length: Int64 = 2_000

    private let chain: Int64
    /// Everything up to this number has been read.
    private var covered: Int64 = 0
    private(set) var events: [Event] = []
    private(set) var fields: [Field] = []
    private(set) var digests = 0
    private(set) var digestedBytes = 0
    private var bytes: [UInt8] = []
    private var message: [UInt8] = []
    private var computed: [UInt8] = []
    private var previous = Array(Record.beginning.utf8)

    init(of chain: Int64) { self.chain = chain }

    /// The digest of the last event, as stored.
    var lastDigest: String { String(decoding: previous, as: UTF8.self) }

    func digest(of event: Event) -> String { String(decoding: bytes[event.digest], as: UTF8.self) }

    func name(of field: Field) -> String { String(decoding: bytes[field.name], as: UTF8.self) }

    /// Reads the next events and checks them; answers false when there are no more.
    mutating func readNext(in db: Connection) throws -> Bool {
        let start = covered
        guard
            let first = try db.first(
                "SELECT number FROM events WHERE chain = \(chain) AND number > \(start) ORDER BY number LIMIT 1",
                { $0.int(0) })
        else { return false }
        covered = first > .max - Self.length ? .max : first + Self.length - 1
        events.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        let end = covered
        try db.each(
            """
            SELECT number, name, salt, value, digest FROM event_fields
            WHERE chain = \(chain) AND number >= \(first) AND number <= \(end) ORDER BY number, name
            """
        ) { addField($0) }
        var next = 0
        try db.each(
            """
            SELECT number, at, actor_id, verb, object, object_id, clause, digest FROM events
            WHERE chain = \(chain) AND number >= \(first) AND number <= \(end) ORDER BY number
            """
        ) { addEvent($0, &next) }
        return true
    }

    private mutating func addField(_ row: borrowing Row) {
        let start = bytes.count
        bytes.append(decimal: Int64(row.byteCount(1)))
        bytes.append(UInt8(ascii: ":"))
        let name = bytes.count
        row.append(text: 1, to: &bytes)
        let nameEnd = bytes.count
        bytes.append(framing: row, 4)
        let digest = bytes.count - row.byteCount(4)
        let state: Field.State
        switch (row.isNull(2), row.isNull(3)) {
        case (true, true): state = .erased
        case (false, false):
            message.removeAll(keepingCapacity: true)
            message.append(framing: row, 2)
            message.append(framing: row, 1)
            message.append(framing: row, 3)
            compute()
            state = isComputed(digest..<bytes.count) ? .whole : .changed
        default: state = .half
        }
        fields.append(
            Field(event: row.int(0), state: state, name: name..<nameEnd, framed: start..<bytes.count))
    }

    private mutating func addEvent(_ row: borrowing Row, _ next: inout Int) {
        let number = row.int(0)
        while next < fields.count, fields[next].event < number { next += 1 }
        let first = next
        while next < fields.count, fields[next].event == number { next += 1 }
        message.removeAll(keepingCapacity: true)
        message.append(contentsOf: "18:schoolgate event 1".utf8)
        message.append(framing: chain)
        message.append(framing: number)
        message.append(framing: row.int(1))
        message.append(framing: row.intOrNil(2))
        message.append(framing: row, 3)
        message.append(framing: row, 4)
        message.append(framing: row.intOrNil(5))
        message.append(framing: row, 6)
        message.append(decimal: Int64(previous.count))
        message.append(UInt8(ascii: ":"))
        message.append(contentsOf: previous)
        appendFields(first..<next)
        compute()
        let start = bytes.count
        row.append(text: 7, to: &bytes)
        let digest = start..<bytes.count
        let isWhole = isComputed(digest)
        previous.removeAll(keepingCapacity: true)
        previous.append(contentsOf: bytes[digest])
        events.append(Event(number: number, isWhole: isWhole, digest: digest, fields: first..<next))
    }

    /// By the bytes of their names, whatever order the database has for texts.
    private mutating func appendFields(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        func precedes(_ one: Int, _ other: Int) -> Bool {
            bytes[fields[one].name].lexicographicallyPrecedes(bytes[fields[other].name])
        }
        let last = range.upperBound - 1
        if (range.lowerBound..<last).allSatisfy({ precedes($0, $0 + 1) }) {
            // They stand one behind the other.
            let start = fields[range.lowerBound].framed.lowerBound, end = fields[last].framed.upperBound
            message.append(contentsOf: bytes[start..<end])
        } else {
            for index in range.sorted(by: precedes) { message.append(contentsOf: bytes[fields[index].framed]) }
        }
    }

    private func isComputed(_ stored: Range<Int>) -> Bool {
        guard stored.count == computed.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            computed.withUnsafeBufferPointer { computed in
                computed.indices.allSatisfy { computed[$0] == bytes[stored.lowerBound + $0] }
            }
        }
    }

    private mutating func compute() {
        digests += 1
        digestedBytes += message.count
        computed.removeAll(keepingCapacity: true)
        Digest.append(hexOf: message, to: &computed)
    }
}

extension [UInt8] {
    fileprivate mutating func append(framing row: borrowing Row, _ column: Int) {
        append(decimal: Int64(row.byteCount(column)))
        append(UInt8(ascii: ":"))
        row.append(text: column, to: &self)
    }

    /// A number as text, with its length before it; of none, the empty text.
    fileprivate mutating func append(framing number: Int64?) {
        guard let number else { return append(contentsOf: "0:".utf8) }
        var rest = number.magnitude
        var count: Int64 = number < 0 ? 2 : 1
        while rest > 9 {
            rest /= 10
            count += 1
        }
        append(decimal: count)
        append(UInt8(ascii: ":"))
        append(decimal: number)
    }

    fileprivate mutating func append(decimal number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var unit: UInt64 = 1
        while number.magnitude / unit > 9 { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / unit % 10))
            unit /= 10
        }
    }
}
