import Database
import Policy

/// Somebody's confirmation that they have read one version of the policy (M2).
struct Acknowledgement: Sendable {
    let person: Person.ID
    let version: PolicyVersion.ID
    let number: Int64
    let policy: Int64
    let signedAt: Instant

    /// Those of these people, newest version first; of everybody where nobody is named.
    static func all(of people: [Person.ID], in db: Connection) throws -> [Acknowledgement] {
        guard !people.isEmpty else { return [] }
        return try db.all(
            """
            SELECT person_id, version_id, number, policy_id, signed_at
            FROM acknowledgements JOIN policy_versions ON policy_versions.id = version_id
            WHERE person_id IN (\(list: people.map(\.rawValue))) ORDER BY signed_at DESC, acknowledgements.id DESC
            """
        ) {
            Acknowledgement(
                person: Person.ID($0.int(0)), version: PolicyVersion.ID($0.int(1)), number: $0.int(2),
                policy: $0.int(3), signedAt: Instant(milliseconds: $0.int(4)))
        }
    }
}

extension PolicyVersion {
    /// Keeps that somebody has read it; what they saw is what is in force.
    func acknowledge(
        typed name: String, digest seen: String, by person: Person, at now: Instant, in db: Connection
    ) throws {
        guard state == .inForce, seen == digest else {
            throw Problem.conflict("A new version has taken effect since you opened the page. Read that one.")
        }
        guard name.lowercased() == person.name.lowercased() else {
            throw Problem.refused("Write your name as it stands here: \(person.name).")
        }
        let isNew =
            try db.first(
                """
                INSERT INTO acknowledgements (person_id, version_id, name, digest, signed_at)
                VALUES (\(person.id), \(id), \(person.name), \(digest), \(now)) ON CONFLICT DO NOTHING RETURNING id
                """
            ) { $0.int(0) } != nil
        guard isNew else { return }
        try Self.record("confirmed having read", id, of: school, by: person.id, fields: [], at: now, in: db)
    }
}

/// What the policy in force asks of people who are to know it, and how each of them stands.
struct AcknowledgementRule: Sendable {
    enum Standing: Sendable, Equatable {
        /// They have confirmed it, or an earlier version that says the same.
        case confirmed(Instant)
        /// They confirmed an earlier version, and are asked again by this moment.
        case again(by: Instant)
        case never(by: Instant)

        var isConfirmed: Bool {
            if case .confirmed = self { true } else { false }
        }
    }

    let version: PolicyVersion
    let control: PolicyAcknowledgement
    /// Whether the policy asks for it; without that, only publishing does.
    let isAsked: Bool
    private let grace: Period
    private let school: School
    private let clock = WallClock.unitedKingdom
    /// The earlier versions that this one differs from in what people have to do.
    private let changed: Set<PolicyVersion.ID>

    init(_ school: School, _ room: GateRoom) {
        let rule = room.rulebook.rule(PolicyAcknowledgement.self)
        control = rule?.control ?? PolicyAcknowledgement()
        isAsked = rule != nil
        grace = room.rulebook.rule(AccountTraining.self)?.control.grace ?? control.within
        version = room.version
        changed = room.changed
        self.school = school
    }

    /// A clause in other words, or a rule that says something else, is a change to what people have to do.
    static func changes(
        to version: PolicyVersion, _ rulebook: Rulebook, in db: Connection
    ) throws -> Set<PolicyVersion.ID> {
        let now = text(of: rulebook)
        let earlier = try PolicyVersion.history(of: version.school, in: db).filter { earlier in
            earlier.number < version.number && earlier.state == .superseded
        }
        return Set(
            earlier.filter { earlier in
                guard let old = try? earlier.rulebook(in: db) else { return true }
                return text(of: old) != now
            }.map(\.id))
    }

    private static func text(of rulebook: Rulebook) -> [String] {
        rulebook.clauses.map { $0.id.rawValue + " " + $0.text } + rulebook.rules.map(\.control.sentence)
    }

    private func end(of period: Period) -> Instant {
        period.end(from: version.tookEffectAt ?? version.createdAt, clock, school.bankHolidays)
    }

    /// Until when an earlier confirmation counts for publishing.
    var graceEnds: Instant { end(of: grace) }

    func standing(of given: [Acknowledgement]) -> Standing {
        if let own = given.first(where: { $0.version == version.id }) { return .confirmed(own.signedAt) }
        guard let earlier = given.first(where: { $0.policy == version.policy && $0.number < version.number }) else {
            return .never(by: end(of: control.within))
        }
        switch control.renewal {
        case .never: return .confirmed(earlier.signedAt)
        case .materialChange where !changed.contains(earlier.version): return .confirmed(earlier.signedAt)
        default: return .again(by: end(of: control.within))
        }
    }

    /// Whether the policy asks people with these roles to confirm it.
    func asks(_ roles: some Sequence<Role>) -> Bool {
        guard isAsked else { return false }
        return roles.contains { role in
            let overseers: [Role] = ["governor", "chair"]
            return overseers.contains(role)
                ? control.groups.contains(.governors) || control.groups.contains(.directors)
                : control.groups.contains { $0 != .governors && $0 != .directors && $0 != .pupils && $0 != .parents }
        }
    }
}
