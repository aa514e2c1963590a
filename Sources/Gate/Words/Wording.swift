import Policy

extension Severity {
    /// What a control on text may do at most: a person always has the last word.
    static let forText: [Severity] = [.hint, .warn, .hold]

    /// What happens to a post, after "A post with …".
    var consequence: String {
        switch self {
        case .hint: "gets a suggestion"
        case .warn: "gets a warning that its author may overrule"
        case .hold: "waits for a second person"
        case .block: "is stopped"
        }
    }

    /// What happens to its author, after "the author …".
    var advice: String { self == .hint ? "is shown a suggestion" : "is warned" }
}

extension [String] {
    var also: String { isEmpty ? "" : " Also: \(inWords())." }
    var except: String { isEmpty ? "" : " Except: \(inWords())." }
    var alsoBlocked: String { isEmpty ? "" : " Blocked here: \(inWords())." }
}
