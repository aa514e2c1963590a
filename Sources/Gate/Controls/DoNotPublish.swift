public import Policy

/// The do-not-publish list: nobody overrides it in a post, it is lifted in the consent register.
public struct DoNotPublish: PostControl {
    public var onPicture = Severity.block
    public var onName = Severity.hold

    public init() {}

    public static let name = "posts.do-not-publish"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<DoNotPublish>] = [
        Parameter("on-picture", \.onPicture, tighter: .higher, allowed: [.block]),
        Parameter("on-name", \.onName, tighter: .higher, allowed: Severity.forText),
    ]

    public var sentence: String {
        "A picture of a child on the do-not-publish list is stopped, and nobody can override that in the post. A post with"
            + " such a child's name \(onName.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.standingRemarks(
            .doNotPublish, onPicture: onPicture, onName: onName, because: "is on the do-not-publish list",
            lifting: "Only the consent register can take a child off the list.")
    }
}

extension Situation {
    /// Remarks on children who stand in the register for every purpose, pictured or named.
    func standingRemarks(
        _ standing: ConsentRegister.State, onPicture: Severity, onName: Severity, because: String, lifting: String
    ) -> [Remark] {
        let day = post.date
        var remarks: [Remark] = []
        for (index, image) in post.images.enumerated() {
            for upn in image.named + image.workOf where consents.standing(of: upn, on: day) == standing {
                let name = roll.pupil(upn)?.calledName ?? "A child"
                let isPictured = image.named.contains(upn)
                remarks.append(
                    Remark(
                        isPictured ? onPicture : onName, image: index, face: image.boxes[upn],
                        "\(name) \(isPictured ? "is \(image.place(of: upn, in: index))" : "made what is in \(image.called(index))") and \(because).",
                        remedy: "\(image.hiding(upn)), or use another \(image.word). \(lifting)"))
            }
        }
        let named = self.remarks(on: .pupil) { mention in
            guard
                mention.people.contains(where: { consents.standing(of: roll.roll.pupils[$0].upn, on: day) == standing })
            else { return nil }
            return Remark(
                onName, at: mention.span, "This may be a child who \(because).",
                remedy: "Take out the name, and check that nothing else points to the child. \(lifting)")
        }
        return remarks + named
    }
}
