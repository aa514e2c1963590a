import Database
import Gate
import Policy

/// What the composer knows beside the draft to help with its pictures.
struct PictureDesk: Sendable {
    /// What a line under a face says, and how it looks.
    struct Words: Sendable {
        enum Tone: String, Sendable { case ok, stop, blur, open }

        let tone: Tone
        let text: String
    }

    let room: PictureRoom
    /// By pupil: whether the child may be shown where this post goes.
    let consents: [Pupil.ID: Words]
    /// Pupils the author has shown lately, so that most are chosen and few are typed.
    let lately: [Pupil]
    /// The working pictures that this viewer may see.
    let seen: Set<String>
    let mayRecordObjections: Bool

    static func load(
        _ draft: Draft, of post: Post?, _ pupils: [Pupil], in gate: GateRoom, networks: [Network], _ viewer: Viewer,
        on day: Day, _ context: Context, in db: Connection
    ) throws -> PictureDesk {
        let room = try PictureRoom.load(draft.pictures, at: viewer.school.id, in: db)
        let seen = room.working.values.filter { !$0.isErased && $0.isSeen(by: viewer, of: post, gate.rulebook) }
        return PictureDesk(
            room: room,
            consents: Dictionary(
                uniqueKeysWithValues: pupils.map { ($0.id, Words(on: $0, in: gate, networks: networks, day, context)) }
            ),
            lately: draft.pictures.isEmpty ? [] : try lately(of: viewer, in: db), seen: Set(seen.map(\.key)),
            mayRecordObjections: viewer.may(.seeConsent))
    }

    private static func lately(of viewer: Viewer, in db: Connection) throws -> [Pupil] {
        try db.all(
            """
            SELECT \(Pupil.columns) FROM pupils JOIN (
                SELECT pupil_id, max(posts.id) AS newest FROM post_picture_pupils
                    JOIN post_pictures ON post_pictures.id = post_picture_pupils.picture_id
                    JOIN posts ON posts.id = post_pictures.post_id
                WHERE posts.school_id = \(viewer.school.id) AND posts.author_id = \(viewer.id)
                    AND post_picture_pupils.kind = 'shown'
                GROUP BY pupil_id) AS known ON known.pupil_id = pupils.id
            WHERE pupils.left_on IS NULL AND pupils.school_id = \(viewer.school.id)
            ORDER BY known.newest DESC, pupils.id LIMIT 8
            """, Pupil.init(row:))
    }
}

extension WorkingPicture {
    /// Whose business an unblurred picture is: those who write the post, and those who decide about it.
    func isSeen(by viewer: Viewer, of post: Post?, _ rulebook: Rulebook) -> Bool {
        if [addedBy, post?.author, post?.lastEditor].contains(viewer.id) { return true }
        let rule = ApprovalRule(rulebook).control
        let roles = rule.approvers + rule.exceptions.roles.values.flatMap { $0 }
        return viewer.holds(roles, at: viewer.school.id)
    }
}

extension PictureDesk.Words {
    /// Whether a child may be shown where the post goes, in a line.
    init(on pupil: Pupil, in room: GateRoom, networks: [Network], _ day: Day, _ context: Context) {
        let control = room.rulebook.rule(PupilImage.self)?.control ?? PupilImage()
        let first = pupil.preferredName ?? pupil.firstName
        guard let onRoll = room.roll.pupil(pupil.upn) else {
            self.init(tone: .stop, text: "\(first) is not on the roll any more. Blur this face.")
            return
        }
        switch room.consents.standing(of: pupil.upn, on: day) {
        case .doNotPublish?:
            self.init(tone: .stop, text: "\(first) is on the do-not-publish list. Blur this face.")
            return
        case .some:
            self.init(tone: .stop, text: "\(first) asked not to be in pictures. Blur this face.")
            return
        case nil: break
        }
        let required = control.guardians == .both ? onRoll.guardians.map(\.name) : []
        var given: [String] = [], missing: [String] = [], ends: [Day] = []
        for network in networks {
            let purpose = control.purpose(on: network)
            let state = room.consents.state(
                of: pupil.upn, for: purpose, on: network, day: day, model: control.model, required: required)
            if state == .inForce {
                if !given.contains(purpose.rawValue) { given.append(purpose.rawValue) }
                ends += room.consents.expiry(of: pupil.upn, for: purpose, on: network, day: day).map { [$0] } ?? []
            } else if !missing.contains(purpose.rawValue) {
                missing.append(purpose.rawValue)
            }
        }
        if !missing.isEmpty {
            self.init(
                tone: .stop, text: "No consent for \(missing.inWords("or")). Blur \(first), or ask the family.")
            return
        }
        let end = ends.min().map { ", until \(context.clock.plainDate(of: $0))" } ?? ""
        self.init(tone: .ok, text: "Consent for \(given.inWords())\(end)")
    }
}
