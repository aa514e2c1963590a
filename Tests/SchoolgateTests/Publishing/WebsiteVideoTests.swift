import Database
import Foundation
import Networks
import Testing
import Web

@testable import Schoolgate

@Suite struct WebsiteVideoTests {
    @Test("A video goes to WordPress as a video, stands in the post with its description, and is gone when taken down")
    func wholeWay() async throws {
        try await withWebsite { there in
            let test = there.test
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            await tom.submit("/posts/1/draft", tom.video(["people-0": "named", "not-pupils-0": "1"], "send"))
            #expect(tom.path == "/posts/1", "\(tom.text)")
            try await there.workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees("it is out"), "\(tom.text)")
            let picture = try #require(try await test.post(1)?.pictures.first)
            let video = try #require(picture.video)
            let copy = try await test.database.read { db in
                try #require(try PublishedPost.all(of: Post.ID(rawValue: 1), in: db).first)
            }
            let id = try #require(copy.media.first)
            let media = try await there.website.get("media/\(id)")
            let said = try #require(try JSONSerialization.jsonObject(with: Data(media.body)) as? [String: Any])
            #expect(said["mime_type"] as? String == "video/mp4")
            let address = try #require(said["source_url"] as? String)
            let file = try await there.website.get(address, asOwner: false)
            #expect(file.status == 200 && file.body.count == video.byteCount)
            #expect(file.body == (try test.context.media.bytes(video.digest)))
            let page = String(decoding: try await there.website.get(copy.url, asOwner: false).body, as: UTF8.self)
            #expect(page.contains("<video") && page.contains(address.split(separator: "/").last ?? "?"))
            #expect(page.contains("aria-label=\"Children hold lanterns in the dark.\""))

            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "The sum was wrong."])
            try await there.workOff()
            await dawn.visit("/posts/1")
            #expect(dawn.sees("Gone, confirmed there"))
            #expect(try await there.website.get("media/\(id)").status == 404)
            #expect(try await there.website.get(address, asOwner: false).status == 404)
        }
    }
}
