import Testing

@Suite struct CryptoPlaceholderTests {}
