/// What the policy reaches: the people it binds, and personal use that touches the school.
public struct PolicyScope: Control {
    /// How far a policy reaches into what people write for themselves.
    public enum PersonalUse: String, ParameterWord, Comparable {
        case outside
        case affectingSchool = "where it affects the school"

        public static func < (a: PersonalUse, b: PersonalUse) -> Bool { a == .outside && b != .outside }
    }

    public static let name = "policy.scope"
    public static let kept = Kept.guidance
    public static let parameters: [Parameter<PolicyScope>] = [
        Parameter("personal-use", \.personalUse, tighter: .higher)
    ]

    public var personalUse = PersonalUse.affectingSchool

    public init() {}

    public var sentence: String {
        switch personalUse {
        case .outside: "The policy covers what is published for the school. Personal use is outside it."
        case .affectingSchool:
            "The policy covers what is published for the school, and personal use where it affects the school, at"
                + " any time, place or device. Personal use that does not affect the school is outside it, and"
                + " Schoolgate keeps none of it."
        }
    }
}
