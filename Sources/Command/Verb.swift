/// One thing the command line does, such as `policy check`.
struct Verb: Sendable {
    let words: [String]
    /// One line for the overview.
    let summary: String
    /// What follows the options, such as `FILE…`; nil when nothing may.
    let operands: String?
    let options: [CommandOption]
    /// Everything else that `--help` says.
    let explanation: String
    let run: @Sendable (Arguments) async throws -> Int32
    /// For a verb that reads all words of the command line itself.
    var runItself: (@Sendable ([String]) async -> Int32)?

    var name: String { words.joined(separator: " ") }

    var help: String {
        let usage = (["schoolgate", name] + options.map(\.usage) + [operands].compactMap(\.self)).joined(separator: " ")
        let width = options.map(\.form.count).max() ?? 0
        let list = options.map { option in
            "  \(option.form)\(String(repeating: " ", count: width - option.form.count))  \(option.meaning)"
        }.joined(separator: "\n")
        return [summary, "Usage: \(usage)", list, explanation].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

/// A long option, such as `--format json`.
struct CommandOption: Sendable {
    let name: String
    /// What stands for its value in the help; nil for an option without one.
    let value: String?
    let meaning: String
    /// The only values it takes; empty when any will do.
    var choices: [String] = []
    var isRequired = false
    var mayRepeat = false

    var form: String { "--\(name)" + (value.map { " \($0)" } ?? "") }
    var usage: String { isRequired ? form : "[\(form)]" }

    static let format = CommandOption(
        name: "format", value: "text|json", meaning: "how to print: text for people (the default), or JSON",
        choices: ["text", "json"])
}

/// A command used in a way it does not have.
struct UsageProblem: Error {
    let message: String
    init(_ message: String) { self.message = message }
}
