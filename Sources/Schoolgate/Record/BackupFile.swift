import Crypto
import Foundation

/// Writes the frames of a backup, sealed, into a file that stands under its own name only once it is whole.
struct BackupWriter: ~Copyable {
    private let file: FileHandle
    private var sealer: StreamSealer
    private var digester = Digester()
    private var pending: [UInt8] = []
    private(set) var rows = 0
    private(set) var pictures = 0

    init(to file: FileHandle, sealedTo recipient: BackupRecipient) {
        self.file = file
        sealer = StreamSealer(to: recipient)
    }

    mutating func write(_ frame: BackupFrame) throws {
        switch frame {
        case .row: rows += 1
        case .picture: pictures += 1
        case .header, .heads, .end: break
        }
        try frame.write(to: &pending)
        if pending.count >= 1 << 20 { try flush() }
    }

    private mutating func flush() throws {
        digester.update(pending)
        try file.write(contentsOf: Data(sealer.seal(pending)))
        pending.removeAll(keepingCapacity: true)
    }

    /// Signs and writes the end.
    consuming func finish(signing key: SigningKey) throws -> BackupEnd {
        try flush()
        let digest = digester.finish().hex
        let end = BackupEnd(
            rows: rows, pictures: pictures, digest: digest, signature: key.sign(BackupEnd.message(digest)).hex)
        var last: [UInt8] = []
        try BackupFrame.end(end).write(to: &last)
        try file.write(contentsOf: Data(sealer.seal(last)))
        try file.write(contentsOf: Data(sealer.finish()))
        return end
    }
}

/// A backup that lies on a disk.
struct BackupFile {
    let path: String
    let key: BackupKey

    /// Hands over every frame but the last, and answers that one once it is certain that nothing is missing or changed.
    func read(_ body: (BackupFrame) throws -> Void) throws -> BackupEnd {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw InstallationProblem("`\(path)` cannot be opened. Check that it is there and that you may read it.")
        }
        defer { try? file.close() }
        do {
            return try read(file, body)
        } catch CryptoError.unknownKey {
            throw InstallationProblem(
                "This key does not open \(path). It was sealed to another key, or its beginning was changed. Nothing was restored."
            )
        } catch is CryptoError {
            throw InstallationProblem(
                "\(path) is no whole backup: it is another kind of file, or it was cut off or changed. Nothing was restored."
            )
        } catch is BackupDamaged {
            throw InstallationProblem("\(path) does not hold what a backup holds. Nothing was restored.")
        } catch is DecodingError {
            throw InstallationProblem("\(path) does not hold what a backup holds. Nothing was restored.")
        }
    }

    private func read(_ file: FileHandle, _ body: (BackupFrame) throws -> Void) throws -> BackupEnd {
        var opener = StreamOpener(with: key), digester = Digester()
        var rest: [UInt8] = [], start = 0
        var end: BackupEnd?
        while let sealed = try file.read(upToCount: 1 << 20), !sealed.isEmpty {
            rest += try opener.open(Array(sealed))
            while rest.count - start >= 4 {
                let count = rest[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
                guard count <= BackupFrame.limit, end == nil else { throw BackupDamaged() }
                guard rest.count - start - 4 >= count else { break }
                let whole = rest[start..<start + 4 + count]
                let frame = try BackupFrame(whole.dropFirst(4))
                start += 4 + count
                if case .end(let last) = frame {
                    end = last
                } else {
                    digester.update(Array(whole))
                    try body(frame)
                }
            }
            rest.removeFirst(start)
            start = 0
        }
        try opener.finish()
        guard let end, rest.isEmpty, digester.finish().hex == end.digest else { throw BackupDamaged() }
        return end
    }
}
