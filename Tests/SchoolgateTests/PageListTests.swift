import Foundation
import Testing
import Web

@testable import Schoolgate

/// The browser looks at the pages that `Tests/Browser/pages.txt` lists: a page without a line there would be looked at by
/// nobody.
@Suite struct PageListTests {
    @Test("Every address that answers with a page is on the list that the browser's tests go through, and no other")
    func list() async throws {
        try await withSite { test in
            let answered = Set(test.site.router.routes.filter { $0.method == .get }.map(\.pattern))
            let listed = try Self.listed()
            #expect(answered.subtracting(listed).sorted() == [], "add them to Tests/Browser/pages.txt")
            #expect(listed.subtracting(answered).sorted() == [], "Tests/Browser/pages.txt has what is not there")
        }
    }

    private static func listed() throws -> Set<String> {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Browser/pages.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(
            lines.filter { !$0.hasPrefix("#") }.compactMap { line in
                line.split(separator: " ").first { $0.hasPrefix("/") }.map(String.init)
            })
    }
}
