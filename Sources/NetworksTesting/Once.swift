import Foundation
import Glibc
import Synchronization

/// Says yes once.
package final class Once: Sendable {
    private let isSpent = Mutex(false)

    package init() {}

    package func isFirst() -> Bool {
        isSpent.withLock { spent in
            defer { spent = true }
            return !spent
        }
    }
}

package enum Base64 {
    package static func text(_ plain: String) -> String { Data(plain.utf8).base64EncodedString() }
}
