import Testing

@Suite struct NetworksPlaceholderTests {}
