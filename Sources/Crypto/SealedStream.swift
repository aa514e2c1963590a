internal import CSodium

/// The form of a sealed stream: a line that names it, the stream's key sealed to the recipient, the header of
/// libsodium's secret stream, then pieces, each after its length.
private enum Form {
    static let name = Array("schoolgate sealed stream 1\n".utf8)
    static let keySize = 32
    static let sealedKeySize = 32 + 16 + keySize
    static let headerSize = 24
    static let headSize = name.count + sealedKeySize + headerSize
    static let overhead = 17
    static let pieceSize = 65_536
    static let middle: UInt8 = 0
    static let last: UInt8 = 3
}

/// Seals a stream of any length to a public key. What it answers is to be written in order.
public struct StreamSealer: ~Copyable {
    private var state = crypto_secretstream_xchacha20poly1305_state()
    private var pending: [UInt8]
    private var rest: [UInt8] = []

    public init(to recipient: BackupRecipient) {
        Sodium.ready()
        var key = random(bytes: Form.keySize)
        defer { sodium_memzero(&key, key.count) }
        var sealedKey = [UInt8](repeating: 0, count: Form.sealedKeySize)
        crypto_box_seal(&sealedKey, key, UInt64(key.count), recipient.bytes)
        var header = [UInt8](repeating: 0, count: Form.headerSize)
        crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
        self.pending = Form.name + sealedKey + header
    }

    /// Takes bytes and answers what can be written so far.
    public mutating func seal(_ bytes: [UInt8]) -> [UInt8] {
        rest += bytes
        var start = 0
        // The last piece is marked as such, so one is always kept back.
        while rest.count - start > Form.pieceSize {
            push(Array(rest[start..<start + Form.pieceSize]), Form.middle)
            start += Form.pieceSize
        }
        rest.removeFirst(start)
        return takePending()
    }

    /// Answers the end of the stream.
    public consuming func finish() -> [UInt8] {
        push(rest, Form.last)
        return takePending()
    }

    private mutating func push(_ plain: [UInt8], _ tag: UInt8) {
        var sealed = [UInt8](repeating: 0, count: plain.count + Form.overhead)
        crypto_secretstream_xchacha20poly1305_push(&state, &sealed, nil, plain, UInt64(plain.count), nil, 0, tag)
        withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { pending += $0 }
        pending += sealed
    }

    private mutating func takePending() -> [UInt8] {
        defer { pending = [] }
        return pending
    }
}

/// Opens what a ``StreamSealer`` sealed. Nothing it answers is whole before ``finish()`` has agreed.
public struct StreamOpener: ~Copyable {
    private var state = crypto_secretstream_xchacha20poly1305_state()
    private let key: BackupKey
    private var rest: [UInt8] = []
    private var hasBegun = false
    private var hasEnded = false

    public init(with key: BackupKey) {
        Sodium.ready()
        self.key = key
    }

    /// Takes bytes as they were written, in parts of any size, and answers what they held.
    public mutating func open(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        rest += bytes
        var start = 0
        if !hasBegun {
            guard rest.count >= Form.headSize else { return [] }
            try begin()
            start = Form.headSize
        }
        var plain: [UInt8] = []
        while rest.count - start >= 4 {
            let size = rest[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            guard !hasEnded, size >= Form.overhead, size <= Form.pieceSize + Form.overhead else { throw .cannotOpen }
            guard rest.count - start - 4 >= size else { break }
            plain += try pull(Array(rest[start + 4..<start + 4 + size]))
            start += 4 + size
        }
        rest.removeFirst(start)
        return plain
    }

    /// Refuses a stream that was cut short or has something behind its end.
    public consuming func finish() throws(CryptoError) {
        guard hasEnded, rest.isEmpty else { throw .cannotOpen }
    }

    private mutating func begin() throws(CryptoError) {
        guard rest.starts(with: Form.name) else { throw .cannotOpen }
        let sealedKey = Array(rest[Form.name.count..<Form.name.count + Form.sealedKeySize])
        let header = Array(rest[Form.name.count + Form.sealedKeySize..<Form.headSize])
        var streamKey = [UInt8](repeating: 0, count: Form.keySize)
        defer { sodium_memzero(&streamKey, streamKey.count) }
        let code = crypto_box_seal_open(
            &streamKey, sealedKey, UInt64(sealedKey.count), key.recipient.bytes, key.bytes
        )
        guard code == 0 else { throw .unknownKey }
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, streamKey) == 0 else {
            throw .cannotOpen
        }
        hasBegun = true
    }

    private mutating func pull(_ sealed: [UInt8]) throws(CryptoError) -> [UInt8] {
        var plain = [UInt8](repeating: 0, count: sealed.count - Form.overhead)
        var tag: UInt8 = 0
        let code = crypto_secretstream_xchacha20poly1305_pull(
            &state, &plain, nil, &tag, sealed, UInt64(sealed.count), nil, 0
        )
        guard code == 0 else { throw .cannotOpen }
        hasEnded = tag == Form.last
        return plain
    }
}
