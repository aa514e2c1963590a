/// Text in headers: as it is where it is plain, as encoded words (RFC 2047) where it is not, folded to 76 characters.
enum HeaderWords {
    private static let most = 76

    /// A subject; `column` is what stands on its first line already.
    static func text(_ text: String, after column: Int) -> String {
        isPlain(text) ? folded(text, after: column) : encoded(text, after: column)
    }

    /// A name and its address.
    static func mailbox(_ mailbox: Mailbox, after column: Int) -> String {
        let address = "<\(mailbox.address.text)>"
        guard !mailbox.name.isEmpty else { return mailbox.address.text }
        let name =
            isPlain(mailbox.name) && column + mailbox.name.utf8.count + 4 <= most
            ? quoted(mailbox.name) : encoded(mailbox.name, after: column)
        let last = name.utf8.lastIndex(of: 0x0A).map { name.utf8.distance(from: $0, to: name.utf8.endIndex) - 1 }
        return name + ((last ?? column + name.utf8.count) + 1 + address.utf8.count <= most ? " " : "\r\n ") + address
    }

    /// Whether it means itself in a header: printable, no word that a reader would decode, no word longer than a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && text.first != " "
            && text.last != " " && !text.contains("  ") && text.split(separator: " ").allSatisfy { $0.count <= 60 }
    }

    private static func quoted(_ name: String) -> String {
        let isAtoms = name.utf8.allSatisfy { unit in
            switch unit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard !isAtoms else { return name }
        return "\""
            + name.reduce(into: "") { quoted, character in
                if character == "\"" || character == "\\" { quoted += "\\" }
                quoted.append(character)
            } + "\""
    }

    private static func folded(_ text: String, after column: Int) -> String {
        var lines = "", column = column
        for (index, word) in text.split(separator: " ").enumerated() {
            if index > 0 {
                if column + 1 + word.utf8.count > most {
                    lines += "\r\n"
                    column = 0
                }
                lines += " "
                column += 1
            }
            lines += word
            column += word.utf8.count
        }
        return lines
    }

    /// Encoded words of whole characters, each short enough for its line; spaces between them are not read.
    private static func encoded(_ text: String, after column: Int) -> String {
        let frame = "=?utf-8?Q??=".utf8.count
        var words: [String] = [], word = "", room = most - column - frame
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8).map(encodedUnit).joined()
            if word.utf8.count + next.utf8.count > room {
                words.append(word)
                word = ""
                room = most - 1 - frame
            }
            word += next
        }
        words.append(word)
        return words.filter { !$0.isEmpty }.map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func encodedUnit(_ unit: UInt8) -> String {
        switch unit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            String(UnicodeScalar(unit))
        case UInt8(ascii: " "): "_"
        default: "=" + QuotedPrintable.hex(unit)
        }
    }
}
