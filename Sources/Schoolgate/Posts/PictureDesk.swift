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
    /// The same for a video, which may need more, and in which nobody can be blurred.
    let videoConsents: [Pupil.ID: Words]
    /// The longest video that the policy lets through, in seconds; nil when it does not say.
    let longestVideo: Int?
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
        func words(inVideo: Bool) -> [Pupil.ID: Words] {
            Dictionary(
                uniqueKeysWithValues: pupils.map {
                    ($0.id, Words(on: $0, inVideo: inVideo, in: gate, networks: networks, day, context))
                })
        }
        return PictureDesk(
            room: room, consents: words(inVideo: false),
            videoConsents: draft.pictures.contains(where: \.isVideo) ? words(inVideo: true) : [:],
            longestVideo: gate.rulebook.rule(Video.self)?.control.longest,
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
    init(
        on pupil: Pupil, inVideo isVideo: Bool, in room: GateRoom, networks: [Network], _ day: Day, _ context: Context
    ) {
        let control = room.rulebook.rule(PupilImage.self)?.control ?? PupilImage()
        let first = pupil.preferredName ?? pupil.firstName
        let hiding = isVideo ? "Cut \(first) out, or use another video." : "Blur this face."
        guard let onRoll = room.roll.pupil(pupil.upn) else {
            self.init(tone: .stop, text: "\(first) is not on the roll any more. \(hiding)")
            return
        }
        switch room.consents.standing(of: pupil.upn, on: day) {
        case .doNotPublish?:
            self.init(tone: .stop, text: "\(first) is on the do-not-publish list. \(hiding)")
            return
        case .some:
            self.init(tone: .stop, text: "\(first) asked not to be in pictures. \(hiding)")
            return
        case nil: break
        }
        let required = control.guardians == .both ? onRoll.guardians.map(\.name) : []
        var given: [String] = [], missing: [String] = [], ends: [Day] = []
        for (network, purpose) in control.purposes(on: networks, isVideo: isVideo) {
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
                tone: .stop,
                text: isVideo
                    ? "No consent for \(missing.inWords("or")). \(hiding.dropLast()), or ask the family."
                    : "No consent for \(missing.inWords("or")). Blur \(first), or ask the family.")
            return
        }
        let end = ends.min().map { ", until \(context.clock.plainDate(of: $0))" } ?? ""
        self.init(tone: .ok, text: "Consent for \(given.inWords())\(end)")
    }
}

extension PupilImage {
    /// What a picture or video needs on each network it goes to.
    fileprivate func purposes(on networks: [Network], isVideo: Bool) -> [(network: Network, purpose: Purpose)] {
        networks.flatMap { network in
            let purpose = purpose(on: network)
            let also: [Purpose] = isVideo && video && purpose != .video ? [.video] : []
            return ([purpose] + also).map { (network, $0) }
        }
    }
}
