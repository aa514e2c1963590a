/// The lines between `---` at the head of a policy.
enum FrontMatter {
    /// Keys that say what a rule block of this control would say, so that a policy may put them at its head.
    static let shorthands: [String: (control: String, parameter: String?)] = [
        "sign-off": (PolicySignOff.name, "roles"),
        "review": (PolicyReview.name, "every"),
        "owner": (PolicyOwner.name, "role"),
        "audience": (PolicyAudience.name, "of"),
        "related": (PolicyRelated.name, "policies"),
        "legal": (PolicyLegal.name, "references"),
        "annexes": (PolicyAnnexes.name, "required"),
        "successor": (PolicySuccessor.name, nil),
        "source": (PolicyOrigin.name, "text"),
        "licence": (PolicyOrigin.name, "licence"),
    ]

    static let keys = ["title", "number", "extends", "effective"] + shorthands.keys.sorted()

    /// Reads the front matter into the document; answers with the line where the text begins.
    static func read(_ source: SourceText, into document: inout PolicyDocument, problems: inout Problems) -> Int {
        let start = Position(line: 1, column: 1)
        guard isFence(source.line(1)) else {
            problems.add(
                start, "expected a front matter: a line `---`, then `title:` and what else it says, then `---`")
            return 1
        }
        guard let last = source.lines.indices.dropFirst().first(where: { isEnd(source.line($0 + 1)) }) else {
            problems.add(start, "expected a second line `---` that ends the front matter")
            return source.lines.count + 1
        }
        let bytes = Array(source.text(2, last).utf8)
        let read = YAMLReader.read(bytes, from: Position(line: 2, column: 1))
        for problem in read.problems { problems.add(problem.position, problem.message) }
        guard case .mapping(let entries, _) = read.value else {
            if read.problems.isEmpty {
                problems.add(start, "expected `title:` and what else the front matter says, each on its own line")
            }
            return last + 2
        }
        for entry in entries { take(entry, into: &document, problems: &problems) }
        let saysTitle = entries.contains { $0.key == "title" }
        if !saysTitle, read.problems.isEmpty {
            problems.add(start, "expected a `title:` in the front matter")
        }
        return last + 2
    }

    private static func take(
        _ entry: (key: String, keyPosition: Position, value: YAML), into document: inout PolicyDocument,
        problems: inout Problems
    ) {
        do throws(ParameterProblem) {
            switch entry.key {
            case "title": document.title = try line(entry.value)
            case "number": document.number = try line(entry.value)
            case "effective": document.effective = try Day(yaml: entry.value)
            case "extends":
                document.extends = try name(entry.value)
                document.extendsPosition = entry.value.position
            default: shorthand(entry, into: &document, problems: &problems)
            }
        } catch {
            problems.add(
                error.position ?? entry.value.position, "`\(entry.key)` expects \(error.expected), not \(error.found)")
        }
    }

    private static func shorthand(
        _ entry: (key: String, keyPosition: Position, value: YAML), into document: inout PolicyDocument,
        problems: inout Problems
    ) {
        guard let shorthand = shorthands[entry.key] else {
            problems.add(
                entry.keyPosition,
                "the front matter has no key `\(entry.key)`"
                    + suggestion(for: entry.key, in: keys, naming: "it may have"))
            return
        }
        let parameters: [(key: String, keyPosition: Position, value: YAML)]
        if let parameter = shorthand.parameter {
            parameters = [(parameter, entry.keyPosition, entry.value)]
        } else if case .mapping(let inner, _) = entry.value {
            parameters = inner
        } else {
            parameters = [("policy", entry.keyPosition, entry.value)]
        }
        let written = shorthand.parameter.map { [$0: entry.key] } ?? [:]
        document.headLines.append((entry.key, shown(entry.value)))
        document.headPosition = document.headLines.count == 1 ? entry.keyPosition : document.headPosition
        if let index = document.rules.firstIndex(where: { $0.control == shorthand.control }) {
            document.rules[index].parameters += parameters
            document.rules[index].written.merge(written) { $1 }
        } else {
            document.rules.append(
                PolicyDocument.RuleText(
                    control: shorthand.control, position: entry.keyPosition, clause: .frontMatter,
                    parameters: parameters, written: written))
        }
    }

    private static func line(_ yaml: YAML) throws(ParameterProblem) -> String {
        let text = try String(yaml: yaml)
        guard text.utf8.count <= 200, !text.contains("\n") else {
            throw ParameterProblem(expected: "one line of at most 200 bytes", found: "more", position: yaml.position)
        }
        return text
    }

    private static func name(_ yaml: YAML) throws(ParameterProblem) -> String {
        let expected = "the name of one policy, such as trust: small letters, digits and hyphens"
        guard case .scalar(let text, _, let position) = yaml, (1...80).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            })
        else { throw ParameterProblem(expected: expected, found: yaml.shown, position: yaml.position) }
        _ = position
        return text
    }

    private static func isFence(_ line: String) -> Bool { line.trimmed == "---" && line.hasPrefix("---") }
    private static func isEnd(_ line: String) -> Bool {
        isFence(line) || (line.hasPrefix("...") && line.trimmed == "...")
    }

    /// For people: lists as `a, b`.
    private static func shown(_ yaml: YAML) -> String {
        switch yaml {
        case .scalar(let text, _, _): text
        case .sequence(let items, _): items.map(shown).joined(separator: ", ")
        case .mapping(let entries, _): entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ")
        }
    }
}
