/// What a rule has to say about a post: what, why, and what to do next.
public struct Finding: Sendable, Equatable {
    public let rule: String
    public let clause: Clause.ID
    public let severity: Severity
    /// Half-open UTF-8 bytes of the text; nil when it is about a picture or the whole post.
    public let span: Span?
    /// The picture it is about, counted from 0.
    public let image: Int?
    /// The number of the face it is about, as the picture's boxes count.
    public let face: Int?
    public let reason: String
    public let remedy: String

    public init(
        rule: String, clause: Clause.ID, severity: Severity, span: Span?, image: Int?, face: Int? = nil,
        reason: String, remedy: String
    ) {
        self.rule = rule
        self.clause = clause
        self.severity = severity
        self.span = span
        self.image = image
        self.face = face
        self.reason = reason
        self.remedy = remedy
    }
}

/// A stretch of a text, in half-open UTF-8 bytes.
public struct Span: Sendable, Hashable {
    public let start: Int
    public let end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}
