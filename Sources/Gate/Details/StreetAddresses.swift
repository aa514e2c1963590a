import Policy

/// A house number with a street's name, or a street where somebody lives.
enum StreetAddresses {
    static func all(in text: AnalysedText) -> [Span] {
        var found: [Span] = []
        for index in text.words.indices {
            guard kinds.contains(text.words[index]), text.words[index].source == .text,
                let start = start(of: index, in: text)
            else { continue }
            found.append(text.span(from: start, through: index))
        }
        return found
    }

    /// Walks back over the street's name to a house number or to `lives in`.
    private static func start(of kind: Int, in text: AnalysedText) -> Int? {
        let isCapitalised = text.words[kind].isCapitalised
        guard text.words[kind].gap == .space, kind > 0 else { return nil }
        var index = kind - 1
        var names = 0
        while index >= 0, kind - index <= 4 {
            let word = text.words[index]
            let next = text.words[index + 1]
            guard next.gap == .space || next.gap == .comma || next.gap == .point, word.source == .text else {
                return nil
            }
            if isHouseNumber(word), names > 0 {
                let before = index > 0 ? text.words[index - 1].folded : ""
                let isCounted = [
                    "year", "class", "yr", "page", "level", "key", "stage", "room", "room", "bus", "route", "the",
                ].contains(before)
                let isAddressed = isCapitalised || lives.contains(before) || before == "at" || before == "address"
                // The last group of a telephone number before a street is no house.
                let isCounting = index > 0 && text.words[index - 1].isNumber && word.gap == .space
                if isCounted || isCounting || !isAddressed { return nil }
                return known.contains(text.words[index...kind].map(\.folded)) ? nil : index
            }
            if lives.contains(word) || isHome(index, in: text) { return names > 0 ? index + 1 : nil }
            if prepositions.contains(word) {
                return names > 0 && isHome(index - 1, in: text) ? index + 1 : nil
            }
            guard word.isCapitalised || !isCapitalised, word.folded.utf8.count > 1,
                next.gap == .space || next.gap == .point
            else {
                return nil
            }
            names += 1
            index -= 1
        }
        return nil
    }

    /// `lives`, `living`, `her home is`, `house`.
    private static func isHome(_ index: Int, in text: AnalysedText) -> Bool {
        guard text.words.indices.contains(index) else { return false }
        return lives.contains(text.words[index])
    }

    private static func isHouseNumber(_ word: Word) -> Bool {
        let digits = word.folded.utf8.prefix(while: Bytes.isDigit).count
        return (1...4).contains(digits) && word.folded.utf8.count - digits < 2
    }

    private static let prepositions: WordSet = ["at", "in", "on", "down", "along", "off"]
    private static let lives: WordSet = ["live", "lives", "living", "lived", "resides", "moved"]
    private static let known: Set<[String]> = [
        ["10", "downing", "street"], ["4", "privet", "drive"], ["32", "windsor", "gardens"],
        ["17", "cherry", "tree", "lane"],
    ]
    private static let kinds: WordSet = [
        "road", "rd", "street", "avenue", "ave", "lane", "ln", "close", "drive", "way", "court", "crescent", "cres",
        "grove",
        "cottage", "cottages", "wharf", "quay", "yard", "villas", "fold", "bank", "buildings",
        "place", "terrace", "gardens", "walk", "mews", "square", "hill", "rise", "view", "row", "parade", "croft", "st",
        "cl",
    ]
}
