/// How a published post is put right.
public struct PostCorrections: Control {
    public static let name = "posts.corrections"
    public static let kept = Kept.enforced
    public static let isBuilt = false
    public static let parameters: [Parameter<PostCorrections>] = [
        Parameter("reason", \.needsReason, tighter: .yes)
    ]

    public var needsReason = true

    public init() {}

    public var sentence: String {
        "A correction never overwrites: the original and every later version stay on the record, with who changed"
            + " them and when" + (needsReason ? ", and a correction cannot be saved without its reason." : ".")
    }
}
