import Policy

/// The options and operands of one command, read strictly.
struct Arguments: Sendable {
    private var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    init(_ words: [String], for verb: Verb) throws(UsageProblem) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let option = try Arguments.option(String(parts[0]), of: verb)
            var value = ""
            if let placeholder = option.value {
                guard let given = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
                    throw UsageProblem("`--\(option.name)` needs its value: --\(option.name) \(placeholder)")
                }
                value = given
                if !option.choices.isEmpty, !option.choices.contains(value) {
                    let near = nearest(value, in: option.choices).map { "; the nearest is `\($0)`" } ?? ""
                    throw UsageProblem(
                        "`--\(option.name)` is \(option.choices.inWords("or")), not `\(value)`\(near)")
                }
            } else if parts.count > 1 {
                throw UsageProblem("`--\(option.name)` takes no value")
            }
            if values[option.name] != nil, !option.mayRepeat {
                throw UsageProblem("`--\(option.name)` is given twice")
            }
            values[option.name, default: []].append(value)
        }
        if verb.operands == nil, let first = operands.first {
            throw UsageProblem("`schoolgate \(verb.name)` takes options only, not `\(first)`")
        }
        for option in verb.options where option.isRequired && values[option.name] == nil {
            throw UsageProblem("`\(option.form)` is missing")
        }
    }

    private static func option(_ word: String, of verb: Verb) throws(UsageProblem) -> CommandOption {
        let name = String(word.drop { $0 == "-" })
        guard word.hasPrefix("--"), let option = verb.options.first(where: { $0.name == name }) else {
            let near = nearest(name, in: verb.options.map(\.name) + ["help"]).map { "; the nearest is `--\($0)`" } ?? ""
            throw UsageProblem("`schoolgate \(verb.name)` has no option `\(word)`\(near)")
        }
        return option
    }

    func value(_ name: String) -> String? { values[name]?.last }
    func values(_ name: String) -> [String] { values[name] ?? [] }
    func has(_ name: String) -> Bool { values[name] != nil }
    var isJSON: Bool { value("format") == "json" }
}
