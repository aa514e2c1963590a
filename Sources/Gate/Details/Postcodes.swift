import Policy

/// UK postcodes by the shapes of their two halves and the areas there are.
enum Postcodes {
    /// Those of the areas there are, and of the school's own where a trial or a demo has made one up.
    static func all(in bytes: [UInt8], near own: Set<String> = []) -> [Span] {
        var found: [Span] = []
        var index = 1
        while index < bytes.count {
            // A district's digit stands behind one or two letters: most letters are never looked at.
            guard Bytes.isDigit(bytes[index]), let start = start(bytes, before: index),
                let end = end(bytes, from: start, near: own)
            else {
                index += 1
                continue
            }
            found.append(Span(start, end))
            index = end + 1
        }
        return found
    }

    private static func start(_ bytes: [UInt8], before digit: Int) -> Int? {
        guard Bytes.isLetter(bytes[digit - 1]) else { return nil }
        let start = digit > 1 && Bytes.isLetter(bytes[digit - 2]) ? digit - 2 : digit - 1
        return start == 0 || !Bytes.isASCIILetterOrDigit(bytes[start - 1]) ? start : nil
    }

    private static func end(_ bytes: [UInt8], from start: Int, near own: Set<String>) -> Int? {
        var index = start
        while index < bytes.count, index - start < 2, Bytes.isLetter(bytes[index]) { index += 1 }
        // A district's digit follows; most words end here.
        guard index < bytes.count, Bytes.isDigit(bytes[index]) else { return nil }
        let area = String(decoding: bytes[start..<index].map { $0 & 0xDF }, as: UTF8.self)
        guard areas.contains(area) || own.contains(area) else { return nil }
        let isLower = bytes[start] >= 0x61
        // One or two digits, or a digit and a letter; then the inward half, which begins with a digit.
        for length in [3, 2, 1] {
            let inward = index + length
            guard inward <= bytes.count, isDistrict(bytes[index..<inward]) else { continue }
            let isSpaced = inward < bytes.count && bytes[inward] == UInt8(ascii: " ")
            let begin = isSpaced ? inward + 1 : inward
            guard begin + 3 <= bytes.count, isInward(bytes[begin..<(begin + 3)]) else { continue }
            if begin + 3 < bytes.count, Bytes.isASCIILetterOrDigit(bytes[begin + 3]) { continue }
            let tail = String(decoding: bytes[(begin + 1)..<(begin + 3)], as: UTF8.self)
            if isLower || tail.utf8.contains(where: { $0 >= 0x61 }),
                ["st", "nd", "rd", "th"].contains(tail.lowercased())
            {
                continue
            }
            return begin + 3
        }
        return nil
    }

    private static func isDistrict(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, Bytes.isDigit(first) else { return false }
        if bytes.count == 1 { return true }
        guard bytes.count == 2 else { return false }
        return bytes.last.map { Bytes.isDigit($0) || Bytes.isLetter($0) } ?? false
    }

    private static func isInward(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let digit = bytes.first, Bytes.isDigit(digit) else { return false }
        return bytes.dropFirst().allSatisfy { Bytes.isLetter($0) && !never.contains($0 & 0xDF) }
    }

    private static let never = Set("CIKMOV".utf8)
    private static let areas = Set(
        """
        AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL \
        GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX \
        PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN \
        WR WS WV YO ZE
        """.split(separator: " ").map(String.init))
}
