extension YouTube {
    /// What may change at YouTube without Schoolgate changing.
    public struct Settings: Sendable, Equatable {
        public var api = "https://www.googleapis.com"
        public var version = "v3"
        public var website = "https://www.youtube.com"
        /// Where videos may be sent, with everything under it.
        public var uploadHost = "googleapis.com"
        public var longestTitle = 100
        /// Bytes.
        public var longestDescription = 5_000
        /// As much as goes from here; YouTube itself takes more.
        public var largestVideo = 512 * 1_048_576
        /// Bytes that are sent at once: a multiple of 262,144.
        public var chunk = 8 * 1_048_576
        /// How often a session is asked how far it is before it is given up.
        public var mostResumes = 5
        public var between = Duration.seconds(2)
        /// YouTube's number of what videos are about: 27 is education.
        public var category = "27"
        /// Whether the channel's videos are made for children, which the school declares by law; such videos take no comments.
        public var isMadeForKids = false
        /// How many pages of a list are looked through for one video.
        public var mostPages = 5
        public var quota = Quota()

        public init() {}

        func reach(mayBeInOwnNetwork: Bool) -> Outgoing.Reach? {
            guard let address = Address(api) else { return nil }
            if mayBeInOwnNetwork { return .ownHost(address.host) }
            return address.scheme == "https" ? .internet : nil
        }
    }

    /// What a day allows, and what each thing costs of it. It is Google's to count; this is for telling people.
    public struct Quota: Sendable, Equatable {
        public var units = 10_000
        public var read = 1
        public var write = 50
        /// Counted by themselves.
        public var uploads = 100
        public var searches = 100

        public init() {}

        /// How often this can be done in a day if nothing else is.
        public func times(_ action: QuotaAction) -> Int {
            switch action {
            case .upload: uploads
            case .search: searches
            case .read: units / max(1, read)
            case .edit, .delete, .reply, .moderate: units / max(1, write)
            }
        }
    }

    /// Something that YouTube counts.
    public enum QuotaAction: String, Sendable, CaseIterable {
        case upload, search, read, edit, delete, reply, moderate
    }
}
