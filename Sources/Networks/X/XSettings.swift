extension X {
    /// What may change at X without Schoolgate changing: addresses, limits and prices.
    public struct Settings: Sendable, Equatable {
        public var api = "https://api.x.com"
        /// The version of the interface, as it stands in its addresses.
        public var version = "2"
        public var website = "https://x.com"
        public var longestText = 280
        /// What every link counts as.
        public var linkLength = 23
        public var longestAlt = 1_000
        public var mostPictures = 4
        public var largestPicture = 5 * 1_048_576
        public var largestGIF = 15 * 1_048_576
        public var largestVideo = 512 * 1_048_576
        /// Bytes of a picture or video that are sent at once.
        public var segment = 1_048_576
        /// How long X may take to make a video ready.
        public var mostProcessing = Duration.seconds(300)
        public var longestQuery = 512
        public var prices = Prices()

        public init() {}

        func reach(mayBeInOwnNetwork: Bool) -> Outgoing.Reach? {
            guard let address = Address(api) else { return nil }
            if mayBeInOwnNetwork { return .ownHost(address.host) }
            return address.scheme == "https" ? .internet : nil
        }
    }

    /// What X charges; there is no use without charge.
    public struct Prices: Sendable, Equatable {
        public var post = Cost(thousandths: 15)
        public var postWithLink = Cost(thousandths: 200)
        public var read = Cost(thousandths: 5)
        public var ownRead = Cost(thousandths: 1)
        public var delete = Cost(thousandths: 10)

        public init() {}
    }
}

extension X: ChargingConnector {
    public func cost(of action: ChargedAction) -> Cost {
        switch action {
        case .publish(let text): XText.hasLink(text) ? settings.prices.postWithLink : settings.prices.post
        case .delete: settings.prices.delete
        case .ownRead: settings.prices.ownRead
        case .read: settings.prices.read
        }
    }
}
