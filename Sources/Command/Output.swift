import Foundation

/// What the command prints: answers on standard output, trouble on standard error.
enum Output {
    static func line(_ text: String) { write(text + "\n", to: .standardOutput) }
    static func json(_ value: JSON) { line(value.text) }
    static func error(_ text: String) { write(text + "\n", to: .standardError) }
    static func flush() { fflush(nil) }
    static func exit(_ status: Int32) -> Never { Foundation.exit(status) }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone away, such as `head`, is no reason to complain.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
