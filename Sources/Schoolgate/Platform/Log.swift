import Glibc

/// Writes one line for each event, with its details as `key=value`; never secrets, names or texts.
public struct Log: Sendable {
    private let write: @Sendable (String) -> Void

    public init(_ write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    public static let standardError = Log { line in
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    public func note(_ message: String, _ details: [String: String] = [:]) { line("note", message, details) }
    public func error(_ message: String, _ details: [String: String] = [:]) { line("error", message, details) }

    private func line(_ level: String, _ message: String, _ details: [String: String]) {
        let pairs = details.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
        write("\(level): \(message)" + pairs.joined())
    }
}
