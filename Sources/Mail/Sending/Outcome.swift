/// What became of handing one mail to a server.
public enum Outcome: Sendable, Equatable {
    /// The server has said that it took the mail.
    case accepted(Reply)
    /// The server said no, for good, to what it was told at this point.
    case refused(Stage, Reply)
    /// Try again later; `mayHaveArrived` when the mail was out and no answer came.
    case later(Trouble, mayHaveArrived: Bool)

    /// How far the conversation had come.
    public enum Stage: String, Sendable, Equatable, CaseIterable {
        case greeting, encryption = "encryption", login, sender, recipient, content
    }

    /// Why no final answer came.
    public enum Trouble: Sendable, Equatable {
        /// The server asks to come back.
        case answered(Stage, Reply)
        case hostUnknown, notReached, timedOut, cut
        /// The server could not prove who it is, or has no TLS.
        case untrusted(String)
        /// A setting of ours, such as a file that is not there.
        case ourSettings(String)
    }
}

/// What a server said last: its number, and its words cut and cleaned so that they can be shown.
public struct Reply: Sendable, Equatable, CustomStringConvertible {
    public let code: Int
    public let words: String

    static let most = 300

    init(code: Int, words: [UInt8]) {
        self.code = code
        var clean = ""
        for unit in words.prefix(Self.most) {
            let isPrintable = (0x20...0x7E).contains(unit)
            if isPrintable ? unit != 0x20 || clean.last != " " : clean.last != " " {
                clean.append(isPrintable ? Character(UnicodeScalar(unit)) : " ")
            }
        }
        while clean.last == " " { clean.removeLast() }
        self.words = clean
    }

    /// The three figures of RFC 3463 that some servers put first, such as `5.1.1`.
    public var detail: String? { StatusCode(words.split(separator: " ").first ?? "")?.text }

    public var description: String { words.isEmpty ? "\(code)" : "\(code) \(words)" }
}

/// A status of RFC 3463: class, subject, detail.
struct StatusCode: Equatable {
    let text: String

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(String(parts[0])),
            parts.dropFirst().allSatisfy({
                (1...3).contains($0.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return nil }
        self.text = String(text)
    }
}

extension Outcome {
    /// Whether it is the address that is wrong, so that no mail to it will ever arrive.
    ///
    /// A refusal for policy (5.7) or because the server will not pass mail on is about us.
    public var isAddressWrong: Bool {
        guard case .refused(.recipient, let reply) = self else { return false }
        let words = reply.words.lowercased()
        if words.contains("relay") { return false }
        return !(reply.detail?.hasPrefix("5.7.") ?? false)
    }

    /// What happened, in a sentence for whoever keeps the server.
    public var sentence: String {
        switch self {
        case .accepted(let reply): "The server took the mail: \(reply)"
        case .refused(let stage, let reply): "The server refused \(stage.words): \(reply)"
        case .later(let trouble, let mayHaveArrived):
            trouble.sentence + (mayHaveArrived ? " The mail may have arrived all the same." : "")
        }
    }
}

extension Outcome.Stage {
    var words: String {
        switch self {
        case .greeting: "to talk to us"
        case .encryption: "to encrypt the connection"
        case .login: "the user or the password"
        case .sender: "the address the mails come from"
        case .recipient: "the address the mail goes to"
        case .content: "the mail itself"
        }
    }
}

extension Outcome.Trouble {
    public var sentence: String {
        switch self {
        case .answered(let stage, let reply): "The server put off \(stage.words): \(reply)"
        case .hostUnknown: "The mail server's name is not known. Check its spelling."
        case .notReached: "The mail server cannot be reached. Check its address and port, and the network."
        case .timedOut: "The mail server took too long to answer."
        case .cut: "The connection to the mail server broke off."
        case .untrusted(let detail):
            "The mail server could not prove who it is, so nothing was sent (\(detail)). Check its name and its certificate."
        case .ourSettings(let detail): "Something in the settings of mail cannot be used: \(detail)."
        }
    }
}
