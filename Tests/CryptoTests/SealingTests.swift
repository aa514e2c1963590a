import Testing

@testable import Crypto

@Suite("Sealing, signing, streams")
struct SealingTests {
    @Test("XChaCha20-Poly1305 gives the draft's ciphertext")
    func aeadVector() throws {
        let plain = Array(
            ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
                + "sunscreen would be it.").utf8
        )
        let key = Array(UInt8(0x80)...0x9f)
        let nonce = Array(UInt8(0x40)...0x57)
        let data = try #require([UInt8](hex: "50515253c0c1c2c3c4c5c6c7"))
        let sealed = Sealed.encrypt(plain, data, nonce: nonce, key: key)
        #expect(
            sealed.hex
                == "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
                + "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"
        )
    }

    @Test("a sealed secret opens for its context only, and not when a bit has changed")
    func keyring() throws {
        let old = try SealingKey(id: 1, bytes: random(bytes: 32))
        let new = try SealingKey(id: 2, bytes: random(bytes: 32))
        let secret = Array("app password".utf8)
        let sealed = try Keyring(current: old).seal(secret, context: "account 12")
        let keyring = Keyring(current: new, earlier: [old])
        #expect(try keyring.open(sealed, context: "account 12") == secret)
        #expect(keyring.isOutdated(sealed))
        #expect(try !keyring.isOutdated(keyring.seal(secret, context: "account 12")))
        #expect(try keyring.seal(secret, context: "a") != keyring.seal(secret, context: "a"))
        #expect(throws: CryptoError.cannotOpen) { try keyring.open(sealed, context: "account 13") }
        #expect(throws: CryptoError.unknownKey) { try Keyring(current: new).open(sealed, context: "account 12") }
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptoError.self) { try keyring.open(changed, context: "account 12") }
            #expect(throws: CryptoError.self) { try keyring.open(Array(sealed[..<index]), context: "account 12") }
        }
    }

    @Test("Ed25519 gives the first signature of RFC 8032")
    func signatureVector() throws {
        let seed = try #require([UInt8](hex: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        let key = try SigningKey(seed: seed)
        #expect(
            key.verifying.bytes.hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        )
        let signature = key.sign([])
        #expect(
            signature.hex
                == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b"
        )
        #expect(key.verifying.isValid(signature, of: []))
        #expect(!key.verifying.isValid(signature, of: [0]))
        #expect(!SigningKey().verifying.isValid(signature, of: []))
        #expect(!key.verifying.isValid(Array(signature.dropLast()), of: []))
    }

    @Test(
        "a stream of any length opens again in parts of any size", arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func streams(_ length: Int) throws {
        let plain = random(bytes: length)
        let key = BackupKey()
        let sealed = seal(plain, to: key.recipient)
        for step in [1_000, 65_553, 1_000_000] {
            var opener = StreamOpener(with: key)
            var opened: [UInt8] = []
            for start in stride(from: 0, to: sealed.count, by: step) {
                opened += try opener.open(Array(sealed[start..<min(start + step, sealed.count)]))
            }
            try opener.finish()
            #expect(opened == plain)
        }
    }

    @Test("a stream that was cut, changed, lengthened or sealed to another is refused")
    func brokenStreams() throws {
        let key = BackupKey()
        let plain = random(bytes: 150_000)
        let sealed = seal(plain, to: key.recipient)
        func open(_ bytes: [UInt8], _ key: BackupKey) throws {
            var opener = StreamOpener(with: key)
            _ = try opener.open(bytes)
            try opener.finish()
        }
        try open(sealed, key)
        let piece = 4 + 65_536 + 17
        #expect(throws: CryptoError.cannotOpen) { try open(Array(sealed.dropLast()), key) }
        #expect(throws: CryptoError.cannotOpen) { try open(sealed + [0], key) }
        // Cut exactly between two pieces.
        #expect(throws: CryptoError.cannotOpen) { try open(Array(sealed.dropLast(sealed.count - 131 - piece)), key) }
        #expect(throws: CryptoError.cannotOpen) { try open([], key) }
        #expect(throws: CryptoError.unknownKey) { try open(sealed, BackupKey()) }
        for index in stride(from: 0, to: sealed.count, by: 997) {
            var changed = sealed
            changed[index] ^= 128
            #expect(throws: CryptoError.self) { try open(changed, key) }
        }
    }

    private func seal(_ plain: [UInt8], to recipient: BackupRecipient) -> [UInt8] {
        var sealer = StreamSealer(to: recipient)
        var sealed: [UInt8] = []
        for start in stride(from: 0, to: plain.count, by: 50_000) {
            sealed += sealer.seal(Array(plain[start..<min(start + 50_000, plain.count)]))
        }
        return sealed + sealer.finish()
    }
}
