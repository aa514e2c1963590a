extension Bluesky {
    /// What may change at Bluesky without Schoolgate changing: addresses, services and limits.
    public struct Settings: Sendable, Equatable {
        /// Where documents of `did:plc` identifiers are kept.
        public var directory = "https://plc.directory"
        /// A server that knows the handles of everybody.
        public var resolver = "https://public.api.bsky.app"
        /// Where people read posts.
        public var website = "https://bsky.app"
        /// The service that shows feeds and threads, to which an account's own server passes such requests on.
        public var appView = "did:web:api.bsky.app#bsky_appview"
        /// The service that reads reports.
        public var moderation = "did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler"
        public var longestText = 300
        public var mostTextBytes = 3_000
        public var mostPictures = 4
        public var largestPicture = 2_000_000
        public var mostHiddenReplies = 300
        public var languages = ["en"]
        public var reasons: [Report.Reason: String] = [
            .childSafety: "tools.ozone.report.defs#reasonChildSafetyOther",
            .harassment: "tools.ozone.report.defs#reasonHarassmentOther",
            .impersonation: "tools.ozone.report.defs#reasonMisleadingImpersonation",
            .privacy: "tools.ozone.report.defs#reasonHarassmentDoxxing",
            .spam: "tools.ozone.report.defs#reasonMisleadingSpam",
            .illegal: "tools.ozone.report.defs#reasonRuleOther",
            .other: "com.atproto.moderation.defs#reasonOther",
        ]
        /// Hosts in the school's own network that the operator named.
        public var ownNetworkHosts: Set<String> = []

        public init() {}

        /// How far a request to this address may reach; nil when it may not be asked at all.
        func reach(_ address: Address) -> Outgoing.Reach? {
            if ownNetworkHosts.contains(address.host) { return .ownHost(address.host) }
            return address.scheme == "https" ? .internet : nil
        }
    }
}
