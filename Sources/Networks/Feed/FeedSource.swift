internal import CCurl

/// A feed somewhere on the web, asked for only when it changed.
public struct FeedSource: Sendable {
    /// What a website gives to ask by whether its feed changed.
    public struct Marks: Sendable, Equatable {
        public let tag: String?
        public let modified: String?

        public init(tag: String? = nil, modified: String? = nil) {
            self.tag = tag
            self.modified = modified
        }
    }

    public enum News: Sendable, Equatable {
        case unchanged
        case changed(Feed, Marks)
    }

    let address: String
    let outgoing: Outgoing
    let reach: Outgoing.Reach

    public init(_ address: String, outgoing: Outgoing = Outgoing()) {
        self.init(address, outgoing: outgoing, reach: .internet)
    }

    /// Tests read feeds of their own.
    init(_ address: String, outgoing: Outgoing = Outgoing(), reach: Outgoing.Reach) {
        self.address = address
        self.outgoing = outgoing
        self.reach = reach
    }

    /// What is new since these marks were given.
    public func read(since marks: Marks = Marks()) async -> Answer<News> {
        var headers = [
            Outgoing.Header(
                "Accept",
                "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
        ]
        if let tag = marks.tag { headers.append(Outgoing.Header("If-None-Match", tag)) }
        if let modified = marks.modified { headers.append(Outgoing.Header("If-Modified-Since", modified)) }
        let limits = Outgoing.Limits(total: .seconds(20), replyBytes: FeedReader.mostBytes)
        let request = Outgoing.Request("GET", address, headers: headers, limits: limits, redirects: 5, reach: reach)
        let judgement = Judgement(network: "The website of the feed")
        switch await outgoing.send(request) {
        case .failure(let problem) where problem.kind == .replyTooLarge:
            return .failed(Failure(.tooLarge, "The feed is larger than 4 MB, so it is not read. Choose another."))
        case .failure(let problem) where problem.kind == .tooManyRedirects:
            return .failed(Failure(.misconfigured, "The feed’s address leads in circles. Correct the address."))
        case .failure(let problem): return judgement.problem(problem)
        case .success(let reply) where reply.status == 304:
            return marks == Marks() ? judgement.unreadable(reply) : .done(.unchanged)
        case .success(let reply) where [404, 410].contains(reply.status):
            return .failed(
                Failure(.refused, "There is no feed at this address any more. Correct it, or remove the feed."))
        case .success(let reply):
            return judgement.reply(reply).flatMap { reply in
                do throws(FeedReader.Refusal) {
                    return .done(
                        .changed(try FeedReader.read(reply.body, from: reply.url), FeedSource.marks(in: reply)))
                } catch {
                    return .failed(Failure(.misconfigured, error.message))
                }
            }
        }
    }

    /// Only what could be sent back as it is.
    private static func marks(in reply: Outgoing.Reply) -> Marks {
        func plain(_ name: String) -> String? {
            guard let text = reply.header(name), !text.isEmpty, text.utf8.count <= 500,
                text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else { return nil }
            return text
        }
        return Marks(
            tag: plain("etag"), modified: plain("last-modified").flatMap { HTTPDate.milliseconds($0) == nil ? nil : $0 }
        )
    }
}

extension Address {
    /// An address that was written relative to another one.
    init?(_ text: String, relativeTo base: String) {
        guard let base = Address(base), text.utf8.count <= 8_192, let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, base.text, 0) == CURLUE_OK,
            curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_URLENCODE)) == CURLUE_OK
        else { return nil }
        var whole: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, CURLUPART_URL, &whole, 0) == CURLUE_OK, let whole else { return nil }
        defer { curl_free(whole) }
        self.init(String(cString: whole))
    }
}
