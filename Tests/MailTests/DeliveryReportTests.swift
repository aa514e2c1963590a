import Mail
import Testing

struct DeliveryReportTests {
    private let report = """
        Return-path: <>
        Delivered-To: bounces+m7.abc@school.example
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="=_x y"
        Subject: Mail failed

        --=_x y
        Content-Type: text/plain

        It did not arrive.
        --=_x y
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.school.example

        Final-Recipient: rfc822; priya@school.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 No such
         user here

        --=_x y
        Content-Type: message/rfc822

        From: schoolgate@school.example
        Message-ID: <sg.7.abc@school.example>
        Subject: Two posts wait

        Two posts wait.
        --=_x y--

        """

    @Test("A report says what became of which mail", arguments: [false, true])
    func reading(_ isWindows: Bool) throws {
        let text =
            isWindows
            ? report.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : report
        let report = try DeliveryReport(Array(text.utf8))
        #expect(report.messageID == "sg.7.abc@school.example")
        #expect(report.addressees == ["bounces+m7.abc@school.example"])
        let receiver = try #require(report.receivers.first)
        #expect(receiver.address == "priya@school.example" && receiver.action == .failed && receiver.status == "5.1.1")
        #expect(receiver.words == "550 5.1.1 No such user here")
    }

    @Test("A mail that only waits is no failure")
    func delayed() throws {
        let text = report.replacing("Action: failed", with: "Action: delayed").replacing("5.1.1\n", with: "4.4.1\n")
        #expect(try DeliveryReport(Array(text.utf8)).receivers.map(\.action) == [.delayed])
    }

    @Test("An ordinary mail, an absence notice and an empty file are no reports")
    func others() {
        for text in ["", "Subject: Hello\n\nHello", "Content-Type: multipart/report\n\nx", "\n\n\n"] {
            #expect(throws: DeliveryReport.Fault.notAReport) { try DeliveryReport(Array(text.utf8)) }
        }
        #expect(throws: DeliveryReport.Fault.withoutStatus) {
            try DeliveryReport(Array("Content-Type: multipart/report; boundary=x\n\n--x\n\nhello\n--x--\n".utf8))
        }
        #expect(throws: DeliveryReport.Fault.tooLong) {
            try DeliveryReport([UInt8](repeating: 0x61, count: DeliveryReport.mostBytes + 1))
        }
    }

    @Test("A report cut anywhere, or full of anything, is read or refused, and never more than that")
    func broken() {
        let bytes = Array(report.utf8)
        for end in bytes.indices { _ = try? DeliveryReport(Array(bytes[..<end])) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<8 { changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255) }
            _ = try? DeliveryReport(changed)
        }
    }

    @Test("A report that a stranger filled is read in a moment")
    func large() throws {
        let head = "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n"
        let block = "Final-Recipient: rfc822;a@b\nAction: failed\nStatus: 5.0.0\n\n"
        let blocks = String(repeating: block, count: 20_000)
        let start = ContinuousClock.now
        let report = try DeliveryReport(Array((head + blocks).utf8))
        #expect(report.receivers.count == 100)
        #expect(ContinuousClock.now - start < .seconds(3))
    }
}
