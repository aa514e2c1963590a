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

/// Counts how often something happens.
package final class Counter: Sendable {
    private let count = Mutex(0)

    package init() {}

    package func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
