/// Whether two texts say the same.
enum SameWords {
    /// What stays the same between words as they were sent and as a network tells them that keeps them as they are.
    static func comparable(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
