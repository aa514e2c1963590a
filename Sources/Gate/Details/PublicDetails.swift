/// What schools say of themselves in public, made ready once for telling it from somebody's own details.
struct PublicDetails: Sendable {
    /// In their national form.
    let phones: Set<String>
    /// Folded, as are the addresses.
    let postcodes: Set<String>
    let postcodeAreas: Set<String>
    let addresses: [String]
    /// In lower case, as are the domains and handles.
    let emails: Set<String>
    let domains: Set<String>
    let handles: Set<String>

    init(of schools: [School]) {
        phones = Set(schools.map { PhoneNumber.key($0.phone) })
        postcodes = Set(schools.map { Folding.key($0.postcode) })
        postcodeAreas = Set(postcodes.map { String($0.prefix { !$0.isNumber }).uppercased() })
        addresses = Array(Set(schools.map { Folding.key($0.address) }).subtracting([""]))
        emails = Set(schools.map { $0.email.lowercased() })
        domains = Set(schools.map { $0.domain.lowercased() }).subtracting([""])
        handles = Set(schools.map { Tagging.key($0.handle) })
    }
}
