/// The annexes without which a version is not whole.
public struct PolicyAnnexes: Control {
    public static let name = "policy.annexes"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyAnnexes>] = [
        Parameter("required", \.required, tighter: .more()),
        Parameter("waived-by", \.waivedBy, tighter: .fewer()),
    ]

    public var required: [String] = []
    /// Who may let a version be signed without one; empty means nobody.
    public var waivedBy: [Role] = ["headteacher"]

    public init() {}

    public var sentence: String {
        guard !required.isEmpty else { return "No annexes are required." }
        let waiver =
            waivedBy.isEmpty
            ? "It cannot be waived." : "It can be waived, with a reason, by \(waivedBy.inWords("or"))."
        return "A version cannot be signed while an annex is missing: \(required.inWords()). \(waiver)"
    }
}
