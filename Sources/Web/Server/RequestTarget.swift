/// The path and query of a request, decoded only here.
struct RequestTarget {
    let path: String
    let query: Form

    init(raw: [UInt8], maxFields: Int) throws(Refusal) {
        guard raw.first == UInt8(ascii: "/") else {
            throw Refusal(400, "The address must begin with a slash.")
        }
        for byte in raw where byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") {
            throw Refusal(400, "The address holds a character that must be escaped.")
        }
        let question = raw.firstIndex(of: UInt8(ascii: "?"))
        path = try Self.path(raw[..<(question ?? raw.endIndex)])
        query =
            try question.map { at throws(Refusal) in
                try URLEncoded.parse(raw[(at + 1)...], maxFields: maxFields)
            } ?? Form()
    }

    private static func path(_ raw: ArraySlice<UInt8>) throws(Refusal) -> String {
        var slashes = 0
        for byte in raw where byte == UInt8(ascii: "/") { slashes += 1 }
        let bytes: [UInt8]
        do {
            bytes = try PercentCoding.decode(raw, plusIsSpace: false)
        } catch {
            throw Refusal(400, "The address has a % that is not followed by two hexadecimal digits.")
        }
        var decodedSlashes = 0
        for byte in bytes {
            guard byte >= 0x20, byte != 0x7F else {
                throw Refusal(400, "The address holds a control character.")
            }
            if byte == UInt8(ascii: "/") { decodedSlashes += 1 }
        }
        guard decodedSlashes == slashes, !bytes.contains(UInt8(ascii: "\\")) else {
            throw Refusal(400, "The address holds an escaped slash or a backslash.")
        }
        for component in bytes.split(separator: UInt8(ascii: "/"))
        where component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
            throw Refusal(400, "The address holds a dot segment.")
        }
        guard let path = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(400, "The address is not UTF-8.")
        }
        return path
    }
}
