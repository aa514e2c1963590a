import Database
import Imaging
import Web

/// Takes uploaded pictures in: made ready in the child process, kept under their digest, the upload forgotten.
enum PictureIntake {
    struct Taken: Sendable {
        var kept: [PostPicture] = []
        /// What is wrong with those that were not taken, in words for the writer.
        var problems: [String] = []
    }

    static func take(_ files: [UploadedFile], _ viewer: Viewer, _ context: Context) async throws -> Taken {
        var taken = Taken()
        for file in files.prefix(Draft.mostPictures) where !file.bytes.isEmpty {
            let name = String(file.filename.prefix(80))
            do {
                let picture = try await context.pictures.prepare(file.bytes)
                let digest = try context.media.keep(picture.bytes)
                let now = context.now()
                try await context.database.write { db in
                    try db.run(
                        """
                        INSERT INTO media (digest, content_type, width, height, byte_count, added_by, added_at)
                        VALUES (\(digest), \(picture.contentType), \(picture.width), \(picture.height),
                            \(picture.bytes.count), \(viewer.id), \(now))
                        ON CONFLICT (digest) DO NOTHING
                        """
                    )
                }
                taken.kept.append(
                    PostPicture(
                        media: digest, alt: "", provenance: "", shown: [], workOf: [], notPupils: 0, isComplete: false))
            } catch let problem as PictureProblem {
                taken.problems.append("\(name): \(problem.message)")
            }
        }
        return taken
    }
}
