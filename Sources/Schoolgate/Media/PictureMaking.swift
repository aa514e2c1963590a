import Crypto
import Database
import Imaging
import Web

/// Makes the pictures that go out anew whenever somebody is to be blurred, or no longer to be.
struct PictureMaking: Sendable {
    private struct Made: Sendable {
        let key: String
        let places: String
        let picture: PreparedPicture
    }

    private var made: [Made] = []
    private var problems: [String: String] = [:]

    /// Works on those pictures of a form whose blurred places are not the ones they were made without.
    ///
    /// Outside of any transaction: it takes a while.
    static func prepare(
        _ form: Form, of post: Post.ID?, _ viewer: Viewer, _ context: Context
    ) async throws -> PictureMaking {
        var making = PictureMaking()
        guard let post else { return making }
        let waiting = try await context.database.read { db -> [PostPicture] in
            guard let room = try context.rooms.room(of: viewer.school.id, in: db) else { return [] }
            let read = try ComposerForm.read(
                form, of: post, by: viewer.id, at: viewer.school, room: room, context, in: db)
            return read.draft.pictures.filter { !$0.isMade }
        }
        for picture in waiting {
            do {
                guard let bytes = try context.working.bytes(picture.key) else { throw Self.gone }
                let boxes = picture.faces.filter { $0.answer == .blur }.map(\.box)
                making.made.append(
                    Made(
                        key: picture.key, places: picture.places,
                        picture: try await context.pictures.prepare(bytes, blurred: boxes)))
            } catch let problem as PictureProblem {
                making.problems[picture.key] = problem.message
            }
        }
        return making
    }

    /// Puts what was made in the place of what was there, in the transaction that saves the post.
    func apply(
        to form: inout ComposerForm, by person: Person.ID, _ context: Context, at now: Instant, in db: Connection
    )
        throws
    {
        for index in form.draft.pictures.indices where !form.draft.pictures[index].isMade {
            let picture = form.draft.pictures[index]
            if let made = made.first(where: { $0.key == picture.key && $0.places == picture.places }) {
                form.draft.pictures[index].media = try Media.keep(made.picture, by: person, context, at: now, in: db)
                form.draft.pictures[index].blurred = made.places
            } else {
                form.errors.add(
                    "rest-\(index)",
                    problems[picture.key] ?? "Picture \(index + 1) could not be blurred just now. Save it once more.")
            }
        }
    }

    /// Deletes what was made, if it became no part of a post after all.
    func takeBack(_ context: Context) async throws {
        try await Media.eraseUnknown(made.map { Digest.of($0.picture.bytes).hex }, context)
    }

    private static let gone = PictureProblem(
        "This picture is not kept any more as it was, so nothing in it can be blurred or shown again. Take it out and add it anew."
    )
}
