import Foundation
import Synchronization

extension GraphStandIn {
    struct Container: Sendable {}
    struct Media: Sendable {}

    /// Nil for what is not Instagram's.
    func instagram(_ request: HTTPRequest, _ parts: [String], _ token: Token) -> HTTPAnswer? { nil }
}
