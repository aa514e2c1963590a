/// Who confirms having read the policy, and by when.
public struct PolicyAcknowledgement: Control {
    /// When somebody who has confirmed once is asked again.
    public enum Renewal: String, ParameterWord, Comparable {
        case never
        case materialChange = "material change"
        case everyVersion = "every version"

        public static func < (a: Renewal, b: Renewal) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .never: 0
            case .materialChange: 1
            case .everyVersion: 2
            }
        }
    }

    public static let name = "policy.acknowledgement"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PolicyAcknowledgement>] = [
        Parameter("by", \.groups, tighter: .more(), atLeast: 1),
        Parameter("within", \.within, tighter: .shorter),
        Parameter("again-on", \.renewal, tighter: .higher),
    ]

    public var groups: [PolicyAudience.Group] = [.staff, .governors]
    public var within = Period(2, .week)
    public var renewal = Renewal.materialChange

    public init() {}

    public var sentence: String {
        let again =
            switch renewal {
            case .never: "They are asked once."
            case .materialChange: "They are asked again when a version changes a clause or a rule."
            case .everyVersion: "They are asked again for every version."
            }
        return "\(groups.map(\.rawValue).inWords().capitalisedFirst) confirm that they have read the policy within"
            + " \(within.inWords) of its taking effect. \(again) Who has not confirmed is listed for the headteacher"
            + " and the policy's owner."
    }
}
