import Testing

@testable import Crypto

@Suite struct OneTimeCodeTests {
    /// RFC 6238, appendix B, SHA-1, cut to six figures.
    @Test(
        "the codes are those of RFC 6238",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) throws {
        let secret = try #require(OneTimeCode(base32: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        #expect(secret.code(at: seconds) == code)
    }

    @Test("a code works once, and one step early or late")
    func once() throws {
        let secret = OneTimeCode()
        let step = try #require(secret.step(of: secret.code(at: 9_000), at: 9_000, after: nil))
        #expect(step == 300)
        #expect(secret.step(of: secret.code(at: 9_000), at: 9_029, after: step) == nil)
        #expect(secret.step(of: secret.code(at: 9_000), at: 9_031, after: nil) == 300)
        #expect(secret.step(of: secret.code(at: 9_000), at: 9_065, after: nil) == nil)
        #expect(secret.step(of: "12345", at: 9_000, after: nil) == nil)
    }

    @Test("a secret is read as networks write it, and nothing else is")
    func reading() throws {
        let secret = OneTimeCode()
        let spaced = secret.base32.lowercased().enumerated().map { $0 % 4 == 3 ? "\($1) " : "\($1)" }.joined()
        #expect(OneTimeCode(base32: spaced) == secret)
        #expect(OneTimeCode(base32: "not base 32!") == nil)
        #expect(OneTimeCode(base32: "GEZDGNBV") == nil)
        #expect(OneTimeCode(base32: "") == nil)
    }

    @Test("it prints without its secret")
    func prints() {
        let secret = OneTimeCode()
        #expect(!"\(secret)".contains(secret.base32))
        #expect(!String(reflecting: secret).contains(secret.base32))
        #expect(
            secret.address(account: "Larkmere & co", issuer: "Schoolgate").hasPrefix(
                "otpauth://totp/Schoolgate:Larkmere%20%26%20co?secret="))
    }
}
