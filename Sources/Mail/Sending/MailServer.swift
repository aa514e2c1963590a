/// The server that takes mails, and how to speak to it. It prints without its password.
public struct MailServer: Sendable, Equatable {
    public enum Security: Sendable, Equatable {
        /// TLS from the first byte: `smtps://`.
        case tls
        /// Plain first, then TLS, or nothing is sent: `smtp://`.
        case startTLS
        /// No TLS, to this machine alone: `plain://`, for a server of the operator's own beside Schoolgate.
        case plainOnLoopback
    }

    public struct Login: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
        public let user: String
        let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        public var description: String { "Login(\(user), secret)" }
        public var customMirror: Mirror { Mirror(self, children: ["login": description]) }
    }

    public struct Limits: Sendable, Equatable {
        public var connect: Duration
        public var total: Duration

        public init(connect: Duration = .seconds(20), total: Duration = .seconds(120)) {
            self.connect = connect
            self.total = total
        }
    }

    public let host: String
    public let port: Int
    public let security: Security
    public var login: Login?
    /// A file of certificates to trust in place of the system's.
    public var authorities: String?
    /// What we call ourselves to the server.
    public var ownName: String
    public var limits = Limits()

    /// Why an address of a server cannot be used, in words for whoever wrote it.
    public struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Reads `smtps://host`, `smtp://host:587` or `plain://127.0.0.1:25`.
    public init(
        _ address: String, login: Login? = nil, authorities: String? = nil, ownName: String = "localhost"
    ) throws(Fault) {
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard address.utf8.count <= 300, parts.count == 3, parts[1].isEmpty else {
            throw Fault(
                description: "Write the mail server as smtps://host or smtp://host:587, not “\(address.prefix(80))”.")
        }
        let standard: Int
        switch parts[0].lowercased() {
        case "smtps:": (security, standard) = (.tls, 465)
        case "smtp:": (security, standard) = (.startTLS, 587)
        case "plain:": (security, standard) = (.plainOnLoopback, 25)
        default:
            throw Fault(description: "A mail server is smtps:// or smtp://, not “\(parts[0].prefix(20))”.")
        }
        let place = parts[2].hasSuffix("/") ? parts[2].dropLast() : parts[2]
        let pieces = place.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = pieces.first, pieces.count <= 2, Self.isHost(first) else {
            throw Fault(
                description:
                    "“\(place.prefix(80))” is not the name of a mail server. The user and the password go into lines of their own."
            )
        }
        let port = pieces.count == 2 ? Int(pieces[1]) : standard
        guard let port, (1...65_535).contains(port) else {
            throw Fault(description: "“\(pieces[1].prefix(20))” is not a port: it is a number up to 65535.")
        }
        host = first.lowercased()
        self.port = port
        if security == .plainOnLoopback, host != "localhost", !host.hasPrefix("127.") {
            throw Fault(
                description:
                    "plain:// sends without TLS and is for this machine alone, such as plain://127.0.0.1:25. Write smtp:// for \(host)."
            )
        }
        self.login = login
        self.authorities = authorities
        self.ownName = Self.isHost(ownName[...]) ? ownName : "localhost"
    }

    /// Its address without anything secret.
    public var address: String {
        let scheme =
            switch security {
            case .tls: "smtps";
            case .startTLS: "smtp";
            case .plainOnLoopback: "plain"
            }
        return "\(scheme)://\(host):\(port)"
    }

    private static func isHost(_ text: Substring) -> Bool { MailAddress("a@\(text)") != nil }
}
