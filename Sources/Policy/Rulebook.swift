/// What a resolved policy becomes: everything that decides takes one, and cites its clauses.
public struct Rulebook: Sendable {
    public let title: String
    public let number: String
    /// In the order of the document; a base's clauses come first.
    public let clauses: [Clause]
    public let rules: [Rule]

    public init(title: String, number: String, clauses: [Clause], rules: [Rule]) {
        self.title = title
        self.number = number
        self.clauses = clauses
        self.rules = rules
    }

    /// The control of this type in force, and the clause it stands under.
    public func rule<C: Control>(_ type: C.Type) -> (control: C, clause: Clause.ID)? {
        for rule in rules { if let control = rule.control as? C { return (control, rule.clause) } }
        return nil
    }
}

/// A control with a policy's values, under the clause that asks for it.
public struct Rule: Sendable {
    public let control: any Control
    public let clause: Clause.ID

    public init(control: any Control, clause: Clause.ID) {
        self.control = control
        self.clause = clause
    }

    public var name: String { type(of: control).name }
}

/// A block of a policy that ends in `{#id}`.
public struct Clause: Sendable {
    public struct ID: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    /// As shown to people, such as `3.1`.
    public let number: String
    /// The heading it stands under.
    public let section: String
    /// The clause itself, as Markdown.
    public let text: String
    /// The duties of `clauses.md` that it carries, such as `S10`.
    public let duties: [String]
    public let position: Position

    public init(id: ID, number: String, section: String, text: String, duties: [String], position: Position) {
        self.id = id
        self.number = number
        self.section = section
        self.text = text
        self.duties = duties
        self.position = position
    }
}
