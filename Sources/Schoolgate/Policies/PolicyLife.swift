import Crypto
import Database
import Policy

/// What happens to a policy: drafted, sent to be signed, signed by everybody it names, in force, superseded.
extension PolicyVersion {
    /// The longest policy that is taken, as the reader's own limit.
    static let longestSource = 2_000_000

    /// Begins a new version of a school's policy, or of the trust's when `school` is nil.
    static func draft(
        _ source: String, of school: School.ID?, because reason: String, by person: Person.ID?, at now: Instant,
        in db: Connection
    ) throws -> ID {
        let known: Int64?
        if let school {
            known = try db.first("SELECT id FROM policies WHERE school_id = \(school)") { $0.int(0) }
        } else {
            known = try db.first("SELECT id FROM policies WHERE school_id IS NULL") { $0.int(0) }
        }
        let policy =
            try known
            ?? db.one(
                """
                INSERT INTO policies (school_id, name, created_at) VALUES (\(school), 'Social media policy', \(now))
                RETURNING id
                """
            ) { $0.int(0) }
        let number = try db.one(
            "SELECT coalesce(max(number), 0) + 1 FROM policy_versions WHERE policy_id = \(policy)"
        ) { $0.int(0) }
        let id = try db.one(
            """
            INSERT INTO policy_versions (policy_id, number, source, digest, state, drafted_by, created_at, updated_at, reason)
            VALUES (\(policy), \(number), \(source), \(digest(of: source)), 'draft', \(person), \(now), \(now), \(reason))
            RETURNING id
            """
        ) { ID($0.int(0)) }
        try record("drafted", id, of: school, by: person, fields: [("reason", reason)], at: now, in: db)
        return id
    }

    static func digest(of source: String) -> String { Digest.of(Array(source.utf8)).hex }

    /// Saves a draft as it is, whether or not it can be read yet.
    func save(_ source: String, at now: Instant, in db: Connection) throws {
        guard state == .draft else {
            throw Problem.conflict("Version \(number) is no draft any more. Begin a new one.")
        }
        guard source.utf8.count <= Self.longestSource else {
            throw Problem.refused("A policy may have 2 MB. This text is longer, and nothing was saved.")
        }
        try db.run(
            """
            UPDATE policy_versions SET source = \(source), digest = \(Self.digest(of: source)), updated_at = \(now)
            WHERE id = \(id) AND state = 'draft'
            """
        )
    }

    /// Sends a draft to be signed. Its text is settled from here on.
    func sendForSigning(
        effective day: Day, because reason: String, by person: Person.ID, today: Day, at now: Instant, in db: Connection
    ) throws {
        guard state == .draft else { throw Problem.conflict("Version \(number) is on its way already.") }
        guard day >= today else { throw Problem.refused("\(day) has passed. Choose today or later.") }
        let reading = try Self.read(source, file: "version \(number)", in: db)
        guard let rulebook = reading.rulebook, reading.errors.isEmpty else {
            throw Problem.refused("This draft cannot be read yet. Put right what is listed below the text first.")
        }
        let missing = try Annex.required(by: rulebook, of: id, in: db).filter { !$0.isSettled }
        guard missing.isEmpty else {
            throw Problem.refused(
                "An annex is missing: \(missing.map(\.name).joined(separator: ", ")). Add its text, or have it waived.")
        }
        let conflicts = try Self.conflicts(with: self, in: db)
        guard conflicts.isEmpty else {
            throw Problem.refused(
                "Under this text a school’s policy would be looser than the trust’s. "
                    + conflicts.map { "\($0.school): \($0.problem)" }.joined(separator: " "))
        }
        try db.run(
            """
            UPDATE policy_versions SET state = 'signing', effective_on = \(day), updated_at = \(now),
                reason = \(reason.isEmpty ? self.reason : reason) WHERE id = \(id)
            """
        )
        try Self.record(
            "sent for signing", id, of: school, by: person, fields: [("effective", "\(day)")], at: now, in: db)
    }

    /// The roles that have to sign, as the version itself says.
    static func signers(_ rulebook: Rulebook) -> [Role] {
        (rulebook.rule(PolicySignOff.self)?.control ?? PolicySignOff()).roles
    }

