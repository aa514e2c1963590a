/// A rulebook with the name it is extended by.
struct ResolvedPolicy: Sendable {
    let rulebook: Rulebook
    let file: String
    var bases: [String]

    /// As a base: its name comes first among the bases of whoever extends it.
    func named(_ name: String) -> ResolvedPolicy {
        ResolvedPolicy(rulebook: rulebook, file: file, bases: [name] + bases)
    }
}

/// Puts a document on top of its base: adds and tightens, never loosens.
struct Resolver {
    let document: PolicyDocument
    let base: ResolvedPolicy?
    let catalogue: Catalogue

    func resolve(problems: inout Problems) -> ResolvedPolicy {
        let rules = rules(problems: &problems)
        var outline = Outline()
        var clauses: [Clause] = []
        merge(into: &outline, clauses: &clauses)
        if let head = headClause(rules) { clauses.append(head) }
        let rulebook = Rulebook(
            title: document.title, number: document.number, clauses: clauses, rules: rules,
            sections: outline.sections, bases: base?.bases ?? [], effective: document.effective)
        return ResolvedPolicy(rulebook: rulebook, file: document.file, bases: base?.bases ?? [])
    }

    // MARK: Rules

    private func rules(problems: inout Problems) -> [Rule] {
        var rules = base?.rulebook.rules ?? []
        var indexes = Dictionary(rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
        for text in merged(problems: &problems) {
            guard let type = catalogue.control(named: text.control) else {
                problems.add(
                    text.position,
                    "`\(text.control)` is not a control"
                        + (catalogue.nearest(to: text.control).map { "; the nearest is `\($0)`" } ?? ""))
                continue
            }
            let inherited = indexes[text.control]
            let read = ControlReader(text: text, catalogue: catalogue)
            let baseRule = inherited.map { rules[$0] }
            let control = read.read(type, base: baseRule, problems: &problems)
            let place = Place(file: document.file, position: text.position)
            if let inherited {
                let old = rules[inherited]
                var under = old.alsoUnder
                if old.clause != text.clause, !under.contains(old.clause) { under.append(old.clause) }
                under.removeAll { $0 == text.clause }
                rules[inherited] = Rule(control: control, clause: text.clause, alsoUnder: under, place: place)
            } else {
                indexes[text.control] = rules.count
                rules.append(Rule(control: control, clause: text.clause, place: place))
            }
        }
        return rules
    }

    /// Each control once: a block takes over what the front matter says of the same control.
    private func merged(problems: inout Problems) -> [PolicyDocument.RuleText] {
        var merged: [PolicyDocument.RuleText] = []
        var indexes: [String: Int] = [:]
        for text in document.rules {
            guard let index = indexes[text.control] else {
                indexes[text.control] = merged.count
                merged.append(text)
                continue
            }
            let earlier = merged[index]
            guard earlier.clause == .frontMatter else {
                problems.add(
                    text.position, "`\(text.control)` already has its rule; a policy gives each control one",
                    other: Place(file: document.file, position: earlier.position))
                continue
            }
            var parameters = earlier.parameters
            for own in text.parameters {
                guard let said = earlier.parameters.first(where: { $0.key == own.key }) else {
                    parameters.append(own)
                    continue
                }
                if !said.value.says(own.value) {
                    problems.add(
                        own.keyPosition, "`\(own.key)` differs from what the front matter says; say it once",
                        other: Place(file: document.file, position: said.keyPosition))
                }
            }
            merged[index] = PolicyDocument.RuleText(
                control: text.control, position: text.position, clause: text.clause, parameters: parameters)
        }
        return merged
    }

    // MARK: Text

    private func merge(into outline: inout Outline, clauses: inout [Clause]) {
        var own: [Clause.ID: Int] = [:]
        for (index, clause) in document.clauses.enumerated() { own[clause.id] = index }
        if let base {
            outline = Outline(base.rulebook.sections)
            for clause in base.rulebook.clauses where clause.id != .frontMatter {
                guard let index = own[clause.id] else {
                    clauses.append(clause)
                    continue
                }
                let marked = document.clauses[index]
                let duties = clause.duties + marked.duties.filter { !clause.duties.contains($0) }
                clauses.append(
                    Clause(
                        id: clause.id, number: clause.number, section: clause.section, text: marked.text,
                        duties: duties, position: marked.position, file: document.file))
            }
        }
        let kept = Set(clauses.map(\.id))
        let sectionLevel = Outline.sectionLevel(of: document.blocks)
        for block in document.blocks {
            switch block {
            case .heading(let text, let level): outline.heading(text, level: level, sectionLevel: sectionLevel)
            case .prose(let text): outline.add(.prose(text))
            case .clause(let index):
                let marked = document.clauses[index]
                guard !kept.contains(marked.id) else { continue }
                let (number, section) = outline.addClause(marked.id)
                clauses.append(
                    Clause(
                        id: marked.id, number: number, section: section, text: marked.text, duties: marked.duties,
                        position: marked.position, file: document.file))
            }
        }
    }

    /// A clause for the rules that only the front matter gives, so that they can be cited.
    private func headClause(_ rules: [Rule]) -> Clause? {
        guard rules.contains(where: { $0.clause == .frontMatter || $0.alsoUnder.contains(.frontMatter) })
        else { return nil }
        let inherited = base?.rulebook.clause(.frontMatter)
        let lines = document.headLines.map { "\($0.key.capitalisedFirst): \($0.text)" }
        let text = lines.isEmpty ? inherited?.text ?? "" : lines.joined(separator: ". ") + "."
        return Clause(
            id: .frontMatter, number: "front matter", section: "", text: text, duties: [],
            position: lines.isEmpty ? inherited?.position ?? document.headPosition : document.headPosition,
            file: lines.isEmpty ? inherited?.file ?? document.file : document.file)
    }
}

extension YAML {
    /// Whether both say the same, wherever they stand.
    func says(_ other: YAML) -> Bool {
        switch (self, other) {
        case (.scalar(let a, _, _), .scalar(let b, _, _)): a == b
        case (.sequence(let a, _), .sequence(let b, _)):
            a.count == b.count && zip(a, b).allSatisfy { $0.says($1) }
        case (.mapping(let a, _), .mapping(let b, _)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.says($1.value) }
        default: false
        }
    }
}
