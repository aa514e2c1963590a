import Gate
import Web

/// One school, typed in.
struct SchoolForm: Sendable {
    let school: Gate.School

    init(_ form: Form) throws {
        var reader = FormReader(form)
        let code = reader.line("code", missing: "Give it a short word, such as larkmere.", most: 40).lowercased()
        if !code.isEmpty, !code.utf8.allSatisfy(Self.isCode) {
            reader.refuse("code", "Use small letters, digits and hyphens only, such as larkmere-primary.")
        }
        let nation = Gate.School.Nation(rawValue: reader.line("nation", missing: "Choose the nation."))
        if nation == nil, reader.errors["nation"] == nil { reader.refuse("nation", "Choose one of the list.") }
        school = Gate.School(
            code: code, name: reader.line("name", missing: "Write the school’s name."),
            address: reader.line("address", most: 200), postcode: reader.line("postcode", most: 12),
            phone: reader.line("phone", most: 30), email: reader.line("email", most: 200),
            domain: reader.line("domain", most: 200).lowercased(), nation: nation ?? .england)
        try reader.finish()
    }

    private static func isCode(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
