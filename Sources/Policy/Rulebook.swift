/// What a resolved policy becomes: everything that decides takes one, and cites its clauses.
public struct Rulebook: Sendable {
    public let title: String
    public let number: String
    /// In the order of the document; a base's clauses come first.
    public let clauses: [Clause]
    public let rules: [Rule]
    /// The text as people read it, section by section.
    public let sections: [Section]
    /// The policies it extends, nearest first, by the names that `extends` gives.
    public let bases: [String]
    /// The day its front matter gives, if any.
    public let effective: Day?
    private let ruleIndex: [ObjectIdentifier: Int]
    private let clauseIndex: [Clause.ID: Int]

    public init(
        title: String, number: String, clauses: [Clause], rules: [Rule], sections: [Section] = [], bases: [String] = [],
        effective: Day? = nil
    ) {
        self.title = title
        self.number = number
        self.clauses = clauses
        self.rules = rules
        self.sections = sections
        self.bases = bases
        self.effective = effective
        ruleIndex = Dictionary(
            rules.enumerated().map { (ObjectIdentifier(type(of: $1.control)), $0) }, uniquingKeysWith: { a, _ in a })
        clauseIndex = Dictionary(clauses.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// The control of this type in force, and the clause it stands under.
    public func rule<C: Control>(_ type: C.Type) -> (control: C, clause: Clause.ID)? {
        guard let index = ruleIndex[ObjectIdentifier(type)], let control = rules[index].control as? C else {
            return nil
        }
        return (control, rules[index].clause)
    }

    public func clause(_ id: Clause.ID) -> Clause? { clauseIndex[id].map { clauses[$0] } }

    /// A part of the text under one heading.
    public struct Section: Sendable {
        public enum Block: Sendable, Equatable {
            /// A heading below the section's own.
            case heading(String, level: Int)
            /// Markdown that is no clause.
            case prose(String)
            case clause(Clause.ID)
        }

        /// As clauses are counted, such as `3`; empty before the first heading.
        public let number: String
        public let title: String
        public let blocks: [Block]

        public init(number: String, title: String, blocks: [Block]) {
            self.number = number
            self.title = title
            self.blocks = blocks
        }
    }
}

/// A control with a policy's values, under the clause that asks for it.
public struct Rule: Sendable {
    public let control: any Control
    public let clause: Clause.ID
    /// Clauses of the base whose rule this one tightens.
    public let alsoUnder: [Clause.ID]
    /// Where its block stands; nil when it was made without a file.
    public let place: Place?

    public init(control: any Control, clause: Clause.ID, alsoUnder: [Clause.ID] = [], place: Place? = nil) {
        self.control = control
        self.clause = clause
        self.alsoUnder = alsoUnder
        self.place = place
    }

    public var name: String { type(of: control).name }
    public var kept: Kept { type(of: control).kept }
    public var isBuilt: Bool { type(of: control).isBuilt }
}

/// A block of a policy that ends in `{#id}`.
public struct Clause: Sendable {
    public struct ID: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// What the front matter says, such as who signs, stands under this id when no clause says it.
        public static let frontMatter = ID(rawValue: "front-matter")
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
    /// The policy that its text comes from; empty when it was made without a file.
    public let file: String

    public init(
        id: ID, number: String, section: String, text: String, duties: [String], position: Position, file: String = ""
    ) {
        self.id = id
        self.number = number
        self.section = section
        self.text = text
        self.duties = duties
        self.position = position
        self.file = file
    }
}
