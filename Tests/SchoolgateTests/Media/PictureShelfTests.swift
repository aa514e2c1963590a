import Foundation
import Networks
import Testing
import Web

@testable import Schoolgate

@Suite("Pictures that a network fetches itself")
struct PictureShelfTests {
    private let picture = PublicationMedia(
        bytes: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], filename: "picture-1.jpg", contentType: "image/jpeg", alt: "")

    @Test("a picture is there for whoever has its address, until it is withdrawn")
    func offered() async throws {
        try await withSite { test in
            let shelf = PictureShelf(
                folder: PictureShelf.folder(test.context.configuration), publicURL: "https://schoolgate.example")
            let address = try await shelf.offer(picture)
            let path = address.replacing("https://schoolgate.example", with: "")
            let response = await test.site.respond(to: Request(.get, path))
            #expect(response.status == 200 && response.header("Content-Type") == "image/jpeg")
            #expect(response.header("X-Robots-Tag") == "noindex, nofollow")
            await shelf.withdraw(address)
            #expect(await test.site.respond(to: Request(.get, path)).status == 404)
        }
    }

    @Test("nothing else of the folder or beside it is handed out, and what was left there goes after an hour")
    func guarded() async throws {
        try await withSite { test in
            let folder = PictureShelf.folder(test.context.configuration)
            let shelf = PictureShelf(folder: folder, publicURL: "https://schoolgate.example")
            let address = try await shelf.offer(picture)
            for name in ["..", "../schoolgate.sqlite", "x.jpg", String(repeating: "a", count: 48) + ".jpg", "%2e%2e"] {
                #expect(await test.site.respond(to: Request(.get, "/shelf/\(name)")).status == 404, "\(name)")
            }
            let file = "\(folder)/\(try #require(address.split(separator: "/").last))"
            try PictureShelf.sweep(test.context)
            #expect(FileManager.default.fileExists(atPath: file))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3_700)], ofItemAtPath: file)
            try PictureShelf.sweep(test.context)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    @Test("a server without TLS offers none, so Instagram says what to do by hand")
    func withoutTLS() async throws {
        try await withSite { test in
            #expect(PictureShelf(test.context.configuration) == nil)
            await #expect(throws: Failure.self) {
                let shelf = PictureShelf(folder: "/nowhere", publicURL: "https://schoolgate.example")
                _ = try await shelf.offer(
                    PublicationMedia(bytes: [1], filename: "a.svg", contentType: "image/svg+xml", alt: ""))
            }
        }
    }
}
