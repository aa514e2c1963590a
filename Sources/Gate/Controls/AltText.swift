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
        "A picture without alt text, or with a file name in its place: the post \(onMissing.consequence). Alt text that says"
            + " “image of”, says very little or is longer than \(longest) characters: the post \(onPoor.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.post.images.enumerated().compactMap { index, image in
            let words = situation.altTexts[index].words.filter { $0.source == .text }.map(\.folded)
            let alt = image.alt ?? "", called = image.called(index)
            if words.isEmpty, situation.altTexts[index].units.allSatisfy({ $0.kind == .emoji }) {
                return Remark(
                    onMissing, image: index,
                    "\(called.capitalisedFirst) has no alt text, so some people cannot know what it shows.",
                    remedy: "Say in a sentence what it shows, such as “Children planting trees beside the playground”.")
            }
            if AltText.isFileName(alt, words) {
                return Remark(
                    onMissing, image: index,
                    "“\(alt.prefix(60))” is a file's name, so some people cannot know what \(called) shows.",
                    remedy: "Say in a sentence what it shows, such as “Children planting trees beside the playground”.")
            }
            guard let severity = onPoor.severity, let (reason, remedy) = problem(alt, words) else { return nil }
            return Remark(severity, image: index, "The alt text of \(called) \(reason).", remedy: remedy)
        }
    }

    private func problem(_ alt: String, _ words: [String]) -> (reason: String, remedy: String)? {
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

    /// `IMG_1234.jpg`, `DSC0001`, `photo.png`, `Screenshot 2026-11-21 at 10.15`, `image 3`.
    private static func isFileName(_ alt: String, _ words: [String]) -> Bool {
        let name = Array(alt.lowercased().utf8.filter { $0 != UInt8(ascii: "\n") })
        if endings.contains(where: { name.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
        let parts = name.split(whereSeparator: { !Bytes.isASCIILetterOrDigit($0) && $0 < 0x80 })
        guard parts.count <= 8, !parts.isEmpty else { return false }
        // Nothing but a camera's words and numbers; at least one number, so that “Screenshot” is only poor.
        return parts.contains { $0.contains(where: Bytes.isDigit) }
            && parts.allSatisfy { part in
                let letters = String(decoding: part.prefix(while: Bytes.isLetter), as: UTF8.self)
                let isCounted = part.dropFirst(letters.utf8.count).allSatisfy(Bytes.isDigit)
                return isCounted && (letters.isEmpty || cameraWords.contains(letters))
                    || letters == "wa" || letters == "t"
            }
    }

    private static let endings = [
        ".jpg", ".jpeg", ".png", ".heic", ".heif", ".gif", ".webp", ".mp4", ".mov", ".tif", ".tiff", ".bmp", ".avif",
    ]
    private static let cameraWords: Set<String> = [
        "img", "image", "dsc", "dscf", "dscn", "pxl", "mvi", "p", "pic", "pict", "picture", "photo", "screenshot",
        "screen", "shot", "whatsapp", "video", "vid", "gopr", "dji", "scan", "mov", "fullsizerender", "file", "copy",
        "final", "edited", "at", "untitled",
    ]
}
