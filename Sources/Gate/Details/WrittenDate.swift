import Policy

/// A date as people write it: `12/03/2015`, `12th March 2015`, `March 12`, `2015-03-12`.
struct WrittenDate {
    let words: Range<Int>
    let span: Span
    let day: Int
    let month: Int
    let year: Int?

    func isDay(_ other: Day) -> Bool {
        day == other.day && month == other.month && (year ?? other.year) == other.year
    }

    static func all(in text: AnalysedText) -> [WrittenDate] {
        var found: [WrittenDate] = []
        var index = 0
        while index < text.words.count {
            // A date begins with a number or a month.
            guard text.words[index].hasDigit || months.has(text.words[index]), let date = date(at: index, in: text)
            else {
                index += 1
                continue
            }
            found.append(date)
            index = date.words.upperBound
        }
        return found
    }

    private static func date(at index: Int, in text: AnalysedText) -> WrittenDate? {
        func number(_ offset: Int) -> Int? {
            guard index + offset < text.words.count else { return nil }
            let word = text.words[index + offset]
            guard word.hasDigit else { return nil }
            let digits = word.folded.utf8.prefix(while: Bytes.isDigit)
            let rest = word.folded.dropFirst(digits.count)
            guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) else { return nil }
            return digits.count < 5 ? Int(String(decoding: Array(digits), as: UTF8.self)) : nil
        }
        func month(_ offset: Int) -> Int? {
            guard index + offset < text.words.count else { return nil }
            return months[text.words[index + offset]]
        }
        func joined(_ offset: Int, _ bytes: String) -> Bool {
            guard index + offset < text.words.count else { return false }
            let gap = text.bytes[text.words[index + offset - 1].span.end..<text.words[index + offset].span.start]
            return gap.count == 1 && gap.allSatisfy { bytes.utf8.contains($0) }
        }
        func make(_ count: Int, _ day: Int, _ month: Int, _ year: Int?) -> WrittenDate? {
            guard (1...31).contains(day), (1...12).contains(month) else { return nil }
            let full = year.map { $0 < 100 ? 2000 + $0 : $0 }
            return WrittenDate(
                words: index..<(index + count), span: text.span(from: index, through: index + count - 1), day: day,
                month: month, year: full)
        }
        if let first = number(0), joined(1, "/-."), let second = number(1), joined(2, "/-."), let third = number(2) {
            return first > 31 ? make(3, third, second, first) : make(3, first, second, third)
        }
        if let day = number(0), text.words[index].gap != .joined {
            let skip = index + 1 < text.words.count && text.words[index + 1].folded == "of" ? 2 : 1
            guard let month = month(skip) else { return nil }
            let year = number(skip + 1).flatMap { (1900...2100).contains($0) ? $0 : nil }
            return make(skip + (year == nil ? 1 : 2), day, month, year)
        }
        guard let month = month(0), let day = number(1), text.words[index + 1].gap == .space else { return nil }
        let year = number(2).flatMap { (1900...2100).contains($0) ? $0 : nil }
        return make(year == nil ? 2 : 3, day, month, year)
    }

    private static let months: WordMap<Int> = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months: [String: Int] = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return WordMap(months)
    }()
}
