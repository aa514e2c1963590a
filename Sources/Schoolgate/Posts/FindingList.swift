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
    /// The text the spans point into, for saying which words are meant.
    let text: String
    /// What became of a post that is past its decision; nil while it is open.
    var decided: Decided?
    /// What has been said of the findings; nil where nothing can be said.
    var alarms: ToldAlarms?
    /// Inside the composer's form, where one press blurs a face.
    var offersBlur = false

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
            for finding in verdict.findings {
                FindingItem(
                    finding: finding, citations: citations, excerpt: excerpt(of: finding), decided: decided,
                    alarm: alarms.map {
                        AlarmButton(finding: finding, token: finding.token(in: text), alarms: $0)
                    }, offersBlur: offersBlur)
            }
        }
    }
}

extension FindingList {
    /// The words a finding is about, unless its own sentence already gives them.
    private func excerpt(of finding: Finding) -> String? {
        let bytes = Array(text.utf8)
        guard let span = finding.span, span.start < span.end, span.end <= bytes.count else { return nil }
        let words = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        return finding.reason.contains(words) || words.count > 80 ? nil : words
    }
}

struct FindingItem: HTML {
    let finding: Finding
    let citations: Citations
    let excerpt: String?
    var decided: Decided?
    var alarm: AlarmButton?
    var offersBlur = false

    /// What was approved asks for nobody's eye any more.
    private var isApproved: Bool { finding.severity == .hold && decided.map { !$0.approvers.isEmpty } ?? false }
    private var tone: Severity { isApproved ? .hint : finding.severity }
    private var word: String { decided?.word(finding.severity) ?? finding.severity.word }

    var body: Markup {
        li(.class("finding finding--\(tone.rawValue)")) {
            (isApproved ? Icon.check : finding.severity.icon).markup
            div(.class("finding__body")) {
                h3 {
                    span(.class("finding__word")) { "\(word)." }
                    if let excerpt { " “\(excerpt)”:" }
                    " \(finding.reason)"
                }
                // What to do about it is no use any more.
                if decided == nil { p { finding.remedy } }
                div(.class("finding__do row")) {
                    if offersBlur { BlurButton(finding: finding) }
                    details(.class("cites")) {
                        summary(.class("clause")) { citations.name(finding.clause) }
                        div(.class("cites__text")) {
                            if let text = citations.text(finding.clause) { p { text } }
                            p { a(.href("/policies#\(finding.clause.rawValue)")) { "Read it in the policy" } }
                        }
                    }
                    if let alarm { alarm }
                }
            }
        }
    }
}

/// What was decided about a post, said of each finding in place of what it asks for.
struct Decided: Sendable {
    /// Whose approval stands.
    let approvers: [String]

    func word(_ severity: Severity) -> String {
        switch severity {
        case .block: "Would stop it today"
        case .hold: approvers.isEmpty ? "Would wait today" : "Approved by \(approvers.inWords())"
        case .warn: "Was pointed out"
        case .hint: "Was suggested"
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
