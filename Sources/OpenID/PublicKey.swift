internal import COpenSSL
internal import Crypto

/// A key of the provider's that can check a signature.
struct PublicKey: Sendable {
    enum Material: Sendable, Equatable {
        case rsa(modulus: [UInt8], exponent: [UInt8])
        /// A point of P-256.
        case curve(x: [UInt8], y: [UInt8])
    }

    let id: String?
    /// The one algorithm the provider keeps it for; nil when it does not say.
    let algorithm: String?
    let material: Material

    /// Nil for a key that checks no signature we take, such as one for encryption, and for one that is too weak.
    init?(_ json: JSONValue) {
        guard json.isObject else { return nil }
        if let use = json["use"], use.text != "sig" { return nil }
        if let uses = json["key_ops"], uses.texts?.contains("verify") != true { return nil }
        id = json["kid"]?.text
        if json["kid"] != nil, id == nil { return nil }
        algorithm = json["alg"]?.text
        if json["alg"] != nil, algorithm == nil { return nil }
        func number(_ name: String) -> [UInt8]? {
            json[name]?.text.flatMap { $0.utf8.count <= 1_400 ? [UInt8](base64url: $0) : nil }
        }
        switch json["kty"]?.text {
        case "RSA":
            guard let modulus = number("n").map({ Array($0.drop { $0 == 0 }) }),
                let first = modulus.first,
                let exponent = number("e").map({ Array($0.drop { $0 == 0 }) }), let last = exponent.last
            else { return nil }
            let bits = modulus.count * 8 - first.leadingZeroBitCount
            guard (2_048...8_192).contains(bits), exponent.count <= 4, last & 1 == 1, exponent != [1]
            else {
                return nil
            }
            material = .rsa(modulus: modulus, exponent: exponent)
        case "EC":
            guard json["crv"]?.text == "P-256", let x = number("x"), let y = number("y"), x.count == 32,
                y.count == 32
            else { return nil }
            material = .curve(x: x, y: y)
        default: return nil
        }
    }

    /// Whether it may check a signature of this algorithm.
    func fits(_ algorithm: Algorithm) -> Bool {
        if let own = self.algorithm, own != algorithm.rawValue { return false }
        return switch (material, algorithm) {
        case (.rsa, .rs256), (.rsa, .ps256), (.curve, .es256): true
        case (.rsa, .es256), (.curve, .rs256), (.curve, .ps256): false
        }
    }

    /// Whether the signature is this key's over these bytes.
    func verifies(_ signature: [UInt8], of bytes: [UInt8], by algorithm: Algorithm) -> Bool {
        // What OpenSSL notes of a wrong signature would be found by the next TLS connection on this thread.
        defer { ERR_clear_error() }
        guard fits(algorithm), let key = openSSLKey() else { return false }
        defer { EVP_PKEY_free(key) }
        var signature = signature
        if algorithm == .es256 {
            guard let spelt = Self.distinguished(signature) else { return false }
            signature = spelt
        }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        guard EVP_DigestVerifyInit(context, &keyContext, EVP_sha256(), nil, key) == 1 else {
            return false
        }
        if algorithm == .ps256 {
            guard EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1,
                EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1
            else { return false }
        }
        return EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }

    private func openSSLKey() -> OpaquePointer? {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        defer { OSSL_PARAM_BLD_free(builder) }
        switch material {
        case .rsa(let modulus, let exponent):
            guard let n = BN_bin2bn(modulus, Int32(modulus.count), nil) else { return nil }
            defer { BN_free(n) }
            guard let e = BN_bin2bn(exponent, Int32(exponent.count), nil) else { return nil }
            defer { BN_free(e) }
            guard OSSL_PARAM_BLD_push_BN(builder, Name.modulus, n) == 1,
                OSSL_PARAM_BLD_push_BN(builder, Name.exponent, e) == 1
            else { return nil }
            return made("RSA", builder)
        case .curve(let x, let y):
            let point = [4] + x + y
            return point.withUnsafeBytes { point in
                guard
                    OSSL_PARAM_BLD_push_utf8_string(builder, Name.group, Name.p256, 0) == 1,
                    OSSL_PARAM_BLD_push_octet_string(builder, Name.point, point.baseAddress, point.count) == 1
                else { return nil }
                return made("EC", builder)
            }
        }
    }

    /// OpenSSL's names, which its builder keeps as pointers: they have to last.
    private enum Name {
        static var modulus: UnsafePointer<CChar> { lasting("n") }
        static var exponent: UnsafePointer<CChar> { lasting("e") }
        static var group: UnsafePointer<CChar> { lasting("group") }
        static var p256: UnsafePointer<CChar> { lasting("prime256v1") }
        static var point: UnsafePointer<CChar> { lasting("pub") }

        private static func lasting(_ text: StaticString) -> UnsafePointer<CChar> {
            UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        }
    }

    private func made(_ kind: String, _ builder: OpaquePointer) -> OpaquePointer? {
        guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, copenssl_public_key, parameters) == 1
        else { return nil }
        return key
    }

    /// A signature of P-256 as OpenSSL reads it, from the two numbers of 32 bytes that a token carries.
    private static func distinguished(_ signature: [UInt8]) -> [UInt8]? {
        guard signature.count == 64, let pair = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(pair) }
        guard let r = BN_bin2bn(Array(signature[..<32]), 32, nil),
            let s = BN_bin2bn(Array(signature[32...]), 32, nil),
            ECDSA_SIG_set0(pair, r, s) == 1
        else { return nil }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_ECDSA_SIG(pair, &bytes)
        guard count > 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, #file, #line) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}

/// A SHA-256 digest, as the challenge of a sign-in is made.
func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    return digest
}
