public import Crypto

/// Backup keys as people keep and pass them: a word for what it is, hexadecimal digits, and a check of the digits.
extension BackupKey {
    fileprivate static let word = "schoolgate-backup-secret-"

    public var text: String { Self.word + checked(bytes) }

    /// Reads what ``text`` wrote, alone or in a file with lines that begin with `#`.
    public init(text: String) throws(BackupKeyProblem) {
        let line = keyLine(of: text)
        guard line.hasPrefix(Self.word) || !line.hasPrefix(BackupRecipient.word) else {
            throw BackupKeyProblem("This is the public half. A backup opens with the secret key alone.")
        }
        guard let bytes = unchecked(line, after: Self.word), let key = BackupKey(bytes: bytes) else {
            throw BackupKeyProblem("This is no backup key. `schoolgate backup new-key` makes one.")
        }
        self = key
    }

    /// What a key file holds: the key, and what to do with it.
    public var file: String {
        """
        # A backup key of Schoolgate. Whoever has it can read every backup sealed to
        # \(recipient.text)
        # Keep it away from the server, in two places. Without it, those backups cannot be opened by anybody.
        \(text)

        """
    }
}

extension BackupRecipient {
    fileprivate static let word = "schoolgate-backup-"

    public var text: String { Self.word + checked(bytes) }

    /// Reads what ``text`` wrote; a digit that was copied wrongly is noticed.
    public init(text: String) throws(BackupKeyProblem) {
        let line = keyLine(of: text)
        guard !line.hasPrefix(BackupKey.word) else {
            throw BackupKeyProblem(
                "This is a secret backup key. The server needs the public half alone: the line that begins with "
                    + "\(Self.word), which the key's file names.")
        }
        guard let bytes = unchecked(line, after: Self.word), let recipient = BackupRecipient(bytes: bytes) else {
            throw BackupKeyProblem(
                "`\(line.prefix(40))` is no public backup key, or a digit of it is wrong. "
                    + "`schoolgate backup new-key FILE` makes a key and prints its public half.")
        }
        self = recipient
    }
}

/// Why a text is not the key it should be.
public struct BackupKeyProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

private func checked(_ bytes: [UInt8]) -> String { (bytes + Digest.of(bytes).bytes.prefix(4)).hex }

private func unchecked(_ text: String, after word: String) -> [UInt8]? {
    guard text.hasPrefix(word), let all = [UInt8](hex: text.dropFirst(word.count)), all.count == 36 else { return nil }
    let bytes = Array(all.prefix(32))
    return Array(Digest.of(bytes).bytes.prefix(4)) == Array(all.suffix(4)) ? bytes : nil
}

private func keyLine(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0 == " " } }
    return lines.first { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) } ?? ""
}
