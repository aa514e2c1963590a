public import Policy

/// Mentions of people by their handle.
public struct Tagging: PostControl {
    public var allow: [String] = []
    public var onTag = Severity.warn

    public init() {}

    public static let name = "posts.tagging"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("allow", \.allow, tighter: .fewer()),
            Parameter("on-tag", \.onTag, tighter: .higher, allowed: Severity.forText),
        ]
    }

    public var sentence: String {
        "A post that tags anyone but the school or a public body, such as a library or museum, \(onTag.consequence)."
            + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] {
        let allowed = Set(allow.map(Tagging.key))
        func isFine(_ name: String) -> Bool { situation.roll.details.handles.contains(name) || allowed.contains(name) }
        return situation.text.units.filter { $0.kind == .handle }.compactMap { unit in
            let handle = situation.text.string(unit.span)
            let key = Tagging.key(handle)
            let name = key.split(separator: "@", maxSplits: 1).first.map(String.init) ?? key
            guard let first = name.utf8.first, !Bytes.isDigit(first), !isFine(key), !isFine(name),
                !Tagging.bodies.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) })
            else { return nil }
            return Remark(
                onTag, at: unit.span, "\(handle) tags somebody, who will be told and can be found from the post.",
                remedy: "Leave the tag out, or ask them first. The school's own handle is always fine.")
        }
    }

    /// What public bodies call themselves.
    private static let bodies = [
        "library", "libraries", "museum", "museums", "gallery", "theatre", "council", "police", "fireservice",
        "firerescue", "university", "cathedral", "hospice", "foodbank", "nhs", "academy", "primaryschool", "highschool",
        "nationaltrust", "rspb", "rspca", "nspcc", "unicef", "oxfam", "barnardos", "bbc", "ofsted", "educationgovuk",
    ]

    static func key(_ handle: String) -> String {
        String(handle.drop { $0 == "@" }).lowercased()
    }
}
