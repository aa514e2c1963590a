import HTML
import Policy

/// The text of a policy with, in the margin, how each clause is kept.
struct PolicyDocumentView: HTML {
    let rulebook: Rulebook
    let coverage: Coverage
    var evidence: [Clause.ID: ClauseEvidence] = [:]
    /// Parents read what is promised; how it is enforced is for the school.
    var showsMargin = true

    var body: Markup {
        let rows = Dictionary(coverage.rows.map { ($0.clause.id, $0) }, uniquingKeysWith: { a, _ in a })
        return article(.class(showsMargin ? "policy" : "policy policy--plain"), .aria(.label, "The policy")) {
            for section in rulebook.sections {
                if !section.title.isEmpty {
                    h2(.id("section-\(section.number)")) {
                        span(.class("n")) { section.number }
                        section.title
                    }
                }
                for block in section.blocks { show(block, rows) }
            }
        }
    }

    private func show(_ block: Rulebook.Section.Block, _ rows: [Clause.ID: Coverage.Row]) -> Markup {
        switch block {
        case .heading(let text, _): h3 { text }
        case .prose(let markdown): div(.class("policy__prose measure")) { Markup.raw(PolicyMarkdown.html(markdown)) }
        case .clause(let id): rows[id].map { clause($0) } ?? Markup()
        }
    }

    private func clause(_ row: Coverage.Row) -> Markup {
        div(.class("clause-row"), .id(row.clause.id.rawValue)) {
            div(.class("clause-row__text")) {
                span(.class("clause-row__no")) {
                    a(.href("#\(row.clause.id.rawValue)"), .aria(.label, "Clause \(row.clause.number)")) {
                        row.clause.number
                    }
                }
                div { Markup.raw(PolicyMarkdown.html(row.clause.text)) }
            }
            if showsMargin { kept(row) }
        }
    }

    private func kept(_ row: Coverage.Row) -> Markup {
        div(.class(row.kept == nil ? "kept kept--none" : "kept")) {
            p {
                b {
                    span(.class("swatch swatch--\(row.kept.letter)"), .hiddenFromReaders)
                    row.kept.words
                }
            }
            if row.kept == nil, row.rules.isEmpty { p { "No rule stands under this clause yet." } }
            for sentence in row.sentences { p { sentence } }
            if let sentence = evidence[row.clause.id]?.sentence { p { sentence } }
        }
    }
}

extension Kept? {
    /// As the margin says it.
    var words: String {
        switch self {
        case .enforced: "Enforced"
        case .workflow: "Kept by a workflow"
        case .attested: "Signed for"
        case .guidance: "Advice"
        case nil: "Kept by nothing"
        }
    }

    /// The swatch's and the rail's letter in the style sheet.
    var letter: String {
        switch self {
        case .enforced: "e"
        case .workflow: "w"
        case .attested: "a"
        case .guidance: "g"
        case nil: "0"
        }
    }
}

/// A fence with a rail for each clause: a gap is seen before it is read.
struct CoverageFence: HTML {
    let coverage: Coverage

    var body: Markup {
        section(.class("card"), .aria(.labelledby, "coverage")) {
            div(.class("row row--apart")) {
                h2(.id("coverage")) { heading }
                if let gap = coverage.gaps.first {
                    a(.class("button button--plain no-print"), .href("#\(gap.clause.id.rawValue)")) {
                        "Show the first gap"
                    }
                }
            }
            div(.class("fence"), .role("img"), .aria(.label, label)) { Markup.raw(fences) }
            ul(.class("legend")) {
                legend(.enforced, "Enforced by Schoolgate")
                legend(.workflow, "Kept by a workflow")
                legend(.attested, "Signed for by a person")
                legend(.guidance, "Advice")
                legend(nil, "Kept by nothing")
            }
        }
    }

    private var heading: String {
        let all = coverage.rows.count, gaps = coverage.gaps.count
        if gaps == 0 { return "All \(all) clauses are kept." }
        return "\(all - gaps) of \(all) clauses are kept. \(gaps == 1 ? "One is not." : "\(gaps) are not.")"
    }

    private var label: String {
        let gaps = coverage.gaps.prefix(12).map(\.clause.number).joined(separator: ", ")
        let base = "A fence of \(coverage.rows.count) rails, one for each clause."
        return gaps.isEmpty
            ? base : "\(base) Missing are the rails for clauses \(gaps)\(coverage.gaps.count > 12 ? " and more" : "")."
    }

    private func legend(_ kept: Kept?, _ name: String) -> Markup {
        li {
            span(.class("swatch swatch--\(kept.letter)"))
            "\(name), \(coverage.count(kept))"
        }
    }

    /// Twenty rails to a panel, so that a phone shows them one below the other.
    private var fences: String {
        stride(from: 0, to: coverage.rows.count, by: 20).map { start in
            let rows = coverage.rows[start..<min(start + 20, coverage.rows.count)]
            var svg =
                "<svg viewBox=\"0 0 400 90\" aria-hidden=\"true\"><rect class=\"bar-h\" x=\"0\" y=\"30\" width=\"400\" height=\"4\"/>"
            svg += "<rect class=\"bar-h\" x=\"0\" y=\"70\" width=\"400\" height=\"4\"/>"
            for (index, row) in rows.enumerated() {
                let x = index * 20
                if row.kept == nil {
                    svg += "<path class=\"gap\" d=\"M\(x) 32h20M\(x) 72h20\"/>"
                    svg += "<path class=\"rail-0\" d=\"M\(x + 5) 47l10 10m0-10l-10 10\"/>"
                } else {
                    let left = Double(x) + 4.6, right = Double(x) + 15.4
                    svg += "<path class=\"rail-\(row.kept.letter)\" d=\"M\(left) 88V14L\(x + 10) 6L\(right) 14V88z\"/>"
                }
            }
            return svg + "</svg>"
        }.joined()
    }
}
