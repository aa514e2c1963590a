import Testing

@testable import Web

@Suite struct RouterTests {
    private static let anyone = Access<Int, Void>("anyone") { _, _ in }
    private static let staff = Access<Int, String>("staff") { _, _ in "Ms Patel" }

    private static let router: Router<Int> = {
        var router = Router<Int>()
        router.on(FixedRoute(.get, "/"), for: anyone) { _, _, _ in .text("home") }
        router.on(Route<Int64>(.get, "/posts/:id"), for: staff) { _, _, who, id in .text("post \(id) for \(who)") }
        router.on(FixedRoute(.get, "/posts/new"), for: staff) { _, _, _ in .text("new") }
        router.on(Route<Int64>(.post, "/posts/:id"), for: staff) { _, _, _, id in .text("changed \(id)") }
        router.on(Route<String>(.get, "/assets/:name"), for: anyone) { _, _, _, name in .text("asset \(name)") }
        router.on(Route<Int>(.get, "/policies/:number.pdf"), for: anyone) { _, _, _, number in .text("pdf \(number)") }
        router.on(Route<Int>(.get, "/policies/:number"), for: anyone) { _, _, _, number in .text("policy \(number)") }
        router.on(Route<String, Int>(.get, "/:school/p/:id"), for: anyone) { _, _, _, school, id in
            .text("\(school) \(id)")
        }
        return router
    }()

    @Test(arguments: [
        ("/", "home"), ("/posts/7", "post 7 for Ms Patel"), ("/posts/new", "new"),
        ("/assets/look.css", "asset look.css"),
        ("/policies/3.pdf", "pdf 3"), ("/policies/3", "policy 3"), ("/st mary's/p/1", "st mary's 1"),
        ("/posts/p/9", "posts 9"),
    ])
    func `an address finds its page`(path: String, text: String) async throws {
        let response = try #require(try await Self.router.respond(to: Request(.get, path), 0))
        #expect(String(decoding: response.body, as: UTF8.self) == text)
    }

    @Test(arguments: [
        "/nothing", "/posts", "/posts/", "/posts/7/", "//posts/7", "/posts/abc", "/posts/-1", "/posts/007", "/posts/+7",
        "/posts/99999999999999999999", "/policies/.pdf", "/assets/\(String(repeating: "a", count: 201))", "//",
    ])
    func `an address without a page finds nothing`(path: String) async throws {
        #expect(try await Self.router.respond(to: Request(.get, path), 0) == nil)
    }

    @Test func `a wrong method is told which ones there are`() async throws {
        let response = try #require(try await Self.router.respond(to: Request(.delete, "/posts/7"), 0))
        #expect(response.status == 405)
        #expect(response.header("allow") == "GET, HEAD, POST")
        #expect(try await Self.router.respond(to: Request(.post, "/nothing"), 0) == nil)
    }

    @Test func `every route is listed with its rule`() {
        #expect(Self.router.routes.count == 8)
        #expect(Self.router.routes[1] == RegisteredRoute(method: .get, pattern: "/posts/:id", access: "staff"))
    }

    @Test func `a link is escaped and leads back`() {
        #expect(Route<String>(.get, "/tags/:name").path("a b/c?é") == "/tags/a%20b%2Fc%3F%C3%A9")
        #expect(Route<Int>(.get, "/policies/:number.pdf").path(3) == "/policies/3.pdf")
        #expect(FixedRoute(.get, "/").path() == "/")
    }
}

@Suite struct CookieTests {
    @Test func `cookies are read strictly`() {
        let cookies = parseCookies(#"a=1; session="x-y"; a=2; b d=3; c=1,2; =4; naked; e=; f=ä"#)
        #expect(cookies == ["a": "1", "session": "x-y", "e": ""])
    }

    @Test func `a cookie is set for the whole site, out of reach of scripts`() {
        var response = Response()
        response.setCookie("__Host-session", "abc", maxAge: 60, secure: true)
        #expect(
            response.header("Set-Cookie") == "__Host-session=abc; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure")
    }
}
