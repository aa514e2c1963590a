import Database
import Gate
import Policy

extension PolicyVersion {
    /// Reads a policy's source against the trust's policy in force.
    static func read(_ source: String, file: String, in db: Connection) throws -> PolicyReading {
        read(source, file: file, trust: try inForceForTrust(in: db)?.source)
    }

    /// Reads a policy's source on top of this text of the trust's.
    static func read(_ source: String, file: String, trust: String?) -> PolicyReading {
        let library = PolicyLibrary(
            policy: { name in name == "trust" ? trust.map { (file: "trust", bytes: Array($0.utf8)) } : nil },
            names: { trust == nil ? [] : ["trust"] })
        return PolicyReader(catalogue: .all, library: library).read(source, file: file)
    }

    /// What this version becomes when it runs.
    func rulebook(in db: Connection) throws -> Rulebook {
        let reading = try Self.read(source, file: "version \(number)", in: db)
        guard let rulebook = reading.rulebook else {
            throw PolicyUnreadable(version: id, problem: reading.errors.first.map { "\($0)" } ?? "no reason given")
        }
        return rulebook
    }
}

/// A version in force that can no longer be read, as after the trust's policy became tighter.
struct PolicyUnreadable: Error, CustomStringConvertible {
    let version: PolicyVersion.ID
    let problem: String
    var description: String { "policy version \(version.rawValue) cannot be read: \(problem)" }
}
