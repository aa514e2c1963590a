internal import CCurl
internal import Glibc

/// One request while libcurl makes it; it never leaves the thread of its ``Loop``.
final class Transfer {
    let job: Job
    let handle: UnsafeMutableRawPointer
    private let body: UnsafeMutableBufferPointer<UInt8>
    private var headerList: UnsafeMutablePointer<curl_slist>?

    private var headers: [Outgoing.Header] = []
    private var headerBytes = 0
    private var reply: [UInt8] = []
    private var isReplyTooLarge = false
    private var hasBeginning = false
    private var refusedAddress = false

    /// Nil when there is no memory for it.
    init?(_ job: Job) {
        guard let handle = curl_easy_init() else { return nil }
        self.job = job
        self.handle = handle
        body = UnsafeMutableBufferPointer.allocate(capacity: max(1, job.request.body.count))
        _ = body.update(fromContentsOf: job.request.body)
        configure()
        setMethod()
        setHeaders()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
        body.deallocate()
    }

    private func configure() {
        let limits = job.request.limits
        ccurl_set_text(handle, CURLOPT_URL, job.address.text)
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        // Neither the environment's proxies nor a .netrc: an empty text switches proxies off.
        ccurl_set_text(handle, CURLOPT_PROXY, "")
        ccurl_set_text(handle, CURLOPT_USERAGENT, "Schoolgate")
        // HTTP/2 may repeat a request on its own; see Outgoing for the connections.
        ccurl_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1)
        ccurl_set_long(handle, CURLOPT_FORBID_REUSE, 1)
        ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        // A slow name server holds up its own request alone.
        ccurl_set_long(handle, CURLOPT_QUICK_EXIT, 1)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, limits.total.milliseconds)

        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
            Transfer.of(context)?.receive(data, size * count) ?? 0
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
            Transfer.of(context)?.receiveHeader(data, size * count) ?? 0
        }
        ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
        ccurl_set_socket_function(handle) { context, _, address in
            guard let address, let transfer = Transfer.of(context) else { return -1 }
            return transfer.open(address)
        }
    }

    private func setMethod() {
        switch job.request.method {
        case "GET": ccurl_set_long(handle, CURLOPT_HTTPGET, 1)
        case "HEAD": ccurl_set_long(handle, CURLOPT_NOBODY, 1)
        case let method:
            // Servers want to be told that nothing follows, too.
            if !job.request.body.isEmpty || method == "POST" || method == "PUT" {
                ccurl_set_large(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(job.request.body.count))
                ccurl_set_pointer(handle, CURLOPT_POSTFIELDS, body.baseAddress)
            }
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, method)
        }
    }

    private func setHeaders() {
        // Without this libcurl asks first, and sends the body again when the server dislikes the question.
        headerList = curl_slist_append(headerList, "Expect:")
        if job.request.headers.allSatisfy({ $0.name.lowercased() != "content-type" }) {
            headerList = curl_slist_append(headerList, "Content-Type:")
        }
        for header in job.request.headers {
            // libcurl drops a header without a value unless it ends in a semicolon.
            let line = header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
            headerList = curl_slist_append(headerList, line)
        }
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Opens a connection to an address that may be reached; this is after the name was looked up, so it cannot change.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return -1 }
        let found = InternetAddress(
            socketAddress: UnsafeRawPointer(address) + offset, length: Int(address.pointee.addrlen),
            family: address.pointee.family
        )
        let isAllowed =
            switch found?.place {
            case .internet: true
            case .ownNetwork: job.request.reach == .ownHost(job.address.host)
            case .nowhere, nil: false
            }
        guard isAllowed else {
            refusedAddress = true
            return -1
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }

    /// Any count but the one given makes libcurl give up.
    private func receive(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let data, count > 0 else { return count }
        let room = job.request.limits.replyBytes - reply.count
        guard count <= room || job.request.limits.isBeginningEnough else {
            isReplyTooLarge = true
            return 0
        }
        let taken = min(count, room)
        reply.append(contentsOf: UnsafeRawBufferPointer(start: data, count: taken))
        hasBeginning = taken < count
        return taken
    }

    private func receiveHeader(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        headerBytes += count
        guard headerBytes <= job.request.limits.headerBytes else {
            isReplyTooLarge = true
            return 0
        }
        guard let data, count > 0 else { return count }
        let line = UnsafeRawBufferPointer(start: data, count: count)
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            // A status line: what came before belongs to an interim reply such as 100.
            if line.starts(with: "HTTP/".utf8) { headers = [] }
            return count
        }
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        let end = value.lastIndex { $0 > 0x20 }
        headers.append(
            Outgoing.Header(
                String(decoding: line[..<colon], as: UTF8.self).lowercased(),
                end.map { String(decoding: value[...$0], as: UTF8.self) } ?? ""
            )
        )
        return count
    }
}

extension Transfer {
    /// What is known now that libcurl is done.
    func result(_ code: CURLcode) -> Result<Outgoing.Reply, Outgoing.Problem> {
        guard code == CURLE_OK || (code == CURLE_WRITE_ERROR && hasBeginning) else { return .failure(problem(code)) }
        var status = 0
        ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        return .success(
            Outgoing.Reply(
                status: status, headers: headers, body: reply, url: job.address.text,
                location: (300..<400).contains(status) ? text(CURLINFO_REDIRECT_URL) : nil
            )
        )
    }

    private func problem(_ code: CURLcode) -> Outgoing.Problem {
        var sent = 0
        ccurl_get_long(handle, CURLINFO_REQUEST_SIZE, &sent)
        let kind: Outgoing.Problem.Kind =
            switch code {
            case _ where isReplyTooLarge: .replyTooLarge
            case _ where refusedAddress && sent == 0: .addressRefused
            case CURLE_COULDNT_RESOLVE_HOST: .hostUnknown
            case CURLE_COULDNT_CONNECT: .notReached
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM: .untrusted
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: sent == 0 ? .malformed : .cut
            default: sent == 0 ? .notReached : .cut
            }
        return Outgoing.Problem(kind: kind, wasSent: sent > 0, detail: String(cString: curl_easy_strerror(code)))
    }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard ccurl_get_text(handle, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
