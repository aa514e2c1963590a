internal import CCurl

/// A web address, taken apart by the same code that will connect to it.
struct Address: Equatable {
    /// As it will be sent: encoded, without fragment.
    let text: String
    let scheme: String
    let host: String

    /// Nil unless it is http or https, with a host, without a user name or password in it.
    init?(_ text: String) {
        guard text.utf8.count <= 8_192, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_URLENCODE)) == CURLUE_OK else { return nil }
        guard curl_url_set(url, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK else { return nil }
        func part(_ part: CURLUPart) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &value, 0) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else { return nil }
        guard let scheme = part(CURLUPART_SCHEME)?.lowercased(), scheme == "http" || scheme == "https" else {
            return nil
        }
        guard let host = part(CURLUPART_HOST), !host.isEmpty, let whole = part(CURLUPART_URL) else { return nil }
        self.text = whole
        self.scheme = scheme
        self.host = host.lowercased()
    }
}
