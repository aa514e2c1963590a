import Imaging

/// A box on a picture, and who it is. The program finds boxes; people say who it is.
struct PictureFace: Sendable, Hashable {
    enum Answer: Sendable, Hashable {
        /// Nobody has said yet.
        case open
        case pupil(Pupil.ID)
        case notPupil
        case blur
        /// The detector took something else for a face.
        case noFace
    }

    /// As it stands on the picture; it stays when another box goes.
    let number: Int
    /// In pixels of the working picture.
    var box: PixelBox
    /// Whether the detector found it; otherwise somebody drew it.
    let isFound: Bool
    var answer = Answer.open

    var pupil: Pupil.ID? { if case .pupil(let id) = answer { id } else { nil } }

    /// For the fingerprint: any change of it is a change of the post.
    var words: String {
        let who =
            switch answer {
            case .open: "open"
            case .pupil(let id): "pupil \(id.rawValue)"
            case .notPupil: "not a pupil"
            case .blur: "blur"
            case .noFace: "no face"
            }
        return "face \(number) \(box.text) \(who)"
    }

    /// The boxes a detector found, numbered as people read: row by row, from the left.
    static func numbered(_ boxes: [PixelBox]) -> [PictureFace] {
        let heights = boxes.map(\.height).sorted()
        guard let middle = heights.dropFirst(heights.count / 2).first, middle > 0 else { return [] }
        let row = { (box: PixelBox) in (box.y + box.height / 2) / (middle * 2) }
        return boxes.sorted { (row($0), $0.x, $0.y) < (row($1), $1.x, $1.y) }.enumerated().map {
            PictureFace(number: $0 + 1, box: $1, isFound: true)
        }
    }
}

extension PostPicture {
    /// The most boxes on one picture.
    static let mostFaces = 100

    /// What the program knows it by in forms: the same whatever is blurred.
    var key: String { working ?? media }

    /// The boxes that count: what is no face is kept only so that the detector's word is not asked again.
    var people: [PictureFace] { faces.filter { $0.answer != .noFace } }

    var open: [PictureFace] { faces.filter { $0.answer == .open } }

    /// Named pupils that no box shows, such as one who is seen from behind.
    var unboxed: [Pupil.ID] {
        let boxed = Set(faces.compactMap(\.pupil))
        return shown.filter { !boxed.contains($0) }
    }

    /// The places to blur, in a form that can be compared.
    var places: String { faces.filter { $0.answer == .blur }.map(\.box.text).sorted().joined(separator: ";") }

    /// Whether the picture that would go out has lost exactly the pixels it should.
    var isMade: Bool { places == blurred }
}
