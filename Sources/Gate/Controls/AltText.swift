public import Policy

/// A description of every picture, for people who cannot see it.
public struct AltText: PostControl {
    public var onMissing = Severity.block
    public var onPoor = Level.hint
    public var longest = 300

    public init() {}

    public static let name = "posts.alt-text"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<AltText>] = [
        Parameter("on-missing", \.onMissing, tighter: .higher, allowed: [.warn, .hold, .block]),
        Parameter("on-poor", \.onPoor, tighter: .higher),
        Parameter("longest", \.longest, tighter: .lower, within: 80...2_000),
    ]

    public var sentence: String {
        "A picture without alt text: the post \(onMissing.consequence). Alt text that is a file name, says “image of” or is"
            + " longer than \(longest) characters: the post \(onPoor.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.post.images.enumerated().compactMap { index, image in
            let words = situation.altTexts[index].words.filter { $0.source == .text }.map(\.folded)
            let alt = image.alt ?? ""
            if words.isEmpty, situation.altTexts[index].units.allSatisfy({ $0.kind == .emoji }) {
                return Remark(
                    onMissing, image: index,
                    "Picture \(index + 1) has no alt text, so some people cannot know what it shows.",
                    remedy: "Say in a sentence what it shows, such as “Children planting trees beside the playground”.")
            }
            guard let severity = onPoor.severity, let (reason, remedy) = problem(alt, words) else { return nil }
            return Remark(severity, image: index, "The alt text of picture \(index + 1) \(reason).", remedy: remedy)
        }
    }

    private func problem(_ alt: String, _ words: [String]) -> (reason: String, remedy: String)? {
        if AltText.isFileName(alt) {
            return ("is a file name", "Say in a sentence what the picture shows.")
        }
        if words.count > 1,
            AltText.nouns.contains(words[0])
                || (AltText.articles.contains(words[0]) && AltText.nouns.contains(words[1])),
            words.prefix(3).contains("of") || words.prefix(3).contains("showing")
        {
            return (
                "begins with what a screen reader says anyway", "Leave out “image of” and begin with what it shows."
            )
        }
        if words.count < 3 { return ("says very little", "Say who or what does what, and where.") }
        if alt.count > longest {
            return ("is longer than \(longest) characters", "Keep what matters, and put the rest into the post.")
        }
        return nil
    }

    private static let nouns: Set<String> = [
        "image", "picture", "photo", "photograph", "pic", "graphic", "screenshot", "video",
    ]
    private static let articles: Set<String> = ["a", "an", "the", "this"]

    private static func isFileName(_ alt: String) -> Bool {
        let lower = Array(alt.lowercased().utf8)
        guard !lower.contains(UInt8(ascii: " ")) else { return false }
        let endings = [".jpg", ".jpeg", ".png", ".heic", ".gif", ".webp", ".mp4", ".mov"]
        if endings.contains(where: { lower.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
        return ["img_", "dsc_", "dsc0", "pxl_", "screenshot", "whatsapp"].contains { lower.starts(with: $0.utf8) }
    }
}
