import Foundation
import Glibc
import Synchronization

/// Says yes once.
final class Once: Sendable {
    private let isSpent = Mutex(false)

    func isFirst() -> Bool {
        isSpent.withLock { spent in
            defer { spent = true }
            return !spent
        }
    }
}

enum Base64 {
    static func text(_ plain: String) -> String { Data(plain.utf8).base64EncodedString() }
}
