import Policy

/// The check rules of official numbers.
enum CheckRules {
    /// Modulus 11 over the first nine digits.
    static func isNHSNumber(_ digits: [UInt8]) -> Bool {
        guard digits.count == 10 else { return false }
        var sum = 0
        for (index, digit) in digits.dropLast().enumerated() { sum += Int(digit) * (10 - index) }
        let check = (11 - sum % 11) % 11
        return check != 10 && check == Int(digits[9])
    }

    /// The check letter of a unique pupil number: twelve weighted characters, modulus 23; takes lower case.
    static func isUPN(_ code: [UInt8]) -> Bool {
        guard code.count == 13 else { return false }
        var sum = 0
        for (index, byte) in code.dropFirst().enumerated() {
            let weight = index + 2
            if Bytes.isDigit(byte) {
                sum += weight * Int(byte - UInt8(ascii: "0"))
            } else {
                // A temporary number ends in a letter.
                guard index == 11, let value = letters.firstIndex(of: byte) else { return false }
                sum += weight * value
            }
        }
        return letters[sum % 23] == code[0]
    }

    /// A letter and twelve digits, the last of which may be a letter.
    static func hasShapeOfUPN(_ code: [UInt8]) -> Bool {
        code.count == 13 && Bytes.isLetter(code[0]) && code[1..<12].allSatisfy(Bytes.isDigit)
            && Bytes.isASCIILetterOrDigit(code[12])
    }

    private static let letters = Array("abcdefghjklmnpqrtuvwxyz".utf8)

    /// Luhn's sum.
    static func isCardNumber(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let doubled = Int(digit) * (index % 2 == 1 ? 2 : 1)
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0 && digits.first != 0
    }

    /// `AB 12 34 56 C`: two letters that are in use, six digits, A to D.
    static func insuranceNumbers(in bytes: [UInt8]) -> [Span] {
        var found: [Span] = []
        var index = 0
        while index + 8 < bytes.count {
            guard Bytes.isLetter(bytes[index]), Bytes.isLetter(bytes[index + 1]),
                index == 0 || !Bytes.isASCIILetterOrDigit(bytes[index - 1]), let end = insuranceEnd(bytes, from: index)
            else {
                index += 1
                continue
            }
            found.append(Span(index, end))
            index = end
        }
        return found
    }

    /// Letters that no number has in its first two places.
    private static func isNever(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "q"), UInt8(ascii: "u"),
            UInt8(ascii: "v"):
            true
        default: false
        }
    }

    private static func insuranceEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        // A digit or what parts it from the letters follows; most words end here.
        let third = bytes[start + 2]
        guard Bytes.isDigit(third) || third == UInt8(ascii: " ") || third == UInt8(ascii: "-") else { return nil }
        let first = bytes[start] | 0x20
        let second = bytes[start + 1] | 0x20
        guard !isNever(first), !isNever(second), second != UInt8(ascii: "o") else { return nil }
        var index = start + 2
        var digits = 0
        while index < bytes.count, digits < 6 {
            if Bytes.isDigit(bytes[index]) {
                digits += 1
            } else if bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "-") || !(digits % 2 == 0) {
                return nil
            }
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard !["bg", "gb", "nk", "kn", "tn", "nt", "zz"].contains(String(decoding: [first, second], as: UTF8.self))
        else { return nil }
        guard digits == 6, index < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(bytes[index] | 0x20)
        else {
            return nil
        }
        return index + 1 < bytes.count && Bytes.isASCIILetterOrDigit(bytes[index + 1]) ? nil : index + 1
    }
}
