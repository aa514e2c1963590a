import Testing

@Suite struct HTMLPlaceholderTests {}
