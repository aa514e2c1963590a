extension Server {
    /// Where the server listens and what it puts up with.
    public struct Configuration: Sendable {
        /// A numeric address or `localhost`; loopback unless said otherwise.
        public var host = "127.0.0.1"
        /// Zero takes any free port.
        public var port = 8080
        /// Numeric addresses whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
        public var trustedProxies: Set<String> = []
        public var threads = 2

        public var maxConnections = 1_000
        /// Counted only without a trusted proxy, behind which every connection has one address.
        public var maxConnectionsPerAddress = 100
        /// What the line and headers of one request may take.
        public var maxHead = 32 * 1_024
        public var maxHeaders = 100
        public var maxFields = 1_000
        public var maxFiles = 20
        /// How large a body of this method and path may be.
        public var bodyLimit: @Sendable (Method, String) -> BodyLimit = { _, _ in 1_048_576 }
        /// Whether whoever sends these headers may use the larger limit; asked before any of the body is read.
        public var admitsLargeBody: @Sendable (Request) async -> Bool = { _ in false }
        /// What the bodies of all requests being read may take together.
        public var maxBuffered = 256 * 1_024 * 1_024

        /// By when a new connection must have sent the headers of its request.
        public var headDeadline: Duration = .seconds(10)
        /// By when a connection that is kept alive must have sent the headers of the next request.
        public var idleDeadline: Duration = .seconds(20)
        public var bodyDeadline: Duration = .seconds(180)
        /// Bytes a second, after the first five seconds of a body.
        public var minBodyRate = 500
        public var bodyRateGrace: Duration = .seconds(5)
        public var sendDeadline: Duration = .seconds(600)
        /// How long a connection may make no progress at all.
        public var stallDeadline: Duration = .seconds(30)
        /// How long a stop waits for the requests in flight.
        public var drainDeadline: Duration = .seconds(10)
        /// How often the deadlines are looked at.
        public var watchInterval: Duration = .milliseconds(250)

        /// How the server words a request it refuses itself (status, message).
        public var refusal: @Sendable (Int, String) -> Response = { status, message in
            .text(message + "\n", status: status)
        }

        public init() {}

        public init(host: String = "127.0.0.1", port: Int, trustedProxies: Set<String> = []) {
            self.host = host
            self.port = port
            self.trustedProxies = trustedProxies
        }
    }
}
