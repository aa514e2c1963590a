import Database
import Gate
import Policy
import Web

/// One control with other values, tried without writing them into a policy.
struct ChangedControl: Sendable {
    let name: String
    /// Nil when it is left out.
    let control: (any Control)?
    /// What differs, such as `posts.topics with on-mention: warn`.
    let words: String

    /// Takes its place in a rulebook, or joins it.
    func applied(to rulebook: Rulebook) -> Rulebook {
        var rules = rulebook.rules
        let index = rules.firstIndex { $0.name == name }
        switch (index, control) {
        case (let index?, let control?):
            rules[index] = Rule(control: control, clause: rules[index].clause, alsoUnder: rules[index].alsoUnder)
        case (let index?, nil): rules.remove(at: index)
        case (nil, let control?): rules.append(Rule(control: control, clause: .frontMatter))
        case (nil, nil): break
        }
        return Rulebook(
            title: rulebook.title, number: rulebook.number, clauses: rulebook.clauses, rules: rules,
            sections: rulebook.sections, bases: rulebook.bases, effective: rulebook.effective)
    }

    /// The controls that decide about posts, by name.
    static let all: [any Control.Type] = Catalogue.all.controls.filter {
        ($0 is any PostControl.Type || $0 == PostApproval.self) && $0.isBuilt
    }.sorted { $0.name < $1.name }

    /// The control as a rulebook has it, or at its defaults.
    static func current(_ name: String, in rulebook: Rulebook) -> (control: any Control, isThere: Bool)? {
        guard let type = all.first(where: { $0.name == name }) else { return nil }
        if let rule = rulebook.rules.first(where: { $0.name == name }) { return (rule.control, true) }
        return (type.init(), false)
    }

    /// Reads the values that a form gives, through the same reader as a policy's own; throws what is wrong by field.
    static func read(
        _ name: String, _ form: Form, in version: PolicyVersion, _ rulebook: Rulebook, in db: Connection
    ) throws -> ChangedControl {
        guard let (current, isThere) = current(name, in: rulebook) else { throw Problem.notFound }
        if form["leave-out"] != nil {
            return ChangedControl(name: name, control: nil, words: "\(name) left out")
        }
        let values = Catalogue.values(of: current)
        var lines: [String] = [], fields: [String] = [], changes: [String] = []
        for value in values {
            let written = (form[field(value.name)] ?? value.value).trimmed
            var errors = FieldErrors()
            guard written.utf8.count <= 20_000, !written.contains(where: \.isNewline) else {
                errors.add(field(value.name), "Write this on one line, and shorter.")
                throw errors
            }
            if written.isEmpty, value.value.isEmpty { continue }
            if written != value.value { changes.append("\(value.name): \(written)") }
            lines.append("  \(value.name): \(written)")
            fields.append(field(value.name))
        }
        let control = try parse(name, lines, fields, of: version, in: db)
        if isThere, changes.isEmpty {
            throw Problem.refused("Change a value first: with these the policy says what it says now.")
        }
        return ChangedControl(
            name: name, control: control,
            words: changes.isEmpty ? "\(name) added" : "\(name) with \(changes.joined(separator: ", "))")
    }

    static func field(_ parameter: String) -> String { "value-\(parameter)" }

    private static func parse(
        _ name: String, _ lines: [String], _ fields: [String], of version: PolicyVersion, in db: Connection
    ) throws -> any Control {
        let isOnTop = version.school != nil && version.source.contains("\nextends:")
        let head = ["---", "title: T"] + (isOnTop ? ["extends: trust"] : []) + ["---", "A. {#a-changed-rule}", ""]
        let source = (head + ["```rule", "\(name):"] + lines + ["```", ""]).joined(separator: "\n")
        let reading = try PolicyVersion.read(source, file: "form", in: db)
        if let rule = reading.rulebook?.rules.first(where: { $0.name == name }) { return rule.control }
        var errors = FieldErrors()
        for problem in reading.errors {
            let line = problem.line - head.count - 3
            errors.add(fields.indices.contains(line) ? fields[line] : fields.first ?? "control", problem.message + ".")
        }
        throw errors
    }
}
