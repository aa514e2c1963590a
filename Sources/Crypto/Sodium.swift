internal import CSodium

/// libsodium must be initialised before its first use; every entry point passes through here.
enum Sodium {
    static let isReady: Bool = sodium_init() >= 0

    static func ready() {
        precondition(isReady, "libsodium cannot find a source of randomness")
    }
}

/// What went wrong with a key, a seal or a signature; says nothing about the secret.
public enum CryptoError: Error, Equatable, CustomStringConvertible {
    case wrongKeyLength
    /// The key is another one, or the bytes were changed.
    case cannotOpen
    case outOfMemory
    /// Sealed with a key that is none of those given.
    case unknownKey
    case passwordTooLong
    /// Too many passwords are being checked at once.
    case busy

    public var description: String {
        switch self {
        case .wrongKeyLength: "The key does not have 32 bytes."
        case .cannotOpen: "This was sealed with another key, or it was changed."
        case .outOfMemory: "There is not enough memory for the key derivation."
        case .unknownKey: "This was sealed with a key that is not among those given."
        case .passwordTooLong: "The password is longer than \(Passwords.longest) bytes."
        case .busy: "Too many passwords are being checked at once: try again in a moment."
        }
    }
}

/// Bytes nobody can guess.
public func random(bytes count: Int) -> [UInt8] {
    Sodium.ready()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
}

/// Compares in a time that does not depend on where the two differ.
public func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && sodium_memcmp(a, b, a.count) == 0
}
