public import Policy

/// The full names of parents and carers.
public struct GuardianName: PostControl {
    public var fullName = Level.hold

    public init() {}

    public static let name = "posts.guardian-name"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<GuardianName>] = [
        Parameter("full-name", \.fullName, tighter: .higher)
    ]

    public var sentence: String { "A post with the full name of a parent or carer \(fullName.consequence)." }

    public func findings(in situation: Situation) -> [Remark] {
        guard let severity = fullName.severity else { return [] }
        return situation.remarks(on: .guardian) { mention in
            Remark(
                severity, at: mention.span, "This is the full name of a parent or carer on the roll.",
                remedy: "Write “a parent”, or a title with the surname, such as “Mrs Patel”, once they have agreed.")
        }
    }
}

extension Situation {
    /// Remarks on people of one kind, in the text and in the pictures' descriptions.
    func remarks(on kind: Mention.Kind, _ remark: (Mention) -> Remark?) -> [Remark] {
        var remarks = mentions.filter { $0.kind == kind }.compactMap(remark)
        for (image, mentions) in altMentions.enumerated() {
            for mention in mentions where mention.kind == kind {
                guard var found = remark(mention) else { continue }
                found.span = nil
                found.image = image
                found.reason = "The description of the picture gives a name. \(found.reason)"
                remarks.append(found)
            }
        }
        return remarks
    }
}
