/// How a published post is put right.
public struct PostCorrections: Control {
    public static let name = "posts.corrections"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PostCorrections>] = [
        Parameter("reason", \.needsReason, tighter: .yes)
    ]

    public var needsReason = true

    public init() {}

    public var sentence: String {
        "A correction never overwrites: it is a post of its own, which takes the original's place once it is out. Both"
            + " stay, with who corrected, when and why"
            + (needsReason ? ", and a correction cannot be begun without its reason." : ".")
    }
}
