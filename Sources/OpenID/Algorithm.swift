/// The signatures that are taken; everything else, above all none and those with a shared key, is refused.
enum Algorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
}
