import Database
import Imaging
import Web

/// Takes uploaded pictures and videos in: made ready in the child process, kept, the upload forgotten.
enum PictureIntake {
    struct Taken: Sendable {
        var kept: [PostPicture] = []
        /// What is wrong with those that were not taken, in words for the writer.
        var problems: [String] = []
    }

    static func take(_ files: [UploadedFile], _ viewer: Viewer, _ context: Context) async throws -> Taken {
        var taken = Taken()
        for file in files.prefix(Draft.mostPictures) where !file.bytes.isEmpty {
            do {
                let isVideo = VideoKind(file.bytes) != nil
                taken.kept.append(
                    isVideo
                        ? try await takeVideo(file.bytes, viewer, context)
                        : try await take(file.bytes, viewer, context))
            } catch let problem as PictureProblem {
                taken.problems.append("\(file.filename.prefix(80)): \(problem.message)")
            }
        }
        return taken
    }

    /// Two sizes at once: the one that is worked on, sealed, and the one that would go out if nobody has to be blurred.
    private static func take(_ bytes: [UInt8], _ viewer: Viewer, _ context: Context) async throws -> PostPicture {
        let order = PictureOrder(sizes: [PictureSize(maxEdge: WorkingPicture.maxEdge), PictureSize()])
        let result = try await context.pictures.work(on: bytes, order)
        guard result.pictures.count == 2 else { throw PictureProblem.damaged }
        let working = result.pictures[0], made = result.pictures[1]
        let found = result.facts.faces?.compactMap { $0.box.scaled(from: result.facts.width, to: working) } ?? []
        guard found.count <= PostPicture.mostFaces else {
            throw PictureProblem(
                "It shows \(found.count) faces, and up to \(PostPicture.mostFaces) can be named. Cut it into parts, or choose another."
            )
        }
        let key = try context.working.keep(working.bytes)
        let now = context.now()
        do {
            let media = try await context.database.write { db in
                try WorkingPicture.keep(
                    key, working, result.facts, of: viewer.school.id, by: viewer.id, at: now, in: db)
                return try Media.keep(made, by: viewer.id, context, at: now, in: db)
            }
            var picture = PostPicture(
                media: media, alt: "", provenance: "", shown: [], workOf: [], notPupils: 0, isComplete: false)
            picture.working = key
            picture.faces = PictureFace.numbered(found)
            picture.isCounted = result.facts.faces != nil
            return picture
        } catch {
            try context.working.erase(key)
            throw error
        }
    }
}

extension PixelBox {
    /// The same place on a smaller copy of the picture; nil when nothing is left of it.
    fileprivate func scaled(from width: Int, to copy: PreparedPicture) -> PixelBox? {
        let scale = Double(copy.width) / Double(max(1, width))
        return PixelBox(
            x: Int(Double(x) * scale), y: Int(Double(y) * scale),
            width: Int((Double(self.width) * scale).rounded(.up)), height: Int((Double(height) * scale).rounded(.up))
        ).within(width: copy.width, height: copy.height)
    }

    /// What of it lies on a picture of this size; nil when that is nothing.
    func within(width: Int, height: Int) -> PixelBox? {
        let left = max(0, min(x, width)), top = max(0, min(y, height))
        let right = max(0, min(x + self.width, width)), bottom = max(0, min(y + self.height, height))
        guard right > left, bottom > top else { return nil }
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}
