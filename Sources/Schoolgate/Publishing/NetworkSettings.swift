import Gate
import Networks

/// Where the networks' interfaces are, in which version, and how much they take.
struct NetworkSettings: Sendable {
    var bluesky = Bluesky.Settings()
    var facebook = Facebook.Settings()
    var instagram = Instagram.Settings()
    var linkedIn = LinkedIn.Settings()
    var youTube = YouTube.Settings()
    var x = X.Settings()

    /// How a network lets in a program that was registered with it; nil for the others.
    func authorisation(of network: Network) -> OAuthNetwork? {
        switch network {
        case "facebook": FacebookSignIn.authorisation(settings: facebook.graph)
        case "instagram":
            FacebookSignIn.authorisation(
                Facebook.scopes + Instagram.scopes.filter { !Facebook.scopes.contains($0) }, settings: instagram.graph)
        case "linkedin": LinkedIn.authorisation
        case "youtube": YouTube.authorisation
        case "x": X.authorisation
        default: nil
        }
    }

    /// The interface that all accounts on a network share; empty where each has its own server.
    func interface(of network: Network) -> String {
        switch network {
        case "facebook": facebook.graph.api
        case "instagram": instagram.graph.api
        case "linkedin": linkedIn.api
        case "youtube": youTube.api
        case "x": x.api
        default: ""
        }
    }
}
