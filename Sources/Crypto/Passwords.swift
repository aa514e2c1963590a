internal import CSodium
internal import Dispatch

/// Hashes passwords by Argon2id, a few at a time, on threads of its own: each takes about a tenth of a second.
public struct Passwords: Sendable {
    /// How much work one hash is.
    public enum Strength: Sendable {
        /// 64 MiB and two passes: libsodium's interactive limits.
        case interactive
        /// The least libsodium allows, so that tests are quick.
        case least
    }

    private let strength: Strength
    private let gate: DispatchSemaphore
    private let queue: DispatchQueue

    public init(_ strength: Strength = .interactive, atOnce: Int = 2) {
        self.strength = strength
        gate = DispatchSemaphore(value: atOnce)
        queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    }

    public func hash(_ password: String) async throws -> String {
        let strength = strength
        return try await work {
            Sodium.ready()
            var output = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
            let result = crypto_pwhash_str(
                &output, password, UInt64(password.utf8.count), strength.passes, strength.memory)
            guard result == 0 else { throw CryptoError.outOfMemory }
            return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    public func verify(_ password: String, _ hash: String) async -> Bool {
        let result = try? await work {
            Sodium.ready()
            return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
        }
        return result ?? false
    }

    private func work<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [gate] in
                gate.wait()
                defer { gate.signal() }
                continuation.resume(with: Result { try body() })
            }
        }
    }
}

extension Passwords.Strength {
    fileprivate var passes: UInt64 {
        switch self {
        case .interactive: 2
        case .least: 1
        }
    }

    fileprivate var memory: Int {
        switch self {
        case .interactive: 67_108_864
        case .least: 8_192
        }
    }
}
