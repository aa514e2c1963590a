import Crypto
import Database
import Foundation
import Testing
import Web

@testable import Schoolgate

/// Somebody using the site in a browser without JavaScript: keeps cookies, and can only do what the page offers.
struct Visitor {
    let site: Site
    private(set) var page = Response()
    private(set) var path = "/"
    private(set) var cookies: [String: String] = [:]

    private let address: String

    init(_ site: Site, from address: String = "127.0.0.1") {
        self.site = site
        self.address = address
    }

    /// Somebody who has signed in.
    init(_ site: Site, as first: String, from address: String = "127.0.0.1") async {
        self.init(site, from: address)
        await visit("/sign-in")
        await submit(
            "/sign-in", ["email": "\(first.lowercased())@example.test", "password": TestSite.password])
        if path == "/sign-in/code" { await giveCode(of: TestPeople.id(first)) }
    }

    /// Gives the code of the authenticator that everybody has in these tests; the same one may come twice in a moment.
    mutating func giveCode(of person: Person.ID) async {
        _ = try? await site.context.database.write { db in
            try db.run("UPDATE second_factors SET used_step = NULL WHERE person_id = \(person)")
        }
        await submit("/sign-in/code", ["code": TestSite.code(at: site.context.now())])
    }

    /// Types the code of the secret that the page shows.
    mutating func setUpFactor() async {
        let shown = text.firstMatch(of: /secret-text">([A-Z2-7 ]+)</).map { String($0.1) } ?? ""
        let token = text.firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) } ?? ""
        let next = text.firstMatch(of: /name="next" value="([^"]+)"/).map { String($0.1) } ?? ""
        let code = OneTimeCode(base32: shown)?.code(at: site.context.now().milliseconds / 1_000) ?? ""
        await submit("/me/second-factor", ["token": token, "code": code, "next": next])
    }

    var text: String { String(decoding: page.body, as: UTF8.self) }

    /// Whether these words stand on the page.
    func sees(_ words: String) -> Bool { text.contains(words) }

    mutating func visit(_ path: String) async {
        // A place on the page is the browser's to find.
        let path = path.prefix { $0 != "#" }
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        await send(
            Request(
                .get, parts[0], query: query(parts.count > 1 ? parts[1] : ""), cookies: cookies,
                address: address))
    }

    /// Follows a link that the page has to offer.
    mutating func click(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) async {
        #expect(sees(#"href="\#(path)""#), "no link to \(path)", sourceLocation: sourceLocation)
        await visit(path)
    }

    /// Sends a form that the page has to offer, with the page's own token.
    mutating func submit(
        _ action: String, _ fields: [String: String], files: [(name: String, file: UploadedFile)] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        #expect(sees(#"action="\#(action)""#), "no form for \(action)", sourceLocation: sourceLocation)
        await post(action, fields, files: files)
    }

    /// Sends a form whether or not the page offers it, with a token that is right.
    mutating func post(
        _ action: String, _ fields: [String: String], files: [(name: String, file: UploadedFile)] = []
    ) async {
        var all = fields.map { (name: $0.key, value: $0.value) }
        if fields["csrf"] == nil { all.append((name: "csrf", value: csrf)) }
        await send(Request(.post, action, cookies: cookies, form: Form(fields: all, files: files), address: address))
    }

    /// Gives the browser a cookie that this site did not set.
    mutating func plant(_ name: String, _ value: String) { cookies[name] = value }

    private var csrf: String {
        let secret = cookies[Session.cookie] ?? cookies[CSRF.visitCookie] ?? ""
        return CSRF.token(for: secret, site.context.keys)
    }

    /// Sends a request, keeps cookies and follows redirects.
    private mutating func send(_ request: Request) async {
        page = await site.respond(to: request)
        path = request.path
        for header in page.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if header.value.contains("Max-Age=0") {
                cookies[pair[0]] = nil
            } else {
                cookies[pair[0]] = pair.count > 1 ? pair[1] : ""
            }
        }
        // Another site is not this visitor's to see.
        if page.status == 303, let next = page.header("Location"), next.hasPrefix("/") {
            await visit(String(next.prefix { $0 != "#" }))
        }
    }

    private func query(_ text: String) -> Form {
        Form(
            fields: text.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (name: parts[0], value: parts.count > 1 ? parts[1].removingPercentEncoding ?? parts[1] : "")
            }, files: [])
    }
}

extension Visitor: CustomStringConvertible {
    /// Short: a test that fails prints it.
    var description: String { "a visitor at \(path), answered \(page.status)" }
}
