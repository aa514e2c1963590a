import Policy
import Testing
import Web

@testable import Schoolgate

@Suite struct AccessTests {
    @Test("Every route but the public ones sends a stranger away and tells nothing")
    func strangers() async throws {
        try await withSite { test in
            for route in test.site.router.routes where route.access != "anyone" {
                let path = Self.path(route.pattern)
                let response = await test.site.respond(to: Request(route.method, path))
                let isSentAway = response.status == 401 || response.header("Location")?.hasPrefix("/sign-in") == true
                #expect(isSentAway, "\(route.method.rawValue) \(route.pattern) answered \(response.status)")
            }
        }
    }

    @Test("A page for those who hold a right is not there for somebody without it")
    func withoutRight() async throws {
        try await withSite { test in
            var jo = await Visitor(test.site, as: "Jo")
            for route in test.site.router.routes where route.access.hasPrefix("may ") {
                let path = Self.path(route.pattern)
                if route.method == .get { await jo.visit(path) } else { await jo.post(path, [:]) }
                #expect(jo.page.status == 404, "\(route.method.rawValue) \(route.pattern) answered \(jo.page.status)")
            }
        }
    }

    @Test("The public routes are these and no others")
    func publicRoutes() async throws {
        try await withSite { test in
            let open = test.site.router.routes.filter { $0.access == "anyone" }.map {
                "\($0.method.rawValue) \($0.pattern)"
            }
            let known = [
                "GET /assets/:file", "GET /healthz", "GET /sign-in", "POST /sign-in", "GET /sign-in/code",
                "POST /sign-in/code",
                "GET /sign-in/provider", "GET /sign-in/provider/return",
                "GET /policy/:school",
                "GET /policy/:school/policy.pdf", "GET /practice/:page", "GET /practice/pictures/:digest",
                "GET /register", "GET /register.json", "GET /register/report", "POST /register/report",
                "GET /register/:school/embed",
            ]
            let guided = open.filter { !known.contains($0) }
            // Links that carry their own secret, and setting up before anybody exists.
            #expect(
                guided.allSatisfy { $0.contains("/link") || $0.contains("/setup") || $0.contains(":token") },
                "\(guided)")
        }
    }

    private static func path(_ pattern: String) -> String {
        "/"
            + pattern.split(separator: "/").map { $0 == ":kind" ? "roll" : $0.hasPrefix(":") ? "1" : String($0) }
            .joined(separator: "/")
    }
}
