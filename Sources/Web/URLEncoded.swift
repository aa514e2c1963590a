/// Reads `a=1&b=2`: queries, and forms without files.
enum URLEncoded {
    static func parse(_ bytes: ArraySlice<UInt8>, maxFields: Int) throws(Refusal) -> Form {
        var fields: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: maxFields + 1) {
            guard fields.count < maxFields else {
                throw Refusal(400, "The form has more than \(maxFields) fields.")
            }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try text(parts[0]), parts.count == 2 ? try text(parts[1]) : ""))
        }
        return Form(fields: fields)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        do {
            return try PercentCoding.decodeText(bytes, plusIsSpace: true)
        } catch {
            switch error {
            case .escape: throw Refusal(400, "The form has a % that is not followed by two hexadecimal digits.")
            case .encoding: throw Refusal(400, "The form has text that is not UTF-8.")
            }
        }
    }
}
