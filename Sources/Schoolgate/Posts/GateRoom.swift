import Database
import Gate
import Policy
import Synchronization

/// What the gate needs to judge a post of one school: built once, and again only when something changed.
struct GateRoom: Sendable {
    let roll: RollIndex
    let consents: ConsentRegister
    let rulebook: Rulebook
    /// The version that is in force, for citing clauses.
    let version: PolicyVersion
    /// The earlier versions from which it differs in what people have to do.
    let changed: Set<PolicyVersion.ID>
}

/// Keeps the made-ready roll, consents and rulebooks between requests.
final class GateRooms: Sendable {
    private struct Kept: Sendable {
        var roll: (revision: Int64, index: RollIndex)?
        var consents: (revision: Int64, register: ConsentRegister)?
        var inForce: [School.ID: (revision: Int64, InForce)] = [:]
        var readings: [PolicyVersion.ID: (source: String, trust: String?, rulebook: Rulebook)] = [:]
        var unanswered: [School.ID: (roll: Int64, consents: Int64, count: Int)] = [:]
    }

    private struct InForce: Sendable {
        let version: PolicyVersion
        let rulebook: Rulebook
        let changed: Set<PolicyVersion.ID>
    }

    private let kept = Mutex(Kept())

    /// The room of a school; nil as long as no policy of it is in force: nothing is posted without one.
    func room(of school: School.ID, in db: Connection) throws -> GateRoom? {
        let revisions = try Revision.numbers(in: db)
        let now = kept.withLock { $0 }
        guard let inForce = try inForce(at: school, revisions["policies"] ?? 0, in: db) else { return nil }
        return GateRoom(
            roll: try index(revisions["roll"] ?? 0, now.roll, in: db),
            consents: try register(revisions["consents"] ?? 0, now.consents, in: db), rulebook: inForce.rulebook,
            version: inForce.version, changed: inForce.changed)
    }

    /// How many of a school's pupils have no answer in the register: counted again only after a change.
    func unanswered(at school: School.ID, in db: Connection) throws -> Int {
        let revisions = try Revision.numbers(in: db)
        let (roll, consents) = (revisions["roll"] ?? 0, revisions["consents"] ?? 0)
        if let known = kept.withLock({ $0.unanswered[school] }), known.roll == roll, known.consents == consents {
            return known.count
        }
        let count = try db.one(
            """
            SELECT count(*) FROM pupils WHERE school_id = \(school) AND left_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM consents WHERE consents.pupil_id = pupils.id)
            """
        ) { Int($0.int(0)) }
        kept.withLock { $0.unanswered[school] = (roll, consents, count) }
        return count
    }

    /// What a version becomes when it runs: read again only when its text or the trust's is another.
    func rulebook(of version: PolicyVersion, in db: Connection) throws -> Rulebook {
        let trust = try PolicyVersion.inForceForTrust(in: db)?.source
        if let known = kept.withLock({ $0.readings[version.id] }), known.source == version.source, known.trust == trust
        {
            return known.rulebook
        }
        let rulebook = try version.rulebook(in: db)
        kept.withLock { kept in
            if kept.readings.count >= 20 { kept.readings = [:] }
            kept.readings[version.id] = (version.source, trust, rulebook)
        }
        return rulebook
    }

    private func inForce(at school: School.ID, _ revision: Int64, in db: Connection) throws -> InForce? {
        if let (known, inForce) = kept.withLock({ $0.inForce[school] }), known == revision { return inForce }
        guard let version = try PolicyVersion.inForce(at: school, in: db) else { return nil }
        let rulebook = try version.rulebook(in: db)
        let inForce = InForce(
            version: version, rulebook: rulebook,
            changed: try AcknowledgementRule.changes(to: version, rulebook, in: db))
        kept.withLock { $0.inForce[school] = (revision, inForce) }
        return inForce
    }

    private func index(
        _ revision: Int64, _ known: (revision: Int64, index: RollIndex)?, in db: Connection
    ) throws -> RollIndex {
        if let known, known.revision == revision { return known.index }
        let index = RollIndex(try Roll.load(in: db))
        kept.withLock { $0.roll = (revision, index) }
        return index
    }

    private func register(
        _ revision: Int64, _ known: (revision: Int64, register: ConsentRegister)?, in db: Connection
    ) throws -> ConsentRegister {
        if let known, known.revision == revision { return known.register }
        let register = try ConsentRegister.load(in: db)
        kept.withLock { $0.consents = (revision, register) }
        return register
    }
}
