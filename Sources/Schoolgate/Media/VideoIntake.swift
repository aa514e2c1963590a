import Database
import Imaging
import Web

extension PictureIntake {
    /// A still that stands for it, made as any picture is, and the video itself: sealed, until it goes out.
    static func takeVideo(_ bytes: [UInt8], _ viewer: Viewer, _ context: Context) async throws -> PostPicture {
        let order = VideoOrder(posters: [PictureSize(maxEdge: WorkingPicture.maxEdge), PictureSize()])
        let result = try await context.pictures.work(on: bytes, order)
        guard result.poster.pictures.count == 2, let video = result.video else { throw PictureProblem.damagedVideo }
        let still = result.poster.pictures[0], made = result.poster.pictures[1]
        var keys: [String] = []
        do {
            keys.append(try context.working.keep(still.bytes))
            keys.append(try context.working.keep(video.bytes))
            let kept = PostVideo(video, result.facts, key: keys[1])
            let now = context.now()
            let media = try await context.database.write { [keys] db in
                try WorkingPicture.keep(
                    keys[0], still, result.poster.facts, of: viewer.school.id, by: viewer.id, at: now, in: db)
                try kept.keep(with: keys[0], in: db)
                return try Media.keep(made, by: viewer.id, context, at: now, in: db)
            }
            var picture = PostPicture(
                media: media, alt: "", provenance: "", shown: [], workOf: [], notPupils: 0, isComplete: false)
            picture.working = keys[0]
            picture.isCounted = result.poster.facts.faces != nil
            picture.video = kept
            return picture
        } catch {
            for key in keys { try context.working.erase(key) }
            throw error
        }
    }
}
