import Testing

@testable import Crypto

@Suite("Digests and encodings")
struct DigestTests {
    @Test("BLAKE2b-256 gives the published digests")
    func vectors() {
        #expect(Digest.of("").hex == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
        #expect(Digest.of("abc").hex == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    }

    @Test("a digest in parts is the digest of the whole")
    func parts() {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var digester = Digester()
        digester.update([])
        digester.update(Array(bytes[..<1]))
        digester.update(Array(bytes[1..<70_001]))
        digester.update(Array(bytes[70_001...]))
        #expect(digester.finish() == Digest.of(bytes))
    }

    @Test("hexadecimal and base64url come back as they went in, and nothing else is read")
    func encodings() {
        for count in 0..<70 {
            let bytes = random(bytes: count)
            #expect([UInt8](hex: bytes.hex) == bytes)
            #expect([UInt8](base64url: bytes.base64url) == bytes)
        }
        #expect(([0, 255, 16] as [UInt8]).hex == "00ff10")
        #expect(([251, 255, 191] as [UInt8]).base64url == "-_-_")
        for text in ["0", "0g", "00 11", "00:11"] { #expect([UInt8](hex: text) == nil) }
        for text in ["A", "AA==", "+/+/", "AA AA", "AB\n"] { #expect([UInt8](base64url: text) == nil) }
        #expect(Digest(hex: "00") == nil)
        #expect(Digest(hex: Digest.of("a").hex) == Digest.of("a"))
    }

    @Test("a token is 43 characters of an address's alphabet, and reads back to the same digest")
    func tokens() throws {
        let token = Token.random()
        #expect(token.text.utf8.count == 43)
        #expect(try #require(Token(text: token.text)).digest == token.digest)
        #expect(Token.random().text != token.text)
        #expect("\(token)" == "Token(secret)")
        #expect(Token(text: token.text + "A") == nil)
        #expect(Token(text: String(repeating: "=", count: 43)) == nil)
    }

    @Test("a keyed digest holds for its message and its key only")
    func keyed() {
        let key = random(bytes: 32)
        let tag = Digest.keyed([1, 2, 3], key: key).bytes
        #expect(constantTimeEqual(tag, Digest.keyed([1, 2, 3], key: key).bytes))
        #expect(!constantTimeEqual(tag, Digest.keyed([1, 2, 4], key: key).bytes))
        #expect(!constantTimeEqual(tag, Digest.keyed([1, 2, 3], key: random(bytes: 32)).bytes))
        #expect(!constantTimeEqual(tag, []))
    }

    @Test("keyed SHA-256 agrees with RFC 4231")
    func keyedSHA256() {
        func mac(_ text: String, _ key: String) -> String { SHA256.keyed(Array(text.utf8), key: Array(key.utf8)).hex }
        #expect(
            mac("what do ya want for nothing?", "Jefe")
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
