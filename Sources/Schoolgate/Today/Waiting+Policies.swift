import Database
import Policy

extension Waiting {
    /// Versions to sign, and reviews that are due (S2, T1).
    static func policies(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] { [] }
}
