import Mail
import Testing

struct MailMessageTests {
    private func message() throws -> Message {
        Message(
            from: Mailbox(name: "Hollybank Primary", address: try #require(MailAddress("school@hollybank.example"))),
            to: Mailbox(name: "Priya Shah", address: try #require(MailAddress("priya@hollybank.example"))),
            subject: "Two posts wait for your approval", text: "Two posts wait for your approval.\n", id: "sg.7",
            sentAt: 1_795_251_720)
    }

    private func lines(_ message: Message) throws -> [String] {
        String(decoding: try message.bytes(), as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    @Test("A mail says who wrote it, to whom, when, and that a program did")
    func headers() throws {
        var message = try message()
        message.unsubscribe = "https://hollybank.example/mail/stop/7/abc"
        let lines = try lines(message)
        #expect(lines.contains("From: Hollybank Primary <school@hollybank.example>"))
        #expect(lines.contains("To: Priya Shah <priya@hollybank.example>"))
        #expect(lines.contains("Subject: Two posts wait for your approval"))
        #expect(lines.contains("Date: Sat, 21 Nov 2026 09:02:00 +0000"))
        #expect(lines.contains("Message-ID: <sg.7@hollybank.example>"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
        #expect(lines.contains("List-Unsubscribe: <https://hollybank.example/mail/stop/7/abc>"))
        #expect(lines.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
    }

    @Test("A mail that cannot be switched off offers nothing to unsubscribe from")
    func noUnsubscribe() throws {
        #expect(try lines(message()).allSatisfy { !$0.hasPrefix("List-") })
    }

    @Test(
        "Nothing in a header can begin another one",
        arguments: [
            "x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\rBcc: a@b", "x\u{0}y", "x\u{2028}y", "x\u{85}y",
        ])
    func injection(_ text: String) throws {
        let plain = try message()
        var subject = plain, sender = plain, receiver = plain, link = plain, id = plain
        subject.subject = text
        sender.from = Mailbox(name: text, address: plain.from.address)
        receiver.to = Mailbox(name: text, address: plain.to.address)
        link.unsubscribe = "https://school.example/" + text
        id.id = text
        for message in [subject, sender, receiver, link, id] {
            #expect(throws: Message.Fault.self) { try message.bytes() }
        }
        #expect(MailAddress("a@b.example" + text) == nil)
        #expect(MailAddress(text + "@b.example") == nil)
    }

    @Test("An address is a name, an @ and a host, and nothing that a server would read as more")
    func addresses() {
        for good in ["a@b", "first.last+tag@mail.school.example", "o'neill@school.example"] {
            #expect(MailAddress(good)?.text == good)
        }
        for bad in [
            "", "a", "@b", "a@", "a@b c", "a b@c", "a@@b", "<a@b>", "a@b>", "a@b,c@d", "\"a\"@b", ".a@b", "a..b@c",
            "a@b.", "a@-b", "ä@b.example", "a@bücher.example", String(repeating: "a", count: 65) + "@b",
            "a@" + String(repeating: "b.", count: 150) + "c",
        ] {
            #expect(MailAddress(bad) == nil, "\(bad)")
        }
    }

    @Test("Names and subjects beyond ASCII become encoded words that fit their lines and break no letter")
    func encodedWords() throws {
        var message = try message()
        message.subject = String(repeating: "Żółć gęślą jaźń ", count: 7) + "fin"
        message.from = Mailbox(name: "École Sainte-Ædd “Crèche” & Maternelle de l’Été", address: message.from.address)
        let lines = try lines(message)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(decoded(header: "Subject", in: lines) == message.subject)
        #expect(decoded(header: "From", in: lines)?.hasPrefix(message.from.name) == true)
    }

    @Test("A long plain subject is folded where it has spaces, and one word too long for a line is encoded")
    func folding() throws {
        var message = try message()
        message.subject = String(repeating: "waiting posts ", count: 14) + "end"
        #expect(try lines(message).allSatisfy { $0.utf8.count <= 76 })
        #expect(decoded(header: "Subject", in: try lines(message)) == message.subject)
        message.subject = String(repeating: "x", count: 200)
        #expect(try lines(message).allSatisfy { $0.utf8.count <= 76 })
        #expect(decoded(header: "Subject", in: try lines(message)) == message.subject)
    }

    @Test("A name with commas or quotation marks is one name")
    func quotedNames() throws {
        var message = try message()
        message.to = Mailbox(name: #"Shah, Priya "P" \"#, address: message.to.address)
        #expect(try lines(message).contains(#"To: "Shah, Priya \"P\" \\" <priya@hollybank.example>"#))
    }

    @Test("A body passes a server that knows only ASCII and short lines")
    func bodies() throws {
        var message = try message()
        message.text = "Grüße = “gut” \n.\n..\nFrom here\n" + String(repeating: "é", count: 300) + "\ttab \n"
        message.html = "<p>Grüße</p>\n"
        let bytes = try message.bytes()
        let lines = try lines(message)
        #expect(bytes.allSatisfy { $0 == 0x0D || $0 == 0x0A || $0 == 0x09 || (0x20...0x7E).contains($0) })
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") && !$0.hasSuffix(" ") })
        #expect(
            bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().allSatisfy { $0.last == 0x0D })
        #expect(lines.contains("Gr=C3=BC=C3=9Fe =3D =E2=80=9Cgut=E2=80=9D=20"))
        #expect(lines.contains("--=_sg.7_part") && lines.contains("--=_sg.7_part--"))
    }

    @Test("Everything in a mail is bounded")
    func bounds() throws {
        let plain = try message()
        var subject = plain, body = plain, link = plain, id = plain, empty = plain, date = plain
        subject.subject = String(repeating: "x", count: 201)
        body.text = String(repeating: "x", count: 200_001)
        link.unsubscribe = "https://school.example/" + String(repeating: "x", count: 1_000)
        id.id = String(repeating: "x", count: 49)
        empty.subject = ""
        date.sentAt = -1
        for message in [subject, body, link, id, empty, date] {
            #expect(throws: Message.Fault.self) { try message.bytes() }
        }
    }

    @Test(
        "Dates are right at the edges of years and leap days",
        arguments: [
            (Int64(0), "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_399, "Mon, 28 Feb 2000 23:59:59 +0000"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"), (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 +0000"),
            (4_107_542_400, "Mon, 1 Mar 2100 00:00:00 +0000"),
        ])
    func dates(_ seconds: Int64, _ text: String) throws {
        var message = try message()
        message.sentAt = seconds
        #expect(try lines(message).first == "Date: \(text)")
    }

    /// What a program that shows mails makes of a header.
    private func decoded(header name: String, in lines: [String]) -> String? {
        guard let first = lines.firstIndex(where: { $0.hasPrefix(name + ": ") }) else { return nil }
        let rest = lines[(first + 1)...].prefix { $0.hasPrefix(" ") }
        var text = "", wasWord = false
        for piece in ([String(lines[first].dropFirst(name.count + 2))] + rest).joined().split(separator: " ") {
            guard piece.hasPrefix("=?utf-8?Q?"), piece.hasSuffix("?=") else {
                text += (text.isEmpty ? "" : " ") + piece
                wasWord = false
                continue
            }
            var bytes: [UInt8] = [], units = Array(piece.dropFirst(10).dropLast(2).utf8)[...]
            while let unit = units.popFirst() {
                if unit == UInt8(ascii: "="),
                    let value = UInt8(String(decoding: units.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    units = units.dropFirst(2)
                } else {
                    bytes.append(unit == UInt8(ascii: "_") ? 0x20 : unit)
                }
            }
            // Each word is whole by itself.
            guard let word = String(validating: bytes, as: UTF8.self) else { return nil }
            text += (text.isEmpty || wasWord ? "" : " ") + word
            wasWord = true
        }
        return text
    }
}
