import Gate

/// How an account on a network is connected: by a password made for it, or by allowing Schoolgate on the network's page.
enum ConnectWay: Sendable {
    /// A page of the practice network, which needs nothing.
    case practice
    /// A WordPress site: its address, a user and an application password.
    case website
    /// A name and a password made for Schoolgate, as on Bluesky.
    case appPassword
    /// The server's page asks whether Schoolgate may; Schoolgate registers itself there.
    case server
    /// The network's page asks; whoever runs Schoolgate registered it with the network, and enters what it got.
    case registered
    case notYet

    init(_ network: Network) {
        switch network {
        case "practice": self = .practice
        case "wordpress": self = .website
        case "bluesky": self = .appPassword
        case "mastodon": self = .server
        case "facebook", "instagram", "linkedin", "youtube", "x": self = .registered
        default: self = .notYet
        }
    }

    /// Whether the network gives access that is Schoolgate's own, rather than a password of a user's.
    var givesAccess: Bool {
        switch self {
        case .appPassword, .server, .registered: true
        case .practice, .website, .notYet: false
        }
    }

    /// Whether somebody has to allow it on a page of the network.
    var asksThere: Bool {
        switch self {
        case .server, .registered: true
        case .practice, .website, .appPassword, .notYet: false
        }
    }
}
