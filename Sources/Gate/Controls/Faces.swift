public import Policy

/// Every face in a picture is somebody's: a named pupil, not a pupil, or blurred.
public struct Faces: PostControl {
    public var onUnnamed = Severity.hold
    public var onMismatch = Severity.warn
    public var onUncounted = Level.warn

    public init() {}

    public static let name = "posts.faces"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Faces>] = [
        Parameter("on-unnamed", \.onUnnamed, tighter: .higher, allowed: Severity.forPictures),
        Parameter("on-mismatch", \.onMismatch, tighter: .higher, allowed: Severity.forText),
        Parameter("on-uncounted", \.onUncounted, tighter: .higher),
    ]

    public var sentence: String {
        "A post with a face that is neither named from the roll, marked “not a pupil” nor blurred \(onUnnamed.consequence);"
            + " with more names than faces it \(onMismatch.consequence), and with faces that nobody has counted it"
            + " \(onUncounted.consequence). A video counts as named when its author has said who can be recognised in it."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.post.images.enumerated().compactMap { index, image in
            if image.kind == .video { return video(image, index) }
            guard let faces = image.faces else {
                return onUncounted.severity.map {
                    Remark(
                        $0, image: index, "Nobody has counted the faces in picture \(index + 1).",
                        remedy: "Say how many faces it shows, and whose they are.")
                }
            }
            let known = Set(image.named).count + image.notPupils + image.blurred
            if faces > known {
                let missing = faces - known
                return Remark(
                    onUnnamed, image: index,
                    missing == 1
                        ? "One face in picture \(index + 1) is neither named, blurred nor marked “not a pupil”."
                        : "\(missing.inWords.capitalisedFirst) faces in picture \(index + 1) are neither named, blurred nor marked “not a pupil”.",
                    remedy: "Name each child from the roll, mark adults “not a pupil”, or blur the face.")
            }
            guard known > faces else { return nil }
            return Remark(
                onMismatch, image: index,
                "Picture \(index + 1) shows \(faces == 1 ? "one face" : "\(faces.inWords) faces"), but \(known.inWords) are accounted for.",
                remedy: "Check who is in the picture: a child may be named in the wrong one.")
        }
    }

    /// Nobody can draw boxes on what moves: its author's word stands for them, and one still picture against it.
    private func video(_ image: Image, _ index: Int) -> Remark? {
        guard let faces = image.faces else {
            return Remark(
                onUnnamed, image: index, "Nobody has said who can be recognised in \(image.called(index)).",
                remedy: "Watch it to its end, name each child who can be recognised, or say that nobody can be.")
        }
        let known = Set(image.named).count + image.notPupils + image.blurred
        guard faces > known else { return nil }
        return Remark(
            onUnnamed, image: index,
            "\(image.called(index).capitalisedFirst) shows at least \(faces == 1 ? "one face" : "\(faces.inWords) faces"), and \(known == 0 ? "nobody is" : known == 1 ? "one person is" : "\(known.inWords) people are") accounted for.",
            remedy: "Watch it once more: name each child who can be recognised, and count those who are no pupils.")
    }
}
