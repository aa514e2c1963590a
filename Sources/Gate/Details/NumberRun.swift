import Policy

/// Digits that belong together, with how they are grouped: `020 7946 0000` is 3, 4, 4.
struct NumberRun {
    let span: Span
    let digits: [UInt8]
    let groups: [Int]
    let hasPlus: Bool

    static func all(in text: AnalysedText) -> [NumberRun] {
        let bytes = text.bytes
        var runs: [NumberRun] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard Bytes.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "("),
                begins(bytes, at: index)
            else {
                index += 1
                continue
            }
            let run = read(bytes, from: index)
            if run.digits.count > 5, !text.isInAddress(run.span) { runs.append(run) }
            index = max(run.span.end, index + 1)
        }
        return runs
    }

    private static func begins(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        let opens = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
        guard Bytes.isDigit(byte) || (opens && index + 1 < bytes.count && Bytes.isDigit(bytes[index + 1])) else {
            return false
        }
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        if Bytes.isASCIILetterOrDigit(before) || before == UInt8(ascii: "$") { return false }
        // The last byte of £ and €, and a decimal point or slash that joins it to what is before.
        if before == 0xA3 || before == 0xAC { return false }
        let joins = before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: ",")
        return !(joins && index > 1 && Bytes.isDigit(bytes[index - 2]))
    }

    private static func read(_ bytes: [UInt8], from start: Int) -> NumberRun {
        var index = start
        var digits: [UInt8] = []
        var groups: [Int] = []
        var group = 0
        var end = start
        let hasPlus =
            bytes[start] == UInt8(ascii: "+") || (start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "+"))
        while index < bytes.count, digits.count < 30 {
            if Bytes.isDigit(bytes[index]) {
                digits.append(bytes[index] - UInt8(ascii: "0"))
                group += 1
                index += 1
                end = index
                continue
            }
            if group > 0 { groups.append(group) }
            group = 0
            let gap = separator(bytes, at: index)
            guard gap > 0 else { break }
            index += gap
        }
        if group > 0 { groups.append(group) }
        // Letters right behind the digits make it something else, such as a code.
        if end < bytes.count, Bytes.isLetter(bytes[end]) {
            return NumberRun(span: Span(start, end), digits: [], groups: [], hasPlus: false)
        }
        return NumberRun(span: Span(start, end), digits: digits, groups: groups, hasPlus: hasPlus)
    }

    /// How many bytes of spaces, brackets, hyphens or points stand between two digits; 0 ends the run.
    private static func separator(_ bytes: [UInt8], at index: Int) -> Int {
        var end = index
        while end < bytes.count, end - index < 4 {
            switch bytes[end] {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): end += 1
            case UInt8(ascii: "+") where end == index: end += 1
            case 0xC2 where end + 1 < bytes.count && bytes[end + 1] == 0xA0: end += 2
            case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && (0x90...0x93).contains(bytes[end + 2]):
                end += 3
            default:
                let isPoint = bytes[index] == UInt8(ascii: ".") && end - index > 1
                return Bytes.isDigit(bytes[end]) && !isPoint ? end - index : 0
            }
        }
        return 0
    }
}

extension AnalysedText {
    /// Whether a span lies inside a web or email address.
    func isInAddress(_ span: Span) -> Bool {
        units.contains { ($0.kind == .url || $0.kind == .email) && $0.span.overlaps(span) }
    }
}

/// A UK number by its national form, or any number with a plus.
struct PhoneNumber {
    let national: String
    /// Free, shared-cost and service numbers are nobody's own.
    let isOrganisation: Bool

    init?(_ run: NumberRun, hasContext: Bool) {
        guard (10...14).contains(run.digits.count) || run.digits.count == 15 else { return nil }
        // Groups of one or two digits are a date, a score or a sort code, but for "+44 7…".
        // A number spelt digit by digit is a number all the same.
        let isSpelled = run.groups.allSatisfy { $0 == 1 } && run.digits.starts(with: [0, 7])
        if !isSpelled, run.groups.count > 4, run.groups.filter({ $0 < 3 }).count > 3 { return nil }
        let national = PhoneNumber.key(run.digits)
        self.national = national
        isOrganisation = national.hasPrefix("03") || national.hasPrefix("08") || national.hasPrefix("09")
        if run.hasPlus { return }
        guard national.hasPrefix("0") else {
            guard hasContext, national.utf8.count == 10, national.hasPrefix("7") else { return nil }
            return
        }
        switch national.utf8.dropFirst().first {
        case UInt8(ascii: "1"): guard (10...11).contains(national.utf8.count) else { return nil }
        case UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "7"):
            guard national.utf8.count == 11 else { return nil }
        case UInt8(ascii: "8"), UInt8(ascii: "9"): guard (10...11).contains(national.utf8.count) else { return nil }
        default: return nil
        }
    }

    static func key(_ written: String) -> String {
        key(written.utf8.filter(Bytes.isDigit).map { $0 - UInt8(ascii: "0") })
    }

    /// `+44 (0)20 …`, `0044 20 …` and `020 …` are one number.
    private static func key(_ digits: [UInt8]) -> String {
        var digits = digits[...]
        if digits.starts(with: [0, 0, 4, 4]) { digits = digits.dropFirst(2) }
        if digits.starts(with: [4, 4]), digits.count > 10 {
            digits = digits.dropFirst(2)
            if digits.first == 0 { digits = digits.dropFirst() }
            return "0" + digits.map { String($0) }.joined()
        }
        return digits.map { String($0) }.joined()
    }
}
