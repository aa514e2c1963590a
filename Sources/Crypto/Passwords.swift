internal import CSodium
internal import Dispatch
internal import Synchronization

/// Hashes and checks passwords by Argon2id, on threads of its own and not too many at once.
public final class Passwords: Sendable {
    /// How much work one hash takes.
    public struct Strength: Sendable, Equatable {
        public let passes: Int
        /// In bytes.
        public let memory: Int

        public init(passes: Int, memory: Int) {
            self.passes = passes
            self.memory = memory
        }

        /// For people who wait: 64 MiB, about a tenth of a second.
        public static let interactive = Strength(passes: 2, memory: 67_108_864)
        /// For tests alone.
        public static let least = Strength(passes: 1, memory: 8_192)
    }

    public static let longest = 1_024

    private let strength: Strength
    private let lanes: [DispatchQueue]
    private let patience: Int
    private let load: Mutex<[Int]>
    /// Checked when there is no such person, so that the answer takes as long as for one there is.
    private let decoy = Mutex<String?>(nil)

    /// Hashes `atOnce` passwords side by side; when more than `patience` calls wait, further ones are refused.
    public init(_ strength: Strength = .interactive, atOnce lanes: Int = 2, patience: Int = 100) {
        Sodium.ready()
        self.strength = strength
        self.lanes = (1...max(1, lanes)).map { DispatchQueue(label: "passwords-\($0)") }
        self.patience = patience
        self.load = Mutex(Array(repeating: 0, count: max(1, lanes)))
    }

    /// A text of at most 128 characters that holds salt, strength and hash.
    public func hash(_ password: String) async throws(CryptoError) -> String {
        guard password.utf8.count <= Self.longest else { throw .passwordTooLong }
        let strength = strength
        return try await run { argon(password, strength) }.get()
    }

    /// Whether the password is the one that was hashed. Without a hash the answer is no, after the same time.
    public func verify(_ password: String, _ hash: String?) async throws(CryptoError) -> Bool {
        guard password.utf8.count <= Self.longest else { return false }
        let known: String
        if let hash { known = hash } else { known = try await decoyHash() }
        let isRight = try await run {
            crypto_pwhash_str_verify(known, password, UInt64(password.utf8.count)) == 0
        }
        return isRight && hash != nil
    }

    /// Whether the password should be hashed anew on the next sign-in, because the strength has changed.
    public func isOutdated(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, UInt64(strength.passes), strength.memory) != 0
    }

    private func decoyHash() async throws(CryptoError) -> String {
        if let known = decoy.withLock(\.self) { return known }
        let made = try await hash(random(bytes: 32).base64url)
        decoy.withLock { $0 = made }
        return made
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws(CryptoError) -> T {
        let chosen = load.withLock { load -> Int? in
            guard load.reduce(0, +) < patience + lanes.count else { return nil }
            let least = load.indices.min { load[$0] < load[$1] } ?? 0
            load[least] += 1
            return least
        }
        guard let chosen else { throw .busy }
        return await withCheckedContinuation { continuation in
            lanes[chosen].async { [self] in
                let value = work()
                load.withLock { $0[chosen] -= 1 }
                continuation.resume(returning: value)
            }
        }
    }
}

private func argon(_ password: String, _ strength: Passwords.Strength) -> Result<String, CryptoError> {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
        guard let start = buffer.baseAddress else { return .failure(.outOfMemory) }
        let code = crypto_pwhash_str_alg(
            start, password, UInt64(password.utf8.count), UInt64(strength.passes), strength.memory,
            crypto_pwhash_ALG_ARGON2ID13
        )
        return code == 0 ? .success(String(cString: start)) : .failure(.outOfMemory)
    }
}
