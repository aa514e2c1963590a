/// What a web address says of itself, read byte by byte; nothing is fetched.
struct LinkTarget {
    let scheme: String
    /// Lower case, without `www.`.
    let host: String
    let hasUserInfo: Bool

    init(_ url: String) {
        var rest = Substring(url)
        if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") || !rest[..<colon].contains(".") {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...].drop { $0 == "/" }
        } else {
            scheme = "https"
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        hasUserInfo = authority.contains("@")
        var name = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
        if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
            name = String(name[...end])
        } else {
            name = String(name.prefix { $0 != ":" })
        }
        while name.hasSuffix(".") { name.removeLast() }
        host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    }

    /// Why nobody should follow it without a second look; nil when it is an ordinary address.
    var disguise: String? {
        if !["http", "https", "mailto", "tel"].contains(scheme) { return "does not lead to a web page" }
        if scheme == "mailto" || scheme == "tel" { return nil }
        if hasUserInfo { return "hides where it leads behind an @" }
        if isPrivate { return "leads into a private network" }
        if isNumeric { return "leads to a number instead of a name" }
        if host.utf8.contains(where: { $0 >= 0x80 })
            || host.split(separator: ".").contains(where: { $0.hasPrefix("xn--") })
        {
            return "is written in letters that can pass for others"
        }
        return host.isEmpty ? "does not say where it leads" : nil
    }

    private var numbers: [Int]? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let values = parts.compactMap { Int($0) }
        return values.count == parts.count ? values : nil
    }

    private var isNumeric: Bool { host.hasPrefix("[") || numbers != nil || host.hasPrefix("0x") }

    private var isPrivate: Bool {
        if host == "localhost"
            || [".local", ".internal", ".lan", ".localhost", ".home.arpa"].contains(where: host.hasSuffix)
        {
            return true
        }
        if host.hasPrefix("[") {
            return ["[::1", "[::]", "[fc", "[fd", "[fe80", "[::ffff:"].contains(where: host.hasPrefix)
        }
        guard let numbers, let first = numbers.first else { return false }
        // One whole number is an address too: 2130706433 is 127.0.0.1.
        if numbers.count < 4 { return true }
        let second = numbers[1]
        return [0, 10, 127].contains(first) || (first == 172 && (16...31).contains(second))
            || (first == 192 && second == 168) || (first == 169 && second == 254)
            || (first == 100 && (64...127).contains(second)) || first >= 224
    }

    /// `news.larkmere.sch.uk` belongs to `larkmere.sch.uk`.
    var owner: String {
        let labels = host.split(separator: ".")
        let shared: Set<Substring> = [
            "co", "org", "sch", "ac", "gov", "ltd", "me", "net", "nhs", "police", "plc", "com",
        ]
        let count = labels.count > 2 && labels.last?.count == 2 && shared.contains(labels[labels.count - 2]) ? 3 : 2
        let name = labels.suffix(count).joined(separator: ".")
        return LinkTarget.sameOwner[name] ?? name
    }

    /// Whether it is one of these hosts, or below one.
    func isUnder(_ hosts: some Sequence<String>) -> Bool {
        hosts.contains { entry in
            let name = LinkTarget(entry).host
            return !name.isEmpty && (host == name || host.hasSuffix("." + name))
        }
    }

    /// Whether it is a well-known service that shortens links, or below one.
    var isShortener: Bool {
        var name = host[...]
        while !name.isEmpty {
            if LinkTarget.shorteners.contains(String(name)) { return true }
            guard let point = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
            name = name[name.utf8.index(after: point)...]
        }
        return false
    }

    /// Short names of services for their own pages: where they lead is no surprise.
    private static let sameOwner = [
        "youtu.be": "youtube.com", "fb.me": "facebook.com", "fb.com": "facebook.com", "fb.watch": "facebook.com",
        "instagr.am": "instagram.com", "twitter.com": "x.com", "amzn.to": "amazon.co.uk", "amazon.com": "amazon.co.uk",
        "goo.gle": "google.com", "forms.gle": "google.com", "google.co.uk": "google.com", "bbc.com": "bbc.co.uk",
        "bbc.in": "bbc.co.uk", "microsoftonline.com": "office.com",
    ]

    static let shorteners: Set<String> = [
        "bit.ly", "bitly.com", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "v.gd", "buff.ly", "lnkd.in", "rb.gy",
        "cutt.ly", "tiny.cc", "shorturl.at", "j.mp", "t.ly", "rebrand.ly", "bl.ink", "short.io", "dlvr.it", "trib.al",
        "s.id", "adf.ly", "soo.gd", "qrco.de", "shorturl.com", "tiny.one", "urlz.fr", "n9.cl", "ift.tt", "wp.me",
        "x.gd",
        "snip.ly", "t2m.io", "shor.by", "u.to", "clck.ru", "surl.li", "tr.ee", "bit.do", "mcaf.ee", "po.st", "su.pr",
    ]
}
