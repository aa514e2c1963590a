import Database
import Policy

/// Somebody's name under exactly one text (S2).
struct Signature: Sendable {
    let person: Person.ID
    let role: Role
    let name: String
    let signedAt: Instant

    static func of(_ version: PolicyVersion.ID, in db: Connection) throws -> [Signature] {
        try db.all(
            "SELECT person_id, role, name, signed_at FROM signatures WHERE version_id = \(version) ORDER BY id"
        ) {
            Signature(
                person: Person.ID($0.int(0)), role: Role(rawValue: $0.text(1)), name: $0.text(2),
                signedAt: Instant(milliseconds: $0.int(3)))
        }
    }
}

/// An annex of a version: supplied, waived with a reason, or missing.
struct Annex: Sendable {
    let name: String
    let text: String?
    let waivedReason: String?

    var isSettled: Bool { text != nil || waivedReason != nil }

    /// The annexes that the rulebook requires, in its order, and what has become of each (W31).
    static func required(by rulebook: Rulebook, of version: PolicyVersion.ID, in db: Connection) throws -> [Annex] {
        let required = rulebook.rule(PolicyAnnexes.self)?.control.required ?? []
        guard !required.isEmpty else { return [] }
        let known = try db.all("SELECT name, text, waived_reason FROM annexes WHERE version_id = \(version)") {
            Annex(name: $0.text(0), text: $0.textOrNil(1), waivedReason: $0.textOrNil(2))
        }
        return required.map { name in
            known.first { $0.name == name } ?? Annex(name: name, text: nil, waivedReason: nil)
        }
    }
}
