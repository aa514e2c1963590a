public import Policy

/// Who is posting: a name or a team at the end.
public struct SignOff: PostControl {
    /// Names of teams that may sign, such as `The office team`; any signature will do when there are none.
    public var signatures: [String] = []
    public var onMissing = Severity.hint

    public init() {}

    public static let name = "posts.sign-off"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("signatures", \.signatures, tighter: .free),
            Parameter("on-missing", \.onMissing, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A post that does not say who is posting \(onMissing.consequence)."
            + (signatures.isEmpty ? "" : " It is signed by its author, or by \(signatures.inWords("or")).")
    }

    public func findings(in situation: Situation) -> [Remark] { [] }
}
