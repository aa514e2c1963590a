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
    /// How many pictures or videos there must be; some networks take no post without one.
    public let leastMedia: Int
    /// Bytes of the largest picture.
    public let largestMedia: Int
    /// The largest video, in bytes; zero when it takes none.
    public let largestVideo: Int
    /// The longest video, in seconds; nil when only its size counts.
    public let longestVideo: Int?

    public init(
        _ supported: [Capability: Support], longestText: Int? = nil, mostMedia: Int = 0, largestMedia: Int = 0,
        largestVideo: Int = 0, longestVideo: Int? = nil, leastMedia: Int = 0
    ) {
        self.supported = supported
        self.longestText = longestText
        self.mostMedia = mostMedia
        self.leastMedia = leastMedia
        self.largestMedia = largestMedia
        self.largestVideo = largestVideo
        self.longestVideo = longestVideo
    }

    /// Why it takes no such video, said of the network by its name; nil when it does.
    public func refusal(ofVideo bytes: Int, seconds: Int?, _ name: String) -> String? {
        guard largestVideo > 0 else { return "\(name) takes no videos. Leave it out, or do not send it there." }
        if bytes > largestVideo {
            return "\(name) takes videos up to \(largestVideo / 1_048_576) MB. Cut it shorter, or save it smaller."
        }
        if let longestVideo, seconds.map({ $0 > longestVideo }) ?? true {
            return "\(name) takes videos up to \(longestVideo) seconds. Cut it shorter."
        }
        return nil
    }

    public subscript(capability: Capability) -> Support { supported[capability] ?? .no }
}
