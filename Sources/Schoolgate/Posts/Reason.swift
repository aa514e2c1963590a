import Database
import Gate
import Web

/// Why a post goes back or comes down, as somebody typed it: others read it long after, so no child's name belongs there.
struct Reason: Sendable {
    enum Place: Sendable { case removal, decision, correction }

    /// What the writer ticks when the word is no child's name after all.
    static let kept = "names-nobody"

    let place: Place
    let text: String
    /// What else stood in the form.
    let form: Form

    var warning: String {
        "Write the reason without the child’s name: it is kept, and people read it who do not see the register."
    }

    /// The reason to show again when it names a child of the school; nil when it may be kept.
    static func toWarnOf(
        _ place: Place, _ field: String, _ request: Request, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> Reason? {
        let text = request.form[field] ?? ""
        guard request.form[kept] == nil, !text.isEmpty,
            let room = try context.rooms.room(of: viewer.school.id, in: db)
        else { return nil }
        let mentions = room.roll.mentions(in: AnalysedText(String(text.prefix(2_000))), school: viewer.school.code)
        guard mentions.contains(where: { $0.kind == .pupil }) else { return nil }
        return Reason(place: place, text: text, form: request.form)
    }
}

extension Viewer {
    /// Reasons may say more of a child than the post: they are for those who see the register, and for its author.
    func seesReasons(of post: Post) -> Bool { may(.seeConsent) || id == post.author || id == post.lastEditor }
}
