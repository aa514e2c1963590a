/// Asking a colleague about a draft.
public struct PostSecondOpinion: Control {
    public static let name = "posts.second-opinion"
    public static let kept = Kept.workflow
    public static let parameters: [Parameter<PostSecondOpinion>] = [
        Parameter("from", \.from, tighter: .free, atLeast: 1),
        Parameter("before", \.before, allowing: "at least the rules that the policy it extends names there") {
            own, base in
            Set(own.before.names).isSuperset(of: base.before.names)
        },
    ]

    public var from: [Role] = ["teacher", "office", "senior-leader", "deputy", "headteacher"]
    /// The rules whose findings need a colleague's answer before the post is sent.
    public var before = ControlNames()

    public init() {}

    public var mentions: [String] { before.names }

    public var sentence: String {
        let required =
            before.names.isEmpty
            ? ""
            : " A post in which \(before.names.inWords("or")) finds something is sent only after a colleague has answered."
        return "Whoever writes a draft can ask \(from.inWords("or")) for a second opinion before submitting it."
            + required
            + " An opinion is advice: it approves nothing."
    }
}

/// Controls by name, written `[posts.topics, posts.opinion]`.
public struct ControlNames: ParameterValue {
    public let names: [String]

    public init(_ names: [String] = []) { self.names = names }

    public init(yaml: YAML) throws(ParameterProblem) {
        do { names = try [String](yaml: yaml) } catch {
            throw ParameterProblem(
                expected: Self.expectation, found: error.found, nearest: error.nearest, position: error.position)
        }
    }

    public static var expectation: String { "a list of controls, such as [posts.topics]" }
    public var shown: String { names.shown }
    public static var examples: [ControlNames] {
        [ControlNames(), ControlNames(["policy.review"]), ControlNames(["policy.review", "policy.owner"])]
    }
}
