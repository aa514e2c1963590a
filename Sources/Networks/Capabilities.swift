/// Something that networks do, or do not.
public enum Capability: String, Sendable, CaseIterable {
    case publish, schedule, media
    case altText = "alt text"
    case edit, delete
    case readComments = "read comments"
    case reply, hide, remove, block, report, search
    case ownTimeline = "own timeline"
}

/// Whether an account's network does something.
public enum Support: Sendable, Equatable {
    case yes, no
    /// Only a person can, by this step.
    case byHand(String)
}

/// What a network does and how much it takes; whatever is not named is `no`.
public struct Capabilities: Sendable, Equatable {
    private let supported: [Capability: Support]
    /// The longest text, in characters; nil when there is no limit worth naming.
    public let longestText: Int?
    public let mostMedia: Int
    /// Bytes of the largest picture.
    public let largestMedia: Int

    public init(
        _ supported: [Capability: Support], longestText: Int? = nil, mostMedia: Int = 0, largestMedia: Int = 0
    ) {
        self.supported = supported
        self.longestText = longestText
        self.mostMedia = mostMedia
        self.largestMedia = largestMedia
    }

    public subscript(capability: Capability) -> Support { supported[capability] ?? .no }
}
