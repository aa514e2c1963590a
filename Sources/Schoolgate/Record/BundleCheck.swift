public import Crypto
import Foundation

/// What an outsider finds in an exported record, with nothing but the file (N6).
public struct BundleReport: Sendable {
    /// Whose record it is.
    public let name: String
    public let madeAt: Instant
    /// The first and the last event in it; nil when it holds none.
    public let events: ClosedRange<Int64>?
    /// Details that are hidden or erased; their digests hold the chain together all the same.
    public let hiddenFields: Int
    /// The last event that a signed head vouches for, and when that head was signed.
    public let anchored: Int64?
    public let anchoredAt: Instant?
    /// The key that the file names, in hexadecimal digits.
    public let key: String
    public let problems: [String]

    public var isSound: Bool { problems.isEmpty }

    /// Checks a file; throws when it is no exported record.
    ///
    /// With `key`, the heads have to be signed by that key and not only by the one that the file itself names.
    public init(_ bytes: [UInt8], key expected: VerifyingKey? = nil) throws {
        guard let bundle = try? JSONDecoder().decode(RecordBundle.self, from: Data(bytes)) else {
            throw AuditProblem("This is no exported record. Download one as “Proof” from the page Record.")
        }
        guard bundle.format == RecordBundle.currentFormat else {
            throw AuditProblem(
                "This record is in the format “\(bundle.format.prefix(40))”, which this version of Schoolgate does not know."
            )
        }
        name = bundle.name
        madeAt = Instant(milliseconds: bundle.madeAt)
        let first = bundle.events.first?.number
        events = bundle.events.last.flatMap { last in first.flatMap { $0 <= last.number ? $0...last.number : nil } }
        hiddenFields = bundle.events.reduce(0) { $0 + $1.fields.count { $0.value == nil } }
        let head = bundle.heads.max { $0.number < $1.number }
        anchored = head?.number
        anchoredAt = head.map { Instant(milliseconds: $0.signedAt) }
        key = bundle.key
        var problems = bundle.problems()
        if let expected, expected.bytes.hex != bundle.key {
            problems.append(
                "The file is signed with another key than yours: it names \(bundle.key.prefix(16))…, and yours is \(expected.bytes.hex.prefix(16))…."
            )
        }
        self.problems = problems
    }
}

extension RecordBundle {
    /// What is wrong with it, checked by what it says itself; nothing when it proves itself.
    func problems() -> [String] {
        guard let key = [UInt8](hex: key).flatMap(VerifyingKey.init(bytes:)) else {
            return ["The key that the file names is no key."]
        }
        var problems: [String] = [], last = previous, digests: [Int64: String] = [:]
        if events.first?.number == 1, previous != Record.beginning {
            problems.append("Event 1 does not stand at the beginning of the chain.")
        }
        for (index, event) in events.enumerated() {
            if index > 0, event.number != events[index - 1].number + 1 {
                problems.append("After event \(events[index - 1].number) comes event \(event.number).")
            }
            let digest = EventDigest(
                chain: chain, number: event.number, at: event.at, actor: event.actor, verb: event.verb,
                object: event.object, objectID: event.objectID, clause: event.clause,
                fields: event.fields.map { ($0.name, $0.digest) }, previous: last
            ).hex
            if digest != event.digest {
                problems.append("Event \(event.number) was changed, or does not follow the one before it.")
            }
            for field in event.fields {
                guard let salt = field.salt, let value = field.value else { continue }
                if SealedField.digest(name: field.name, salt: salt, value: value) != field.digest {
                    problems.append("Event \(event.number): the detail “\(field.name)” was changed.")
                }
            }
            last = event.digest
            digests[event.number] = event.digest
        }
        for head in heads {
            if !head.isGenuine(key) {
                problems.append("The head at event \(head.number) is not signed with the file’s key.")
            } else if head.chain != chain || digests[head.number] != head.digest {
                problems.append("The head at event \(head.number) was signed over something else.")
            }
        }
        if let end = events.last?.number, !heads.contains(where: { $0.number == end }) {
            problems.append(
                "No signed head vouches for the last event, \(end): an end may have been cut off or put in.")
        }
        return problems
    }
}
