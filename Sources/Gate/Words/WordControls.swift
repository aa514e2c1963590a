extension PostControls {
    /// The controls on words, links and topics.
    static let words: [any PostControl.Type] = []
}
