import Gate
import HTML
import Policy

/// The clauses of the rulebook in force, for showing why.
struct Citations: Sendable {
    private let clauses: [Clause.ID: Clause]

    init(_ rulebook: Rulebook) {
        clauses = Dictionary(rulebook.clauses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// As people cite it, such as `Images 3.1`.
    func name(_ id: Clause.ID) -> String { clauses[id].map { "\($0.section) \($0.number)" } ?? id.rawValue }

    func text(_ id: Clause.ID) -> String? { clauses[id]?.text }
}

/// What the gate found, strongest first; the clause opens in place.
struct FindingList: HTML {
    let verdict: Verdict
    let citations: Citations

    var body: Markup {
        if verdict.findings.isEmpty {
            return Markup.words {
                p(.class("row soft")) {
                    Icon.check.markup
                    span { "The gate finds nothing to say." }
                }
            }
        }
        return ul(.class("findings"), .role("list")) {
            for finding in verdict.findings { FindingItem(finding: finding, citations: citations) }
        }
    }
}

struct FindingItem: HTML {
    let finding: Finding
    let citations: Citations

    var body: Markup {
        li(.class("finding finding--\(finding.severity.rawValue)")) {
            finding.severity.icon.markup
            div(.class("finding__body")) {
                h3 {
                    span(.class("finding__word")) { "\(finding.severity.word)." }
                    " \(finding.reason)"
                }
                p { finding.remedy }
                div(.class("finding__do row")) {
                    details(.class("cites")) {
                        summary(.class("clause")) { citations.name(finding.clause) }
                        div(.class("cites__text")) {
                            if let text = citations.text(finding.clause) { p { text } }
                            p { a(.href("/policies#\(finding.clause.rawValue)")) { "Read it in the policy" } }
                        }
                    }
                }
            }
        }
    }
}

extension Severity {
    /// The first word of a finding.
    var word: String {
        switch self {
        case .block: "Stops here"
        case .hold: "Waits"
        case .warn: "Check"
        case .hint: "Idea"
        }
    }

    var icon: Icon {
        switch self {
        case .block: .block
        case .hold: .hold
        case .warn: .warn
        case .hint: .hint
        }
    }
}
