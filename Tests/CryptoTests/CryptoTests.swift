import Testing

@testable import Crypto

@Suite struct CryptoTests {
    @Test func `a digest is BLAKE2b with 32 bytes`() {
        // RFC 7693's function, for the empty message, at 32 bytes.
        #expect(Digest.of([]).hex == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
    }

    @Test func `parts are framed, so that moving a border changes the digest`() {
        #expect(Digest.of(parts: [[1, 2], [3]]) != Digest.of(parts: [[1], [2, 3]]))
    }

    @Test func `what is sealed opens with its key and its context alone`() throws {
        let key = random(bytes: 32)
        let sealed = try Sealed.seal(Array("a password".utf8), key: key, context: "account 7")
        #expect(try Sealed.open(sealed, key: key, context: "account 7") == Array("a password".utf8))
        #expect(throws: CryptoError.cannotOpen) { try Sealed.open(sealed, key: key, context: "account 8") }
        #expect(throws: CryptoError.cannotOpen) {
            try Sealed.open(sealed, key: random(bytes: 32), context: "account 7")
        }
        var changed = sealed
        changed[changed.count - 1] ^= 1
        #expect(throws: CryptoError.cannotOpen) { try Sealed.open(changed, key: key, context: "account 7") }
    }

    @Test func `a signature holds for its bytes and its key alone`() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        let signature = key.sign([1, 2, 3])
        #expect(key.verifying.isValid(signature, of: [1, 2, 3]))
        #expect(!key.verifying.isValid(signature, of: [1, 2, 4]))
        #expect(!SigningKey().verifying.isValid(signature, of: [1, 2, 3]))
    }

    @Test func `a password verifies against its own hash alone`() async throws {
        let passwords = Passwords(.least)
        let hash = try await passwords.hash("Lantern-walk-4")
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(try await passwords.verify("Lantern-walk-4", hash))
        #expect(try await !passwords.verify("lantern-walk-4", hash))
        #expect(try await !passwords.verify("Lantern-walk-4", "not a hash"))
    }

    @Test(arguments: ["", "abc", String(repeating: "a", count: 44), String(repeating: "é", count: 43)])
    func `what has not the shape of a token is none`(text: String) {
        #expect(Token(text: text) == nil)
    }

    @Test func `hexadecimal digits come back as the same bytes`() {
        #expect([UInt8](hex: "00ff7f") == [0, 255, 127])
        #expect([UInt8](hex: "0") == nil)
        #expect([UInt8](hex: "zz") == nil)
    }
}
