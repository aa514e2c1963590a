/// A policy as its file gives it, before the policy it extends is known.
public struct PolicyDocument: Sendable {
    /// A block of the text, in order.
    enum Block: Sendable {
        case heading(String, level: Int)
        case prose(String)
        /// An index into the clauses.
        case clause(Int)
    }

    struct MarkedClause: Sendable {
        let id: Clause.ID
        let text: String
        let duties: [String]
        let position: Position
    }

    /// A rule block, or what the front matter says in its stead.
    struct RuleText: Sendable {
        let control: String
        let position: Position
        let clause: Clause.ID
        var parameters: [(key: String, keyPosition: Position, value: YAML)]
        /// What the front matter calls a parameter, where that is another name: `review` for `every`.
        var written: [String: String] = [:]
    }

    public let file: String
    public internal(set) var title = ""
    public internal(set) var number = ""
    /// The name of the policy it extends.
    public internal(set) var extends: String?
    public internal(set) var effective: Day?
    var extendsPosition = Position(line: 1, column: 1)
    var blocks: [Block] = []
    var clauses: [MarkedClause] = []
    var rules: [RuleText] = []
    /// What stands at the head and has no clause of its own, as the file says it.
    var headLines: [(key: String, text: String)] = []
    var headPosition = Position(line: 1, column: 1)

    init(file: String) { self.file = file }

    /// Reads a policy's own text; nil when nothing in it can be read.
    static func read(_ raw: [UInt8], file: String, problems: inout Problems) -> PolicyDocument? {
        guard let source = SourceText(raw, problems: &problems) else { return nil }
        var document = PolicyDocument(file: file)
        let bodyLine = FrontMatter.read(source, into: &document, problems: &problems)
        var body = BodyReader(source: source, firstLine: bodyLine, document: document, problems: problems)
        body.read()
        problems = body.problems
        return body.document
    }
}
