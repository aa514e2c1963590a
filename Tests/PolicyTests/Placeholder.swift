import Testing

@Suite struct PolicyPlaceholderTests {}
