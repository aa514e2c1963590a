internal import COpenSSL
import Crypto

/// A private key that OpenSSL made, for tokens as a provider signs them.
package final class SignerKey: Sendable {
    // Unsafe but right: OpenSSL's keys are counted and may be used by several threads at once.
    nonisolated(unsafe) private let key: OpaquePointer
    package let algorithm: String

    package struct NotMade: Error {}

    package init(_ algorithm: String, bits: Int = 2_048) throws {
        let context = EVP_PKEY_CTX_new_from_name(nil, algorithm == "ES256" ? "EC" : "RSA", nil)
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1 else { throw NotMade() }
        if algorithm == "ES256" {
            guard EVP_PKEY_CTX_set_group_name(context, "prime256v1") == 1 else { throw NotMade() }
        } else {
            guard EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(bits)) == 1 else { throw NotMade() }
        }
        guard EVP_PKEY_generate(context, &made) == 1, let made else { throw NotMade() }
        key = made
        self.algorithm = algorithm
    }

    deinit { EVP_PKEY_free(key) }

    /// As the provider publishes it; `more` goes in front of the rest.
    package func json(id: String? = nil, _ more: String = "") -> String {
        let name = id.map { #""kid":"\#($0)","# } ?? ""
        if algorithm == "ES256" {
            return
                #"{"kty":"EC","crv":"P-256",\#(name)\#(more)"x":"\#(number("qx", 32))","y":"\#(number("qy", 32))"}"#
        }
        return #"{"kty":"RSA",\#(name)\#(more)"n":"\#(number("n"))","e":"\#(number("e"))"}"#
    }

    /// The bytes of the public key, which an attacker would use as a shared one.
    package var publicBytes: [UInt8] { Array(number(algorithm == "ES256" ? "qx" : "n").utf8) }

    private func number(_ name: String, _ size: Int? = nil) -> String {
        var number: OpaquePointer?
        EVP_PKEY_get_bn_param(key, name, &number)
        defer { BN_free(number) }
        let count = size ?? (Int(BN_num_bits(number)) + 7) / 8
        var bytes = [UInt8](repeating: 0, count: count)
        BN_bn2binpad(number, &bytes, Int32(count))
        return bytes.base64url
    }

    func sign(_ bytes: [UInt8]) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        EVP_DigestSignInit(context, &keyContext, EVP_sha256(), nil, key)
        if algorithm == "PS256" {
            EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING)
            EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST)
        }
        var signature = [UInt8](repeating: 0, count: 1_100)
        var count = signature.count
        EVP_DigestSign(context, &signature, &count, bytes, bytes.count)
        signature.removeLast(signature.count - count)
        guard algorithm == "ES256" else { return signature }
        return signature.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let pair = d2i_ECDSA_SIG(nil, &start, buffer.count) else { return [] }
            defer { ECDSA_SIG_free(pair) }
            var bytes = [UInt8](repeating: 0, count: 64)
            bytes.withUnsafeMutableBufferPointer { out in
                BN_bn2binpad(ECDSA_SIG_get0_r(pair), out.baseAddress, 32)
                BN_bn2binpad(ECDSA_SIG_get0_s(pair), out.baseAddress?.advanced(by: 32), 32)
            }
            return bytes
        }
    }

    /// A token with these claims; `header` replaces what its header would say.
    package func token(_ claims: String, id: String? = nil, header: String? = nil) -> String {
        let name = id.map { #","kid":"\#($0)""# } ?? ""
        let head = header ?? #"{"alg":"\#(algorithm)","typ":"JWT"\#(name)}"#
        let signed = Array(head.utf8).base64url + "." + Array(claims.utf8).base64url
        return signed + "." + sign(Array(signed.utf8)).base64url
    }
}

/// Keys that every test shares: making them takes a while.
package enum SignerKeys {
    package static let rsa = Result { try SignerKey("RS256") }
    package static let otherRSA = Result { try SignerKey("RS256") }
    package static let pss = Result { try SignerKey("PS256") }
    package static let curve = Result { try SignerKey("ES256") }
    package static let weak = Result { try SignerKey("RS256", bits: 1_024) }
}