    /// Signs this text in one role. When every role has signed, the version waits for its day.
    func sign(
        as role: Role, typed name: String, digest seen: String, by viewer: Viewer, at now: Instant, today: Day,
        in db: Connection
    ) throws {
        guard state == .signing else { throw Problem.conflict("Version \(number) is not waiting for signatures.") }
        guard seen == digest else {
            throw Problem.conflict("The text changed after you opened it. Read it again first.")
        }
        let roles = Self.signers(try rulebook(in: db))
        guard roles.contains(role), canSign(role, viewer) else {
            throw Problem.forbidden("Only \(role.title.lowercased()) can give this signature.")
        }
        if let bar = viewer.links.bar { throw Problem.forbidden(bar) }
        guard name.lowercased() == viewer.person.name.lowercased() else {
            throw Problem.refused("Write your name as it stands here: \(viewer.person.name).")
        }
        let given = try Signature.of(id, in: db)
        if given.contains(where: { $0.person == viewer.id }) {
            throw Problem.refused("You have signed already. Every signature is a different person’s.")
        }
        if given.contains(where: { $0.role == role }) { throw Problem.conflict("Somebody has signed in this role.") }
        try db.run(
            """
            INSERT INTO signatures (version_id, person_id, role, name, digest, signed_at)
            VALUES (\(id), \(viewer.id), \(role.rawValue), \(viewer.person.name), \(digest), \(now))
            """
        )
        try Self.record(
            "signed", id, of: school, by: viewer.id, fields: [("role", role.rawValue), ("text", digest)], at: now,
            in: db)
        guard Set(roles).isSubset(of: Set(given.map(\.role) + [role])) else { return }
        try db.run("UPDATE policy_versions SET state = 'signed', updated_at = \(now) WHERE id = \(id)")
        if let day = effectiveOn, day <= today { try takeEffect(at: now, today: today, in: db) }
    }

    static func holders(of role: Role) -> [Role] { role == "governor" ? ["governor", "chair"] : [role] }

    /// A governor signs for the governors; anybody else in exactly the role the policy names.
    func canSign(_ role: Role, _ viewer: Viewer) -> Bool {
        let holders = Self.holders(of: role)
        guard let school else { return viewer.appointments.contains { $0.school == nil && holders.contains($0.role) } }
        return viewer.holds(holders, at: school)
    }

    /// The roles that somebody holds where this version is signed: for the whole trust, or at its school too.
    func heldRoles(on day: Day, in db: Connection) throws -> Set<Role> {
        let roles = try db.all(
            """
            SELECT DISTINCT appointments.role FROM appointments JOIN people ON people.id = appointments.person_id
            WHERE people.deactivated_at IS NULL AND since <= \(day) AND (until IS NULL OR until >= \(day))
                AND (appointments.school_id IS NULL OR appointments.school_id = \(school))
            """
        ) { Role(rawValue: $0.text(0)) }
        return Set(roles)
    }

    /// Puts a signed version in force and supersedes the one before, in one transaction.
    func takeEffect(at now: Instant, today: Day, in db: Connection) throws {
        let review = (try rulebook(in: db)).rule(PolicyReview.self)?.control.every ?? .yearly
        try db.run(
            """
            UPDATE policy_versions SET state = 'superseded', superseded_at = \(now), updated_at = \(now)
            WHERE policy_id = \(policy) AND state = 'in force'
            """
        )
        try db.run(
            """
            UPDATE policy_versions SET state = 'in force', took_effect_at = \(now), updated_at = \(now),
                review_due = \(today.adding(months: review.months)) WHERE id = \(id)
            """
        )
        try closeReviews(at: now, in: db)
        try Revision.policies.raise(in: db)
        try Self.record("put in force", id, of: school, by: nil, at: now, in: db)
    }

    /// Puts in force what is signed and whose day has come; the worker asks this every morning.
    static func takeEffectWhereDue(today: Day, at now: Instant, in db: Connection) throws {
        // A trust's version that a school has meanwhile become looser than waits; its page says for whom.
        for version in try due(today, in: db) where try conflicts(with: version, in: db).isEmpty {
            try version.takeEffect(at: now, today: today, in: db)
        }
    }

    /// The schools whose policy in force could no longer be read on top of this version of the trust's.
    static func conflicts(
        with version: PolicyVersion, in db: Connection
    ) throws -> [(school: String, problem: String)] {
        guard version.school == nil else { return [] }
        return try inForceOfSchools(in: db).compactMap { own in
            let errors = read(own.source, file: "version \(own.number)", trust: version.source).errors
            guard let first = errors.first, let id = own.school else { return nil }
            return (try School.find(id, in: db)?.name ?? "A school", "\(first)")
        }
    }

    /// Gives a draft, or a version nobody has put in force yet, up.
    func drop(by person: Person.ID, at now: Instant, in db: Connection) throws {
        guard state == .draft || state == .signing || state == .signed else {
            throw Problem.conflict("Version \(number) is \(state.rawValue) and stays.")
        }
        try db.run("UPDATE policy_versions SET state = 'dropped', updated_at = \(now) WHERE id = \(id)")
        try Self.record("dropped", id, of: school, by: person, at: now, in: db)
    }

    static func record(
        _ verb: String, _ id: ID, of school: School.ID?, by person: Person.ID?,
        fields: [(name: String, value: String)] = [], at now: Instant, in db: Connection
    ) throws {
        try Record.write(
            Event(
                verb, "policy version", id.rawValue, in: school.map { .school($0) } ?? .trust, by: person,
                fields: fields), at: now, in: db)
    }
}
