/// Bodies that pass any server: ASCII, lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    static func encode(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var units = line
            if units.last == 0x0D { units = units.dropLast() }
            var column = 0
            for (offset, unit) in units.enumerated() {
                let isLast = offset == units.count - 1
                // A space at a line's end would be lost; a dot alone on a line would end the mail on a careless server.
                let isSpaceAtEnd = isLast && (unit == 0x20 || unit == 0x09)
                let isDotAtStart = column == 0 && unit == UInt8(ascii: ".")
                let isPlain =
                    ((0x20...0x7E).contains(unit) || unit == 0x09) && unit != UInt8(ascii: "=") && !isSpaceAtEnd
                    && !isDotAtStart
                let piece = isPlain ? [unit] : Array("=\(hex(unit))".utf8)
                if column + piece.count > 75 {
                    encoded += "=\r\n".utf8
                    column = 0
                }
                encoded += piece
                column += piece.count
            }
            encoded += "\r\n".utf8
        }
        return encoded
    }

    static func hex(_ unit: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: [digits[Int(unit >> 4)], digits[Int(unit & 15)]], as: UTF8.self)
    }
}
