internal import CCurl
internal import Glibc

/// One conversation with a server while libcurl has it; it stays on the thread that made it.
final class SMTPSession {
    private let handle: UnsafeMutableRawPointer
    private let server: MailServer
    private let mail: [UInt8]
    private var sent = 0
    private var receivers: UnsafeMutablePointer<curl_slist>?

    /// What was asked last; which is all that is kept of what we said, for a login says a password.
    private var stage = Outcome.Stage.greeting
    private var code = 0
    private var words: [UInt8] = []
    private var repliedBytes = 0
    /// Whether the server let us begin with the mail, and whether it answered after its end.
    private var hasBegun = false, hasAnswered = false
    private var isAway = false
    /// What the server says to our goodbye is no answer to the mail.
    private var isLeaving = false

    private static let mostReplied = 65_536

    /// Nil when there is no memory for it.
    init?(_ server: MailServer, mail: [UInt8], from envelope: MailAddress, to receiver: MailAddress) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.server = server
        self.mail = mail
        receivers = curl_slist_append(nil, "<\(receiver.text)>")
        configure(envelope)
        listen()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(receivers)
    }

    func run() -> Outcome { outcome(curl_easy_perform(handle)) }

    private func configure(_ envelope: MailAddress) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        ccurl_set_text(handle, CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(server.ownName)")
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // Neither the environment's proxies nor a .netrc: an empty text switches proxies off.
        ccurl_set_text(handle, CURLOPT_PROXY, "")
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_QUICK_EXIT, 1)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, server.limits.connect.milliseconds)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, server.limits.total.milliseconds)
        ccurl_set_long(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if server.security == .startTLS { ccurl_set_long(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let authorities = server.authorities {
            ccurl_set_text(handle, CURLOPT_CAINFO, authorities)
            ccurl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        if let login = server.login {
            ccurl_set_text(handle, CURLOPT_USERNAME, login.user)
            ccurl_set_text(handle, CURLOPT_PASSWORD, login.password)
        }
        ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(envelope.text)>")
        ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, receivers)
        ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
        ccurl_set_large(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(mail.count))
        ccurl_set_long(handle, CURLOPT_VERBOSE, 1)
    }

    private func listen() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_READDATA, context)
        ccurl_set_data_function(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
            SMTPSession.of(context)?.give(buffer, size * count) ?? 0
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
            SMTPSession.of(context)?.hear(data, size * count) ?? 0
        }
        ccurl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        ccurl_set_pointer(handle, CURLOPT_DEBUGDATA, context)
        ccurl_set_debug_function(handle) { _, type, data, size, context in
            if type == CURLINFO_HEADER_OUT { SMTPSession.of(context)?.noteCommand(data, size) }
            return 0
        }
        ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
        ccurl_set_socket_function(handle) { context, _, address in
            guard let address, let session = SMTPSession.of(context) else { return -1 }
            return session.open(address)
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> SMTPSession? {
        context.map { Unmanaged<SMTPSession>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Opens a connection; without TLS to this machine only, whatever its name was found to mean.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        if server.security == .plainOnLoopback, !Self.isLoopback(address) {
            isAway = true
            return -1
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }

    private static func isLoopback(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return false }
        let bytes = UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + offset, count: Int(address.pointee.addrlen))
        switch address.pointee.family {
        case AF_INET: return bytes.count >= 8 && bytes[4] == 127
        case AF_INET6:
            return bytes.count >= 24 && bytes[8..<23].allSatisfy { $0 == 0 } && bytes[23] == 1
        default: return false
        }
    }

    private func give(_ buffer: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        guard let buffer else { return 0 }
        let count = min(room, mail.count - sent)
        mail[sent..<(sent + count)].withUnsafeBytes {
            if let start = $0.baseAddress { UnsafeMutableRawPointer(buffer).copyMemory(from: start, byteCount: count) }
        }
        sent += count
        return count
    }

    /// A line of the server's; any count but the one given makes libcurl give up.
    private func hear(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        repliedBytes += count
        guard let data, repliedBytes <= Self.mostReplied else { return 0 }
        guard !isLeaving else { return count }
        let line = UnsafeRawBufferPointer(start: data, count: count)
        guard line.count >= 3, let number = Int(String(decoding: line[..<3], as: UTF8.self)), number >= 100 else {
            return count
        }
        // A reply of several lines has a hyphen behind its number in all but the last.
        if number != code || isReplyOver { words = [] }
        isReplyOver = !(line.count > 3 && line[3] == UInt8(ascii: "-"))
        code = number
        if words.count < Reply.most {
            if !words.isEmpty { words.append(0x20) }
            words += line.dropFirst(4).prefix(Reply.most)
        }
        if isReplyOver { noteReply() }
        return count
    }

    private var isReplyOver = true

    private func noteReply() {
        guard stage == .content else { return }
        if hasBegun { hasAnswered = true } else if code == 354 { hasBegun = true }
    }

    /// The first word of what we say; the rest is not looked at.
    private func noteCommand(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard let data, count >= 4 else { return }
        switch String(decoding: UnsafeRawBufferPointer(start: data, count: 4), as: UTF8.self) {
        case "EHLO", "HELO": stage = .greeting
        case "STAR": stage = .encryption
        case "AUTH": stage = .login
        case "MAIL": stage = .sender
        case "RCPT": stage = .recipient
        case "DATA": stage = .content
        case "QUIT": isLeaving = true
        default: break
        }
    }

    private func outcome(_ result: CURLcode) -> Outcome {
        let reply = Reply(code: code, words: words)
        if result == CURLE_OK {
            guard hasAnswered, (200..<300).contains(code) else { return .later(.cut, mayHaveArrived: hasBegun) }
            return .accepted(reply)
        }
        // The mail is out, and the server's word on it is missing.
        let isUnknown = hasBegun && !hasAnswered && sent == mail.count
        switch result {
        case _ where isAway:
            return .later(.ourSettings("\(server.host) is not this machine"), mayHaveArrived: false)
        case CURLE_COULDNT_RESOLVE_HOST: return .later(.hostUnknown, mayHaveArrived: false)
        case CURLE_COULDNT_CONNECT: return .later(.notReached, mayHaveArrived: false)
        case CURLE_OPERATION_TIMEDOUT: return .later(.timedOut, mayHaveArrived: isUnknown)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            return .later(.untrusted(String(cString: curl_easy_strerror(result))), mayHaveArrived: false)
        case CURLE_USE_SSL_FAILED:
            return .later(.untrusted("it does not offer to encrypt the connection"), mayHaveArrived: false)
        case _ where hasBegun && !hasAnswered: return .later(.cut, mayHaveArrived: isUnknown)
        default: break
        }
        if (500..<600).contains(code) { return .refused(stage, reply) }
        if (400..<500).contains(code) { return .later(.answered(stage, reply), mayHaveArrived: false) }
        return .later(.cut, mayHaveArrived: false)
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
