internal import CCurl
internal import Glibc

extension Answer {
    /// Goes on with the value, when there is one.
    func flatMap<Other: Sendable>(_ next: (Value) async -> Answer<Other>) async -> Answer<Other> {
        guard case .done(let value) = self else { return asking() }
        return await next(value)
    }

    func flatMap<Other: Sendable>(_ next: (Value) -> Answer<Other>) -> Answer<Other> {
        guard case .done(let value) = self else { return asking() }
        return next(value)
    }

    /// The same bad news, to somebody who asked for another value.
    func asking<Other: Sendable>() -> Answer<Other> {
        switch self {
        case .done: .unknown("The answer was not understood.")
        case .unsupported(let step): .unsupported(step)
        case .unknown(let why): .unknown(why)
        case .failed(let failure): .failed(failure)
        }
    }
}

extension Outgoing.Reply {
    var contentType: String { header("content-type") ?? "" }
}

extension WordPress {
    /// What a reply, or the lack of one, says about whether a request was carried out.
    static func judge(
        _ result: Result<Outgoing.Reply, Outgoing.Problem>, site: String
    ) -> Answer<Outgoing.Reply> {
        switch result {
        case .success(let reply): judge(reply, site: site)
        case .failure(let problem) where problem.kind == .malformed && !problem.wasSent:
            .failed(Failure(.misconfigured, "“\(site)” is not the address of a website. Correct it in the account."))
        case .failure(let problem) where problem.kind == .addressRefused:
            .failed(
                Failure(
                    .misconfigured,
                    "The website is inside a network that Schoolgate may not reach. Whoever runs Schoolgate can allow it."
                )
            )
        case .failure(let problem) where !problem.wasSent && problem.kind == .untrusted:
            .failed(
                Failure(
                    .unavailable,
                    "The website could not prove who it is: its certificate is wrong or has run out. Tell whoever looks after the website."
                )
            )
        case .failure(let problem) where !problem.wasSent:
            .failed(Failure(.unavailable, "The website cannot be reached. Nothing was sent; it is tried again later."))
        case .failure(let problem) where problem.kind == .timedOut:
            .unknown("The website took too long to answer. It is looked up there before anything is tried again.")
        case .failure:
            .unknown(
                "The website ended the connection without an answer. It is looked up there before anything is tried again."
            )
        }
    }

    private static func judge(_ reply: Outgoing.Reply, site: String) -> Answer<Outgoing.Reply> {
        let refusal = reply.status >= 400 ? Refusal(reply.body) : nil
        return switch refusal?.inner ?? reply.status {
        case 200..<300: .done(reply)
        case 300..<400: .failed(Failure(.misconfigured, redirected(to: reply.location)))
        // WordPress answers a wrong password exactly like none at all.
        case 401:
            .failed(
                Failure(
                    .unauthorised,
                    "WordPress did not accept the password. Ask whoever looks after the account to reconnect it."
                )
            )
        case 404 where refusal?.code == "rest_no_route" || refusal == nil:
            .failed(.noInterface(site))
        case 404: .failed(Failure(.refused, "WordPress does not have it any more."))
        // WordPress calls a file it does not take a fault of its own.
        case 500 where refusal?.code.hasPrefix("rest_upload") == true: .failed(Failure(.refused, refused(reply)))
        case 408, 500...:
            .unknown(
                "The website has a problem of its own (\(reply.status)). It is looked up there before anything is tried again."
            )
        case 413: .failed(Failure(.tooLarge, "The website does not take a picture this large. Use a smaller one."))
        case 429:
            .failed(
                Failure(
                    .rateLimited(seconds: wait(reply)),
                    "The website asks to be left alone for a while. It is tried again later."))
        default: .failed(Failure(.refused, refused(reply)))
        }
    }

    /// A success that cannot be read is no success, and no failure either.
    static func unreadable(_ reply: Outgoing.Reply) -> Answer<Never> {
        let start = reply.body.first { $0 > 0x20 }
        return start == UInt8(ascii: "<")
            ? .unknown(
                "The website answered with a page instead of data. It is looked up there before anything is tried again."
            )
            : .unknown(
                "The website's answer could not be read. It is looked up there before anything is tried again."
            )
    }

    private static func refused(_ reply: Outgoing.Reply) -> String {
        switch Refusal(reply.body)?.code {
        case "rest_cannot_create", "rest_cannot_publish", "rest_cannot_edit", "rest_cannot_delete":
            "WordPress does not let this account do that. Ask whoever looks after the website to make it an editor."
        case let code? where code.hasPrefix("rest_upload"):
            "WordPress did not take the picture. Try a JPEG or PNG, or ask whoever looks after the website."
        case let code?:
            "WordPress refused it (\(code.prefix(60))). Ask whoever looks after the website."
        case nil:
            "The website refused it (\(reply.status)), perhaps its firewall. Ask whoever looks after the website."
        }
    }

    private static func redirected(to location: String?) -> String {
        guard let address = location.flatMap({ Address($0) }) else {
            return "The website sends Schoolgate on to another address. Correct the address in the account."
        }
        return
            "The website sends Schoolgate on to \(address.scheme)://\(address.host). Correct the address in the account."
    }

    /// Seconds to wait, from a number or a date.
    private static func wait(_ reply: Outgoing.Reply) -> Int? {
        guard let text = reply.header("retry-after") else { return nil }
        if let seconds = Int(text) { return (0...86_400).contains(seconds) ? seconds : nil }
        let date = curl_getdate(text, nil)
        return date < 0 ? nil : min(86_400, max(0, date - time(nil)))
    }
}

extension Failure {
    static let strangeID = Failure(.misconfigured, "This is not the number of anything on a WordPress website.")

    static func noInterface(_ site: String) -> Failure {
        Failure(
            .misconfigured,
            "There is no WordPress at \(site), or its REST interface is switched off. Correct the address or ask whoever looks after the website."
        )
    }
}
