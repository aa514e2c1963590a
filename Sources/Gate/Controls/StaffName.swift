public import Policy

/// The full names of members of staff.
public struct StaffName: PostControl {
    public var fullName = Level.hint
    /// Whose names are public anyway.
    public var except: [Role] = ["headteacher", "chair"]

    public init() {}

    public static let name = "posts.staff-name"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<StaffName>] = [
        Parameter("full-name", \.fullName, tighter: .higher),
        Parameter("except", \.except, tighter: .fewer()),
    ]

    public var sentence: String {
        let exception = except.isEmpty ? "" : ", except that of the \(except.map(\.rawValue).inWords("or"))"
        return "A post with the full name of a member of staff\(exception), \(fullName.consequence);"
            + " a title with a surname may go out."
    }

    public func findings(in situation: Situation) -> [Remark] {
        guard let severity = fullName.severity else { return [] }
        return situation.remarks(on: .staff) { mention in
            let roles = mention.people.map { situation.roll.roll.staff[$0].role }
            guard !roles.allSatisfy(except.contains) else { return nil }
            return Remark(
                severity, at: mention.span, "This is the full name of a member of staff.",
                remedy:
                    "Write a title with the surname, such as “Mrs Patel”, unless they are happy with their full name.")
        }
    }
}
