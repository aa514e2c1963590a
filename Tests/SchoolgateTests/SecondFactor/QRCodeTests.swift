import HTML
import Testing

@testable import Schoolgate

@Suite struct QRCodeTests {
    @Test("A text too long for one makes none, and a picture says what it is")
    func drawing() throws {
        let code = try #require(QRCode("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ", caption: "Scan this"))
        let text = String(decoding: code.body.bytes, as: UTF8.self)
        #expect(text.contains(#"role="img" aria-label="Scan this""#))
        #expect(text.contains("M4 4h7v1H4z"), "the first row of the corner")
        #expect(QRCode(String(repeating: "x", count: 501), caption: "") == nil)
    }
}
