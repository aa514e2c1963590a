public import Policy

/// Where the links of a post lead.
public struct Links: PostControl {
    public var onBlocked = Severity.hold
    public var onDisguised = Severity.hold
    public var onShortened = Severity.warn
    public var onRedirected = Severity.warn
    public var onBroken = Severity.warn
    public var block: [String] = []
    public var allow: [String] = []
    public var shorteners: [String] = []

    public init() {}

    public static let name = "posts.links"
    public static let kept = Kept.enforced
    public static var parameters: [Parameter<Self>] {
        [
            Parameter("on-blocked", \.onBlocked, tighter: .higher, allowed: Severity.forText),
            Parameter("on-disguised", \.onDisguised, tighter: .higher, allowed: Severity.forText),
            Parameter("on-shortened", \.onShortened, tighter: .higher, allowed: Severity.forText),
            Parameter("on-redirected", \.onRedirected, tighter: .higher, allowed: Severity.forText),
            Parameter("on-broken", \.onBroken, tighter: .higher, allowed: Severity.forText),
            Parameter("block", \.block, tighter: .more()),
            Parameter("allow", \.allow, tighter: .fewer()),
            Parameter("shorteners", \.shorteners, tighter: .more()),
        ]
    }

    public var sentence: String {
        "A post with a link to a blocked site \(onBlocked.consequence); with one whose words show another address, or that hides"
            + " where it leads, it \(onDisguised.consequence); with a shortened one it \(onShortened.consequence); with one that is"
            + " passed on to another site it \(onRedirected.consequence); with a broken one it \(onBroken.consequence)."
            + block.alsoBlocked + allow.except
    }

    public func findings(in situation: Situation) -> [Remark] {
        let text = situation.text
        let written = text.units.filter { $0.kind == .url }
        var remarks: [Remark] = []
        var seen: Set<String> = []
        for link in situation.post.links {
            seen.insert(link.url)
            let span = written.first { text.string($0.span) == link.url || link.url.hasSuffix(text.string($0.span)) }?
                .span
            if let span { seen.insert(text.string(span)) }
            if let remark = remark(on: link, at: span) { remarks.append(remark) }
        }
        for unit in written where !seen.contains(text.string(unit.span)) {
            if let remark = remark(on: Link(url: text.string(unit.span)), at: unit.span) { remarks.append(remark) }
        }
        return remarks + dressedUp(written, in: text) + otherSchemes(in: text)
    }

    private func remark(on link: Link, at span: Span?) -> Remark? {
        let shown = LinkTarget(link.url)
        let end = link.resolved.map { LinkTarget($0) } ?? shown
        if link.isBlocked || shown.isUnder(block) || end.isUnder(block) {
            return Remark(
                onBlocked, at: span, "\(link.url) leads to a site that is blocked here.",
                remedy: "Take the link out. If the site should not be blocked, ask IT.")
        }
        if shown.isUnder(allow), end.isUnder(allow) { return nil }
        if let disguise = shown.disguise ?? end.disguise {
            return Remark(
                onDisguised, at: span, "\(link.url) \(disguise).",
                remedy: "Link to a page with an ordinary web address, or leave the link out.")
        }
        let isShort = shown.isShortener || shown.isUnder(shorteners)
        if isShort {
            return Remark(
                onShortened, at: span,
                link.resolved.map { "\(link.url) is shortened. It leads to \($0)." }
                    ?? "\(link.url) is shortened, and nobody has looked where it leads.",
                remedy: "Put the full address of the page in its place.")
        }
        if let resolved = link.resolved, shown.owner != end.owner {
            return Remark(
                onRedirected, at: span, "\(link.url) is passed on to \(resolved).",
                remedy: "Link to the page itself, so that readers see where they go.")
        }
        if let status = link.status, status == 404 || status == 410 || status == 451 || (500...599).contains(status) {
            return Remark(
                onBroken, at: span, "\(link.url) answered \(status), so readers may find nothing there.",
                remedy: "Open it yourself; put in the right address, or leave it out.")
        }
        return nil
    }

    /// `[larkmere.example](https://elsewhere.example)`: the words are one address, the link another.
    private func dressedUp(_ written: [Unit], in text: AnalysedText) -> [Remark] {
        written.compactMap { target in
            guard let label = text.label(before: target.span.start),
                let shown = text.string(label).split(whereSeparator: \.isWhitespace).first(where: Links.isAddress),
                LinkTarget(String(shown)).owner != LinkTarget(text.string(target.span)).owner
            else { return nil }
            return Remark(
                onDisguised, at: Span(label.start, target.span.end),
                "\(shown) is what readers see, but the link leads to \(text.string(target.span)).",
                remedy: "Let the words and the link be the same address.")
        }
    }

    /// `larkmere.example/lunch`: a name with a point inside, and letters behind the last one.
    private static func isAddress(_ word: Substring) -> Bool {
        let host = word.drop { $0 == "(" }.prefix { $0 != "/" }
        let labels = (host.contains(":") ? Substring(LinkTarget(String(word)).host) : host)
            .split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
            && (labels.last?.utf8.allSatisfy(Bytes.isLetter) ?? false) && (labels.last?.utf8.count ?? 0) > 1
    }

    /// `javascript:` and the like, which no reader should be sent to.
    private func otherSchemes(in text: AnalysedText) -> [Remark] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            let after = word.span.end
            guard after + 1 < text.bytes.count, text.bytes[after] == UInt8(ascii: ":"),
                !Bytes.isSpace(text.bytes[after + 1]), Links.schemes.contains(word.folded)
            else { return nil }
            let end = text.bytes[after...].firstIndex(where: Bytes.isSpace) ?? text.bytes.count
            return Remark(
                onDisguised, at: Span(word.span.start, end), "This link does not lead to a web page.",
                remedy: "Link to a page that begins with https://, or leave the link out.")
        }
    }

    private static let schemes: Set<String> = [
        "javascript", "data", "file", "ftp", "vbscript", "blob", "intent", "chrome",
    ]
}

extension AnalysedText {
    /// What stands in the square brackets before a link of Markdown.
    fileprivate func label(before target: Int) -> Span? {
        guard target > 2, bytes[target - 1] == UInt8(ascii: "("), bytes[target - 2] == UInt8(ascii: "]") else {
            return nil
        }
        let end = target - 2
        let start = max(0, end - 300)
        return bytes[start..<end].lastIndex(of: UInt8(ascii: "[")).map { Span($0 + 1, end) }
    }
}
