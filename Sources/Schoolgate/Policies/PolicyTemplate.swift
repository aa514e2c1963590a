/// A policy to start from, in our own words.
struct PolicyTemplate: Sendable {
    let name: String
    let title: String
    let source: String

    static let all: [PolicyTemplate] = [
        ("primary-school", "Primary school"), ("special-school", "Special school, with an acceptable-use agreement"),
        ("maintained-primary", "Primary school maintained by a council"), ("trust", "Multi-academy trust"),
        ("model", "Model policy for schools and trusts"),
    ].compactMap { name, title in
        EmbeddedFiles.text("templates/\(name).md").map { PolicyTemplate(name: name, title: title, source: $0) }
    }

    static func named(_ name: String) -> PolicyTemplate? { all.first { $0.name == name } }
}
