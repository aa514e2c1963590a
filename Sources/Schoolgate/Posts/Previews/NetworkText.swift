import Gate
import Networks

/// How a network counts and shows the words of a post.
struct NetworkText: Sendable, Equatable {
    typealias Unit = TextCount.Unit

    let name: String
    var unit = Unit.graphemes
    /// Nil where nobody would reach it.
    var limit: Int?
    /// What every link counts as, however long it is.
    var link: Int?
    /// Where the text is cut until somebody asks for more.
    var fold: Int?
    /// Whether `@name@place` counts as `@name`.
    var dropsPlaces = false

    static func of(_ network: Network) -> NetworkText {
        switch network {
        case "facebook": NetworkText(name: "Facebook", unit: .utf16, limit: 63_206, fold: 477)
        case "instagram": NetworkText(name: "Instagram", unit: .utf16, limit: 2_200, fold: 125)
        case "bluesky": NetworkText(name: "Bluesky", limit: 300)
        case "mastodon": NetworkText(name: "Mastodon", limit: 500, link: 23, dropsPlaces: true)
        case "threads": NetworkText(name: "Threads", limit: 500)
        case "x": NetworkText(name: "X", unit: .weighted, limit: 280, link: 23)
        case "linkedin": NetworkText(name: "LinkedIn", unit: .utf16, limit: 3_000, fold: 210)
        case "youtube": NetworkText(name: "YouTube", unit: .bytes, limit: 5_000)
        case "practice": NetworkText(name: "Practice network", limit: 500)
        case "wordpress": NetworkText(name: "Website")
        default: NetworkText(name: network.rawValue)
        }
    }

    func count(_ text: String) -> Int { TextCount(unit, link: link, dropsPlaces: dropsPlaces).count(text) }

    /// How many are too many; zero when it fits.
    func excess(of text: String) -> Int { limit.map { max(0, count(text) - $0) } ?? 0 }

    /// Such as `184 of 63,206`, `12 over 300` or `184 characters`.
    func counter(_ text: String) -> String {
        let count = count(text)
        guard let limit else { return "\(Self.grouped(count)) characters" }
        return count > limit
            ? "\(Self.grouped(count - limit)) over \(Self.grouped(limit))"
            : "\(Self.grouped(count)) of \(Self.grouped(limit))"
    }

    /// What is shown before anybody asks for more; nil when all of it is.
    func shownFirst(of text: String) -> String? {
        guard let fold, text.count > fold else { return nil }
        let start = text.prefix(fold)
        // Ends with a whole word.
        let end = start.lastIndex(where: \.isWhitespace) ?? start.endIndex
        return String(start[..<end])
    }

    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        guard digits.count > 3 else { return digits }
        return "\(grouped(number / 1_000)),\(digits.suffix(3))"
    }
}
