import Policy

/// Numbers of passports and cars.
extension DetailScan {
    /// Nine digits, said to be a passport's.
    func passports(_ runs: [NumberRun]) -> [Detail] {
        runs.filter { $0.digits.count == 9 && wordsBefore($0.span.start, 4).contains("passport") }
            .map { Detail(kind: .passport, span: $0.span) }
    }

    /// `AB12 CDE`: the marks of cars since 2001. In small letters, or beside a room, only a car makes it one.
    func registrations() -> [Detail] {
        let bytes = text.bytes
        var found: [Detail] = []
        var index = 0
        while index + 6 < bytes.count {
            guard let end = registrationEnd(from: index) else {
                index += 1
                continue
            }
            let span = Span(index, end)
            let words = wordsBefore(index, 6)
            let isCapitals = !bytes[index..<end].contains { $0 >= UInt8(ascii: "a") }
            let isSaid = !words.isDisjoint(with: DetailScan.carWords)
            if isSaid || (isCapitals && words.isDisjoint(with: DetailScan.codeWords)), !text.isInAddress(span) {
                found.append(Detail(kind: .registration, span: span))
            }
            index = end
        }
        return found
    }

    private func registrationEnd(from start: Int) -> Int? {
        let bytes = text.bytes
        guard Bytes.isDigit(bytes[start + 2]), Bytes.isDigit(bytes[start + 3]), Bytes.isLetter(bytes[start]),
            Bytes.isLetter(bytes[start + 1]), start == 0 || !Bytes.isASCIILetterOrDigit(bytes[start - 1])
        else { return nil }
        let letters = bytes[start + 4] == UInt8(ascii: " ") ? start + 5 : start + 4
        guard letters + 3 <= bytes.count, bytes[letters..<(letters + 3)].allSatisfy(Bytes.isLetter) else { return nil }
        let end = letters + 3
        return end < bytes.count && (Bytes.isASCIILetterOrDigit(bytes[end]) || bytes[end] >= 0x80) ? nil : end
    }

    private static let carWords: Set<String> = [
        "reg", "registration", "plate", "plates", "car", "van", "vehicle", "parked", "numberplate", "estate",
        "hatchback",
        "suv",
    ]
    private static let codeWords: Set<String> = [
        "room", "form", "code", "part", "item", "class", "flight", "route", "model", "course", "unit", "order",
    ]
}
