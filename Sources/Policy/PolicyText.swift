/// A resolved policy written out again as one document, so that it stands on its own.
public enum PolicyText {
    /// The text of `rulebook` without what it extends: every clause with its rules, whoever wrote them.
    ///
    /// The number and the day it takes effect are left out: they belong to one school's version.
    public static func whole(_ rulebook: Rulebook, title: String? = nil) -> String {
        var rules: [Clause.ID: [Rule]] = [:]
        for rule in rulebook.rules { rules[rule.clause, default: []].append(rule) }
        var lines = ["---", "title: \((title ?? rulebook.title).shown)"]
        lines += (rules[.frontMatter] ?? []).flatMap(headLines)
        lines += ["---", "", "# \(title ?? rulebook.title)"]
        for section in rulebook.sections {
            if !section.title.isEmpty { lines += ["", "## \(section.title)"] }
            for block in section.blocks {
                lines.append("")
                switch block {
                case .heading(let text, let level):
                    lines.append(String(repeating: "#", count: max(3, level)) + " " + text)
                case .prose(let markdown): lines.append(markdown)
                case .clause(let id):
                    guard let clause = rulebook.clause(id), id != .frontMatter else { continue }
                    lines += [clause.text, mark(clause)]
                    for rule in rules[id] ?? [] { lines += [""] + ruleLines(rule) }
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func mark(_ clause: Clause) -> String {
        let duties = clause.duties.isEmpty ? "" : " clauses=\(clause.duties.joined(separator: ","))"
        return "{#\(clause.id.rawValue)\(duties)}"
    }

    private static func ruleLines(_ rule: Rule) -> [String] {
        let values = Catalogue.values(of: rule.control).filter { !["", "\"\""].contains($0.value) }
        return ["```rule", "\(rule.name):"] + values.map { "  \($0.name): \($0.value)" } + ["```"]
    }

    /// What the front matter said of a control, by the keys it has for it.
    private static func headLines(_ rule: Rule) -> [String] {
        let values = Catalogue.values(of: rule.control)
        return FrontMatter.shorthands.filter { $0.value.control == rule.name }.sorted { $0.key < $1.key }.compactMap {
            key, shorthand in
            guard let parameter = shorthand.parameter else {
                return "\(key): {\(values.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
            }
            guard let value = values.first(where: { $0.name == parameter })?.value, !value.isEmpty else { return nil }
            return "\(key): \(value)"
        }
    }
}
