/// The version in force, where anybody can read it.
public struct PolicyPublic: Control {
    public static let name = "policy.public"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyPublic>] = [
        Parameter("pdf", \.hasPDF, tighter: .yes)
    ]

    public var hasPDF = true

    public init() {}

    public var sentence: String {
        "The version in force can be read by anybody without signing in, at an address that stays the same, as a"
            + " page made for parents\(hasPDF ? " and as a PDF" : ""). A draft is never shown there."
    }
}
