import Gate
import Networks

/// Where the networks' interfaces are, in which version, and how much they take.
public struct NetworkSettings: Sendable {
    var bluesky = Bluesky.Settings()
    var facebook = Facebook.Settings()
    var instagram = Instagram.Settings()
    var linkedIn = LinkedIn.Settings()
    var youTube = YouTube.Settings()
    var x = X.Settings()

    public init() {}

    static let file = "networks.conf"
    private static let versions: Set = ["facebook-version", "linkedin-version"]
    private static let counts: Set = ["bluesky-longest-text", "x-longest-text", "youtube-units-a-day"]
    private static let prices: Set = ["x-price-post", "x-price-post-with-link"]

    /// What `networks.conf` in the data folder says; what it does not say is as Schoolgate was made.
    public static func read(folder: String) throws(SettingsProblem) -> NetworkSettings {
        var settings = NetworkSettings()
        let names = versions.union(counts).union(prices)
        guard let file = try SettingsFile(at: folder + "/" + Self.file, names: names) else { return settings }
        for line in file.lines { try settings.take(line) }
        return settings
    }

    private mutating func take(_ line: SettingsFile.Line) throws(SettingsProblem) {
        func wrong(_ what: String) -> SettingsProblem {
            SettingsProblem(Self.file, "line \(line.number): \(line.name) is \(what).")
        }
        func count() throws(SettingsProblem) -> Int {
            guard let count = Int(line.value), (1...1_000_000).contains(count) else {
                throw wrong("a whole number from 1 to 1000000")
            }
            return count
        }
        func price() throws(SettingsProblem) -> Cost {
            guard let price = Double(line.value), price >= 0, price < 1_000 else {
                throw wrong("a price in US dollars, such as 0.015")
            }
            return Cost(thousandths: Int((price * 1_000).rounded()))
        }
        switch line.name {
        case "facebook-version":
            let figures = line.value.dropFirst().split(separator: ".")
            guard line.value.hasPrefix("v"), figures.count == 2, figures.allSatisfy({ UInt16($0) != nil }) else {
                throw wrong("a version such as v25.0")
            }
            facebook.graph.version = line.value
            instagram.graph.version = line.value
        case "linkedin-version":
            guard line.value.utf8.count == 6, UInt32(line.value) != nil else { throw wrong("a month such as 202605") }
            linkedIn.version = line.value
        case "bluesky-longest-text": bluesky.longestText = try count()
        case "x-longest-text": x.longestText = try count()
        case "youtube-units-a-day": youTube.quota.units = try count()
        case "x-price-post": x.prices.post = try price()
        default: x.prices.postWithLink = try price()
        }
    }

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
