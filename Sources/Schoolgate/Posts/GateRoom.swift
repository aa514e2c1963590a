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
    let version: PolicyVersion.ID
}

/// Keeps the made-ready roll, consents and rulebooks between requests.
final class GateRooms: Sendable {
    private struct Kept: Sendable {
        var roll: (revision: Int64, index: RollIndex)?
        var consents: (revision: Int64, register: ConsentRegister)?
        var rulebooks: [School.ID: (revision: Int64, version: PolicyVersion.ID, rulebook: Rulebook)] = [:]
    }

    private let kept = Mutex(Kept())

    /// The room of a school; nil as long as no policy of it is in force: nothing is posted without one.
    func room(of school: School.ID, in db: Connection) throws -> GateRoom? {
        let revisions = try Revision.numbers(in: db)
        let now = kept.withLock { $0 }
        let policies = revisions["policies"] ?? 0
        let rulebook: (revision: Int64, version: PolicyVersion.ID, rulebook: Rulebook)
        if let known = now.rulebooks[school], known.revision == policies {
            rulebook = known
        } else {
            guard let inForce = try PolicyVersion.inForce(at: school, in: db) else { return nil }
            rulebook = (policies, inForce.id, try inForce.rulebook(in: db))
            kept.withLock { $0.rulebooks[school] = rulebook }
        }
        return GateRoom(
            roll: try index(revisions["roll"] ?? 0, now.roll, in: db),
            consents: try register(revisions["consents"] ?? 0, now.consents, in: db), rulebook: rulebook.rulebook,
            version: rulebook.version)
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
