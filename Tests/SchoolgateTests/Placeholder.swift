import Testing

@Suite struct SchoolgatePlaceholderTests {}
