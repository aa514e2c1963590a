import Database
import Gate
import Web

/// M16: a child on a picture who asks not to be in it, recorded with one press where the picture is.
enum PictureObjection {
    /// The value of the button.
    static func value(_ picture: Int, _ number: Int) -> String { "\(picture)-\(number)" }

    /// The same as under Consent, with the same effect: every picture of the child is stopped, wherever it is.
    ///
    /// After the draft is saved, in a transaction of its own, so that what the register says is never half known.
    static func record(_ form: Form, in post: Post.ID, _ viewer: Viewer, _ context: Context) async throws {
        guard let pressed = form["objection"] else { return }
        guard viewer.may(.seeConsent) else { throw Problem.notFound }
        try await context.database.write { db in
            guard let post = try Post.find(post, at: [viewer.school.id], in: db),
                let id = face(pressed, in: post)?.pupil,
                let pupil = try Pupil.find(id, at: viewer.school.id, in: db)
            else { return }
            try ConsentAnswer(
                pupil: pupil.id, purpose: nil, network: nil, decision: .objected, day: context.today, expiry: nil,
                givenBy: pupil.name
            ).record(by: viewer.id, context, in: db)
        }
    }

    private static func face(_ value: String, in post: Post) -> PictureFace? {
        let parts = value.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, post.pictures.indices.contains(parts[0]) else { return nil }
        return post.pictures[parts[0]].faces.first { $0.number == parts[1] }
    }
}
