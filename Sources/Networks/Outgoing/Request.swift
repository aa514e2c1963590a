extension Outgoing {
    /// A request to make, with its limits. It prints without its secrets, its query and its body.
    public struct Request: Sendable {
        public var method: String
        public var url: String
        public var headers: [Header]
        public var body: [UInt8]
        public var limits: Limits
        /// How many redirects to follow; only GET and HEAD are ever sent on, and never with a secret.
        public var redirects: Int
        public var reach: Reach

        public init(
            _ method: String = "GET", _ url: String, headers: [Header] = [], body: [UInt8] = [],
            limits: Limits = Limits(), redirects: Int = 0, reach: Reach = .internet
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.limits = limits
            self.redirects = redirects
            self.reach = reach
        }
    }

    /// How long a request may take and how much may come back.
    public struct Limits: Sendable, Equatable {
        public var connect: Duration
        public var total: Duration
        public var replyBytes: Int
        public var headerBytes: Int
        /// Whether the beginning of a longer reply will do; otherwise it is a problem.
        public var isBeginningEnough: Bool

        public init(
            connect: Duration = .seconds(10), total: Duration = .seconds(30), replyBytes: Int = 4 * 1_048_576,
            headerBytes: Int = 65_536, isBeginningEnough: Bool = false
        ) {
            self.connect = connect
            self.total = total
            self.replyBytes = replyBytes
            self.headerBytes = headerBytes
            self.isBeginningEnough = isBeginningEnough
        }
    }

    /// Which machines may be reached.
    public enum Reach: Sendable, Equatable {
        /// Public addresses only: for links that anybody may have written.
        case internet
        /// This host may also be in the school's own network, because whoever runs the program said so.
        case ownHost(String)
    }

    /// A header; a secret one is never printed.
    public struct Header: Sendable, Equatable {
        public let name: String
        public let value: String
        public let isSecret: Bool

        public init(_ name: String, _ value: String, isSecret: Bool = false) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
        }
    }

    /// What came back, whatever its status.
    public struct Reply: Sendable, Equatable {
        public let status: Int
        /// Names in lower case, in the order they came.
        public let headers: [Header]
        public let body: [UInt8]
        /// The address that answered, after redirects.
        public let url: String
        /// Where the reply sends us on to, when nobody asked to follow it.
        public let location: String?

        /// The first header of this lower-case name.
        public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    /// Why no whole reply came back.
    public struct Problem: Error, Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            /// The address or a header is not one that can be sent.
            case malformed
            case hostUnknown, notReached, timedOut, cut
            /// The host is inside a network that must not be reached.
            case addressRefused
            /// The host could not prove who it is.
            case untrusted
            case replyTooLarge, tooManyRedirects
        }

        public let kind: Kind
        /// Whether any of the request left this machine, so that its outcome is unknown.
        public let wasSent: Bool
        /// For the log.
        public let detail: String
    }
}

extension Outgoing.Header: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(name): \(isSecret ? "•••" : value)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["header": description]) }
}

extension Outgoing.Request: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        let address = url.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        return "\(method) \(address.map { String(url[..<$0]) } ?? url), \(body.count) bytes"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
