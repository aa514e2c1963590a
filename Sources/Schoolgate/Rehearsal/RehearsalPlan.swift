import Crypto
import Database
import Gate
import Policy

/// What is compared with what: for each school, the policy in force and what would take its place.
struct RehearsalPlan: Sendable {
    struct Piece: Sendable {
        let school: School
        let comparison: Comparison
    }

    let pieces: [Piece]
    /// Schools whose policy cannot be read on top of the new text, with why.
    let unread: [String]
    let digest: String
    let against: String
    /// The changed control, in words.
    let change: String?

    /// For the posts this viewer may see, and no others.
    static func make(
        _ version: PolicyVersion, changing change: ChangedControl? = nil, for viewer: Viewer, in db: Connection
    ) throws -> RehearsalPlan {
        let schools = schools(of: version, for: viewer)
        guard !schools.isEmpty else {
            throw Problem.refused(
                "You may not see posts here, so there is nothing to rehearse over. Ask the head or a deputy to do it.")
        }
        guard let new = try PolicyVersion.read(version.source, file: "version \(version.number)", in: db).rulebook
        else { throw Problem.refused("This draft cannot be read yet. Put right what is listed below the text first.") }
        var pieces: [Piece] = [], unread: [String] = []
        for school in schools {
            guard let inForce = try PolicyVersion.inForce(at: school.id, in: db) else { continue }
            var next = new
            if version.school == nil, inForce.school != nil {
                let reading = PolicyVersion.read(
                    inForce.source, file: "version \(inForce.number)", trust: version.source)
                guard let own = reading.rulebook else {
                    unread.append("\(school.name): \(reading.errors.first?.message ?? "its policy cannot be read")")
                    continue
                }
                next = own
            }
            if let change { next = change.applied(to: next) }
            pieces.append(
                Piece(school: school, comparison: Comparison(from: try inForce.rulebook(in: db), to: next)))
        }
        guard !pieces.isEmpty || !unread.isEmpty else {
            throw Problem.refused("No policy is in force here yet, so there is nothing to compare with.")
        }
        return RehearsalPlan(
            pieces: pieces, unread: unread, digest: version.digest,
            against: try against(schools, in: db), change: change?.words)
    }

    /// The schools whose posts are read: those the text is for, as far as this viewer sees posts there.
    static func schools(of version: PolicyVersion, for viewer: Viewer) -> [School] {
        viewer.schools.filter { school in
            (version.school == nil || version.school == school.id)
                && viewer.holds(Right.seePosts.roles, at: school.id)
        }
    }

    /// The digest of everything that is in force at these schools.
    static func against(_ schools: [School], in db: Connection) throws -> String {
        var texts = [try PolicyVersion.inForceForTrust(in: db)?.digest ?? ""]
        for school in schools { texts.append(try PolicyVersion.inForce(at: school.id, in: db)?.digest ?? "") }
        return Digest.of(parts: texts.map { Array($0.utf8) }).hex
    }
}
