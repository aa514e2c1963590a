/// Whose text the policy builds on.
public struct PolicyOrigin: Control {
    public static let name = "policy.source"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PolicyOrigin>] = [
        Parameter("text", \.text, tighter: .free),
        Parameter("licence", \.licence, tighter: .free),
    ]

    public var text = ""
    public var licence = ""

    public init() {}

    public var sentence: String {
        guard !text.isEmpty || !licence.isEmpty else { return "No source is named." }
        let source = text.isEmpty ? "" : "names its source: \(text)"
        let terms = licence.isEmpty ? "" : "gives its licence: \(licence)"
        let both = [source, terms].filter { !$0.isEmpty }.inWords()
        return "The policy's page \(both)."
    }
}
