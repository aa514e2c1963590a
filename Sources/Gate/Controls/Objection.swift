public import Policy

/// Anyone who has asked not to be photographed or filmed.
public struct Objection: PostControl {
    public var onPicture = Severity.block
    public var onName = Severity.hold

    public init() {}

    public static let name = "posts.objection"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Objection>] = [
        Parameter("on-picture", \.onPicture, tighter: .higher, allowed: [.block]),
        Parameter("on-name", \.onName, tighter: .higher, allowed: Severity.forText),
    ]

    public var sentence: String {
        "A picture of a child who has objected, or for whom somebody has, is stopped until the objection is lifted. A post"
            + " with such a child's name \(onName.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.standingRemarks(
            .objected, onPicture: onPicture, onName: onName, because: "has an objection on record",
            lifting: "Only the consent register can lift an objection.")
    }
}
