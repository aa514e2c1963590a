public import Crypto
import Foundation

/// A register with its signature: a JSON Web Signature (RFC 7515, flattened) by Ed25519 (RFC 8037), so that any library for
/// those can check it.
struct SignedRegister: Sendable, Codable {
    let protected: String
    let payload: String
    let signature: String

    private struct Header: Codable {
        let alg: String
        let kid: String
        let typ: String
    }

    static let type = "schoolgate-register+json"

    init(_ register: PublicRegister, signedBy key: SigningKey) throws {
        let header = Header(alg: "EdDSA", kid: key.verifying.id, typ: Self.type)
        protected = try Self.bytes(header).base64url
        payload = try Self.bytes(register).base64url
        signature = key.sign(Array("\(protected).\(payload)".utf8)).base64url
    }

    func json() throws -> [UInt8] { try Self.bytes(self) }

    /// The register, when this key signed it.
    func register(checkedWith key: VerifyingKey) throws -> PublicRegister {
        guard let header = [UInt8](base64url: protected), let payloadBytes = [UInt8](base64url: payload),
            let signatureBytes = [UInt8](base64url: signature),
            let known = try? JSONDecoder().decode(Header.self, from: Data(header))
        else { throw RegisterProblem("It is no signed register: download it again from the school’s website.") }
        guard known.alg == "EdDSA", known.typ == Self.type else {
            throw RegisterProblem(
                "It is signed as “\(known.alg)”, of the kind “\(known.typ)”, which is no register of Schoolgate’s.")
        }
        guard key.isValid(signatureBytes, of: Array("\(protected).\(payload)".utf8)) else {
            throw RegisterProblem("The signature is not this key’s. The file was changed, or another key signed it.")
        }
        guard let register = try? JSONDecoder().decode(PublicRegister.self, from: Data(payloadBytes)) else {
            throw RegisterProblem("It is signed by this key, and of another version of Schoolgate.")
        }
        return register
    }

    private static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

/// Why a register proves nothing.
public struct RegisterProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

/// What an outsider learns from a downloaded register, offline.
public struct RegisterReport: Sendable {
    public let trust: String
    public let issued: String
    public let expires: String
    /// Whether it still stood at the time of the check.
    public let isCurrent: Bool
    /// One line for each account.
    public let accounts: [String]

    public init(_ file: [UInt8], key: VerifyingKey, at now: Instant) throws {
        guard let signed = try? JSONDecoder().decode(SignedRegister.self, from: Data(file)) else {
            throw RegisterProblem("It is no signed register: download it again from the school’s website.")
        }
        let register = try signed.register(checkedWith: key)
        trust = register.trust
        issued = register.issued
        expires = register.expires
        isCurrent = PublicRegister.stamp(now) < register.expires
        accounts = register.schools.flatMap { school in
            school.accounts.map { "\(school.name): \($0.name), \($0.network), \($0.url), since \($0.since)" }
        }
    }
}

extension Keys {
    /// Signs the public register; it stays when the master key changes.
    var registerSigning: SigningKey {
        get throws { try SigningKey(seed: derived(for: "register signing")) }
    }
}
