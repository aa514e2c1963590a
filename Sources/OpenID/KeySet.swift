/// The keys that a provider publishes, as far as they check signatures.
struct KeySet: Sendable {
    static let mostKeys = 64
    let keys: [PublicKey]

    /// Nil when it is no set of keys; keys of no use to us are left out.
    init?(_ bytes: [UInt8]) {
        guard let list = JSONValue(bytes)?["keys"]?.list, list.count <= Self.mostKeys else {
            return nil
        }
        keys = list.compactMap { PublicKey($0) }
    }

    enum Choice: Sendable {
        case key(PublicKey)
        /// The provider may have made a new one since.
        case unknown
        /// Several would do, so that nobody can say which one is meant.
        case ambiguous
    }

    /// The key that a token names; without a name, the only one there is for its algorithm.
    func key(named id: String?, for algorithm: Algorithm) -> Choice {
        let fitting = keys.filter { $0.fits(algorithm) && (id == nil || $0.id == id) }
        switch fitting.count {
        case 0: return .unknown
        case 1: return .key(fitting[0])
        default: return .ambiguous
        }
    }
}
