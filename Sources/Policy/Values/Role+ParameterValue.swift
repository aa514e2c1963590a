extension Role: ParameterValue {
    /// Other words that schools use for the roles that carry rights.
    private static let otherWords: [String: Role] = [
        "head": "headteacher", "head-teacher": "headteacher", "principal": "headteacher",
        "deputy-head": "deputy", "deputy-headteacher": "deputy", "deputy-principal": "deputy",
        "chair-of-governors": "chair", "chair-of-the-governors": "chair", "chair-of-the-governing-body": "chair",
        "governors": "governor", "nominated-governor": "governor", "slt": "senior-leader",
        "senior-leadership": "senior-leader", "senior-leaders": "senior-leader",
        "designated-safeguarding-lead": "dsl", "deputy-designated-safeguarding-lead": "deputy-dsl",
        "teachers": "teacher", "school-office": "office", "human-resources": "hr", "communications": "comms",
    ]

    /// The role that a policy's word means: `chair of governors` is `chair`; a word nobody knows stays as it is.
    public init(word: String) {
        let key = word.lowercased().split(separator: " ").joined(separator: "-")
        if let role = Role.otherWords[key] {
            self = role
        } else {
            let role = Role(rawValue: key)
            self = role.isKnown ? role : Role(rawValue: word)
        }
    }

    public init(yaml: YAML) throws(ParameterProblem) {
        let text: String
        do { text = try String(yaml: yaml) } catch {
            throw ParameterProblem(expected: Role.expectation, found: error.found, position: yaml.position)
        }
        guard text.utf8.count <= 80, !text.contains("\n") else {
            throw ParameterProblem(expected: Role.expectation, found: yaml.shown, position: yaml.position)
        }
        self.init(word: text)
    }

    public static var expectation: String { "a role, such as headteacher" }
    public static var listExpectation: String { "a list of roles, such as [headteacher, deputy]" }
    public var shown: String { rawValue.shown }
    public static var examples: [Role] { ["teacher", "senior-leader", "headteacher", "dsl"] }

    public var notes: [String] {
        guard !isKnown else { return [] }
        let near = nearest(rawValue, in: Role.known.map(\.rawValue)).map { "; the nearest is `\($0)`" } ?? ""
        return ["`\(rawValue)` is not a role that carries rights, so nobody can act in it\(near)"]
    }

    /// As a sentence says it, such as `the designated safeguarding lead`.
    public var inWords: String {
        switch rawValue {
        case "teacher": "a teacher"
        case "office": "the school office"
        case "senior-leader": "a senior leader"
        case "deputy": "a deputy headteacher"
        case "headteacher": "the headteacher"
        case "dsl": "the designated safeguarding lead"
        case "deputy-dsl": "a deputy safeguarding lead"
        case "governor": "a governor"
        case "chair": "the chair of governors"
        case "it": "IT staff"
        case "hr": "human resources"
        case "comms": "the communications lead"
        case "administrator": "an administrator"
        default: rawValue
        }
    }
}

extension Sequence<Role> {
    public func inWords(_ last: String = "and") -> String { map(\.inWords).inWords(last) }
}
