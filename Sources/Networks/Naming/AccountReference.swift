internal import FoundationEssentials
public import Gate

/// Which account a link or handle names, in whatever form people paste it: the same account has the same reference.
public struct AccountReference: Sendable, Hashable {
    /// Nil when a handle says no network: then it may be anybody's on any.
    public let network: Network?
    /// In small letters: a handle, `name@host`, an id, or a website's host.
    public let name: String

    init(_ network: Network?, _ name: String) {
        self.network = network
        self.name = name.lowercased()
    }

    /// The longest that is looked at, in bytes.
    public static let longest = 500

    /// Nil when the text names no account, such as `hello there`.
    public init?(_ pasted: String) {
        var text = pasted[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while let last = text.last, last.isWhitespace || ".,;!)>\"”".contains(last) { text.removeLast() }
        while let first = text.first, "(<\"“".contains(first) { text.removeFirst() }
        guard !text.isEmpty, text.utf8.count <= AccountReference.longest, !text.contains(where: \.isWhitespace) else {
            return nil
        }
        guard let found = AccountReference.handle(text) ?? AccountReference.link(text) else {
            return nil
        }
        self = found
    }

    /// Whether this names that account: a handle without a network fits one of that name on any.
    public func fits(_ account: AccountReference) -> Bool {
        if network == account.network { return name == account.name }
        guard network == nil else { return false }
        return account.name == name || account.name.hasPrefix(name + "@")
    }

    // MARK: - Handles

    /// `@larkmere`, `@larkmere@social.example`, `acct:…`, `@larkmere.bsky.social`, `did:plc:…`.
    private static func handle(_ text: Substring) -> AccountReference? {
        var text = text
        if text.lowercased().hasPrefix("acct:") { text = "@" + text.dropFirst(5) }
        if text.lowercased().hasPrefix("at://") {
            return blueskyName(text.dropFirst(5).prefix { $0 != "/" })
        }
        if text.lowercased().hasPrefix("did:") { return blueskyName(text) }
        guard text.first == "@" else { return nil }
        let parts = text.dropFirst().split(separator: "@", omittingEmptySubsequences: false)
        switch parts.count {
        case 1 where isName(parts[0]):
            // A handle with points in it is a host's name, and only Bluesky has such handles.
            return parts[0].contains(".") ? blueskyName(parts[0]) : AccountReference(nil, String(parts[0]))
        case 2 where isName(parts[0]) && isHost(parts[1]):
            return AccountReference("mastodon", "\(parts[0])@\(parts[1])")
        default: return nil
        }
    }

    private static func blueskyName(_ name: Substring) -> AccountReference? {
        let name = name.first == "@" ? name.dropFirst() : name
        guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 }) else { return nil }
        return AccountReference("bluesky", String(name))
    }

    // MARK: - Links

    private static func link(_ text: Substring) -> AccountReference? {
        let written = text.contains("://") ? String(text) : "https://" + text
        guard let url = URL(string: written), url.scheme == "https" || url.scheme == "http", let host = url.host,
            isHost(host[...]), url.user == nil
        else { return nil }
        let path = url.path.split(separator: "/").map(String.init)
        let query = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        if networks.contains(plain(host)) { return ofNetwork(plain(host), path, query) }
        return ofFediverse(host, path) ?? website(host)
    }

    /// Without what stands before the name that counts: `m.facebook.com`, `www.instagram.com`, `en-gb.facebook.com`.
    private static func plain(_ host: String) -> String {
        let parts = host.lowercased().split(separator: ".")
        return parts.suffix(2).joined(separator: ".")
    }

    private static let networks: Set<String> = [
        "facebook.com", "fb.com", "fb.me", "messenger.com", "instagram.com", "instagr.am", "x.com", "twitter.com",
        "threads.net", "threads.com", "tiktok.com", "bsky.app", "youtube.com", "linkedin.com",
    ]

    private static func ofNetwork(_ host: String, _ path: [String], _ query: [URLQueryItem]) -> AccountReference? {
        func first(of network: Network, but reserved: Set<String> = []) -> AccountReference? {
            guard let name = path.first, isName(name[...]), !reserved.contains(name.lowercased()) else { return nil }
            return AccountReference(network, name.hasPrefix("@") ? String(name.dropFirst()) : name)
        }
        switch host {
        case "facebook.com", "fb.com", "fb.me", "messenger.com":
            return facebook(path, query)
        case "instagram.com", "instagr.am":
            return first(of: "instagram", but: ["p", "reel", "reels", "stories", "explore", "accounts"])
        case "x.com", "twitter.com":
            return first(of: "x", but: ["i", "intent", "share", "search", "home", "hashtag", "explore"])
        case "threads.net", "threads.com": return first(of: "threads")
        case "tiktok.com": return first(of: "tiktok", but: ["t", "tag", "music"])
        case "bsky.app":
            guard path.first == "profile", path.count > 1 else { return nil }
            return blueskyName(path[1][...])
        case "youtube.com": return youtube(path)
        case "linkedin.com":
            guard path.count > 1, ["company", "school", "showcase", "in"].contains(path[0].lowercased()) else {
                return nil
            }
            // A person's profile is no organisation's page, whatever it is called.
            return AccountReference("linkedin", path[0].lowercased() == "in" ? "in/\(path[1])" : path[1])
        default: return nil
        }
    }

    private static func facebook(_ path: [String], _ query: [URLQueryItem]) -> AccountReference? {
        guard let head = path.first?.lowercased() else { return nil }
        switch head {
        case "profile.php", "story.php", "permalink.php":
            return query.first { $0.name == "id" }?.value.map { AccountReference("facebook", $0) }
        case "pages", "people":
            return path.count > 2 ? AccountReference("facebook", path[path.count - 1]) : nil
        case "groups": return path.count > 1 ? AccountReference("facebook", "groups/" + path[1]) : nil
        case "p", "pg":
            // `Larkmere-Primary-100064000000000`: the figures at the end are the page.
            guard path.count > 1 else { return nil }
            let id = path[1].split(separator: "-").last.map(String.init) ?? path[1]
            return AccountReference("facebook", id.allSatisfy(\.isNumber) ? id : path[1])
        case "sharer", "sharer.php", "share", "photo", "photo.php", "events", "watch", "login", "hashtag": return nil
        default:
            // Points in a page's name say nothing: larkmere.primary and larkmereprimary are one page.
            return AccountReference("facebook", head.filter { $0 != "." })
        }
    }

    private static func youtube(_ path: [String]) -> AccountReference? {
        guard let head = path.first else { return nil }
        if head.hasPrefix("@") { return AccountReference("youtube", String(head.dropFirst())) }
        guard path.count > 1, ["c", "user", "channel"].contains(head.lowercased()) else { return nil }
        return AccountReference("youtube", path[1])
    }

    /// `https://social.example/@larkmere`, `/users/larkmere`, `/@larkmere@elsewhere.example`, and posts under them.
    private static func ofFediverse(_ host: String, _ path: [String]) -> AccountReference? {
        guard let head = path.first else { return nil }
        if head.hasPrefix("@") {
            let parts = head.dropFirst().split(separator: "@")
            guard let name = parts.first, isName(name) else { return nil }
            return AccountReference("mastodon", "\(name)@\(parts.count == 2 ? String(parts[1]) : host)")
        }
        if path.count > 1, head.lowercased() == "users" || head == "u", isName(path[1][...]) {
            return AccountReference("mastodon", "\(path[1])@\(host)")
        }
        return nil
    }

    /// Any page of a website stands for the website; `www` says nothing.
    private static func website(_ host: String) -> AccountReference? {
        let host = host.lowercased()
        guard host.contains(".") else { return nil }
        return AccountReference("wordpress", host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    }

    // MARK: - Shapes

    private static func isName(_ text: Substring) -> Bool {
        let name = text.first == "@" ? text.dropFirst() : text
        return !name.isEmpty && name.utf8.count <= 100
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "_.-".unicodeScalars.contains($0)
            }
    }

    private static func isHost(_ text: Substring) -> Bool {
        text.utf8.count <= 253 && text.contains(".") && text.first != "." && text.last != "."
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "-.".unicodeScalars.contains($0)
            }
    }
}
