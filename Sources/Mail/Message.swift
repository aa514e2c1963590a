/// A mail that a program sends to one person.
public struct Message: Sendable, Equatable {
    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    /// The words; lines end in a line feed.
    public var text: String
    /// The same as a small page, for programs that show one; without pictures, scripts or anything fetched.
    public var html: String?
    /// What stands before the `@` of the Message-ID: letters, figures, dots and hyphens.
    public var id: String
    /// Seconds since 1970.
    public var sentAt: Int64
    /// Where one request without signing in stops such mails (RFC 8058); nil for what cannot be switched off.
    public var unsubscribe: String?

    public init(
        from: Mailbox, to: Mailbox, subject: String, text: String, html: String? = nil, id: String, sentAt: Int64,
        unsubscribe: String? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.id = id
        self.sentAt = sentAt
        self.unsubscribe = unsubscribe
    }

    /// The Message-ID without its angle brackets.
    public var messageID: String { "\(id)@\(from.address.host)" }

    /// What is wrong with a message, in words for whoever wrote it.
    public struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    static let mostSubject = 200, mostName = 120, mostBody = 200_000, mostLink = 900

    /// The mail as it is handed to a server: lines of at most 76 characters that end in CR LF, nothing beyond ASCII.
    public func bytes() throws(Fault) -> [UInt8] {
        try check()
        var mail: [UInt8] = []
        func header(_ name: String, _ value: String) { mail += "\(name): \(value)\r\n".utf8 }
        header("Date", MailDate.text(sentAt))
        header("From", HeaderWords.mailbox(from, after: "From: ".utf8.count))
        header("To", HeaderWords.mailbox(to, after: "To: ".utf8.count))
        header("Subject", HeaderWords.text(subject, after: "Subject: ".utf8.count))
        header("Message-ID", "<\(messageID)>")
        header("Auto-Submitted", "auto-generated")
        // For older servers, so that nobody's absence notice comes back.
        header("X-Auto-Response-Suppress", "All")
        if let unsubscribe {
            header("List-Unsubscribe", "<\(unsubscribe)>")
            header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        }
        header("MIME-Version", "1.0")
        guard let html else {
            mail += Self.part("text/plain", text)
            return mail
        }
        let boundary = "=_\(id)_part"
        header("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\"")
        for part in [Self.part("text/plain", text), Self.part("text/html", html)] {
            mail += "\r\n--\(boundary)\r\n".utf8
            mail += part
        }
        mail += "\r\n--\(boundary)--\r\n".utf8
        return mail
    }

    private static func part(_ type: String, _ text: String) -> [UInt8] {
        Array("Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
            + QuotedPrintable.encode(text)
    }

    private func check() throws(Fault) {
        try Self.check(subject, "subject", atMost: Self.mostSubject)
        try Self.check(from.name, "sender's name", atMost: Self.mostName)
        try Self.check(to.name, "receiver's name", atMost: Self.mostName)
        guard !subject.isEmpty else { throw Fault(description: "The subject is empty.") }
        guard text.utf8.count <= Self.mostBody, (html?.utf8.count ?? 0) <= Self.mostBody else {
            throw Fault(description: "The mail is longer than \(Self.mostBody) bytes.")
        }
        // The boundary is made of it; what is quoted-printable holds no underscore behind an equals sign.
        guard (1...48).contains(id.utf8.count), id.utf8.allSatisfy(Self.isPlain), id.first != ".", id.last != "."
        else {
            throw Fault(description: "The mail's id is not 1 to 48 letters, figures, dots and hyphens.")
        }
        guard MailDate.range.contains(sentAt) else { throw Fault(description: "The mail's date is out of range.") }
        if let unsubscribe {
            let isLink = unsubscribe.hasPrefix("https://") || unsubscribe.hasPrefix("http://")
            let isClean = unsubscribe.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
            guard isLink, isClean, unsubscribe.utf8.count <= Self.mostLink else {
                throw Fault(description: "The address to unsubscribe at is not a web address.")
            }
        }
    }

    private static func check(_ text: String, _ what: String, atMost limit: Int) throws(Fault) {
        guard text.utf8.count <= limit else {
            throw Fault(description: "The \(what) is longer than \(limit) bytes.")
        }
        // A line break would begin a header of its own.
        guard text.unicodeScalars.allSatisfy({ !$0.isControl }) else {
            throw Fault(description: "The \(what) holds a line break or another control character.")
        }
    }

    private static func isPlain(_ unit: UInt8) -> Bool {
        switch unit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// C0, C1, delete, and the separators of lines and paragraphs.
    var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }
}
