import Database
import Foundation
import Policy
import Testing
import Web

import struct Gate.Consent

@testable import Schoolgate

@Suite struct VideoPostTests {
    @Test("S10: a video with a child without consent is stopped, blur is not offered, and with consent it goes out")
    func consent() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            #expect(tom.sees("Who can be recognised in it?") && tom.sees("0:02 long, with sound, 240 by 180 pixels."))
            #expect(tom.sees("where it was taken (GPS)"))
            await tom.submit("/posts/1/draft", tom.video(["people-0": "named", "shown-0": "Finn Doherty"], "send"))
            #expect(tom.page.status == 422)
            #expect(tom.sees("Finn Doherty is in video 1, and consent for social media is not in force"))
            #expect(tom.sees("Cut the part that shows the child out of the video"))
            #expect(
                tom.sees("No consent for social media or video. Cut Finn out, or use another video, or ask the family.")
            )
            #expect(!tom.sees(#"name="blur""#) && !tom.sees("Blur Finn"))

            try await test.consent(of: "F1", .yes)
            await tom.submit(
                "/posts/1/draft", tom.video(["people-0": "named", "shown-0": "Finn Doherty"], "send", edits: "1"))
            #expect(tom.path == "/posts/1", "\(tom)")
            #expect(tom.sees("Those who can be recognised in it, its author says: Finn Doherty"))
        }
    }

    @Test("N5: a video is not sent before its author has said who can be recognised in it, and says one thing only")
    func unsaid() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            await tom.submit("/posts/1/draft", tom.video(["people-0": ""], "send"))
            #expect(tom.page.status == 422 && tom.sees("Who can be recognised in video 1?"))
            #expect(tom.sees(##"href="#field-complete-0""##) && tom.sees(#"id="field-complete-0""#))
            await tom.submit(
                "/posts/1/draft", tom.video(["people-0": "nobody", "shown-0": "Finn Doherty"], "save", edits: "1"))
            #expect(tom.page.status == 422 && tom.sees("You say that nobody can be recognised, and name"))
            await tom.submit("/posts/1/draft", tom.video(["people-0": "named"], "send", edits: "2"))
            #expect(tom.page.status == 422)
            #expect(try await test.post(1)?.state == .draft)
        }
    }

    @Test("N5: a face on the still that its author does not speak of makes the video wait")
    func still() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            await tom.submit("/posts/1/draft", tom.video(["people-0": "nobody"], "send"))
            #expect(try await test.post(1)?.state == .held)
            await tom.visit("/posts/1")
            #expect(tom.sees("Video 1 shows at least one face, and nobody is accounted for."))
        }
    }

    @Test("M15: a child on the do-not-publish list, or who objects, stops a video")
    func list() async throws {
        for decision in [Consent.Decision.doNotPublish, .objected] {
            try await withPhotoPosting { test in
                try await test.consent(of: "F1", .yes)
                try await test.consent(of: "F1", decision)
                var tom = await Visitor(test.site, as: "Tom")
                try await tom.attachVideo()
                await tom.submit("/posts/1/draft", tom.video(["people-0": "named", "shown-0": "Finn Doherty"], "send"))
                #expect(tom.page.status == 422 && tom.sees("Finn Doherty is in video 1 and"))
            }
        }
    }

    @Test(
        "Until it is out a video lies under seal, is played by those alone who write or decide, and is in no folder in clear"
    )
    func sealed() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            let picture = try #require(try await test.post(1)?.pictures.first)
            let video = try #require(picture.video)
            let bytes = try video.bytes(test.context)
            #expect(try !test.holds(Array(bytes.suffix(200))))
            #expect(try test.files("working").count == 2 && test.files("media").count == 1)
            let path = "/pictures/video/\(picture.key)"
            for (name, isSeen) in [("Tom", true), ("Ruth", true), ("Dawn", false), ("Geoffrey", false), ("Sam", false)]
            {
                var visitor = await Visitor(test.site, as: name)
                await visitor.visit(path)
                #expect((visitor.page.status == 200) == isSeen, "\(name) was answered \(visitor.page.status)")
                if isSeen { #expect(visitor.page.body == bytes && visitor.page.header("Cache-Control") == "no-store") }
            }
            await tom.visit("/posts/1")
            #expect(tom.sees("<video src=\"\(path)\""))
            #expect(tom.page.header("Content-Security-Policy")?.contains("media-src 'self'") == true)
            var geoffrey = await Visitor(test.site, as: "Geoffrey")
            await geoffrey.visit("/posts/1")
            #expect(!geoffrey.sees("<video") && geoffrey.sees("This is a still of it."))
        }
    }

    @Test("On the practice network a video stands with its still; taken down for consent, nothing of it is left")
    func practice() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            await tom.submit("/posts/1/draft", tom.video(["people-0": "named", "shown-0": "Finn Doherty"], "send"))
            #expect(tom.path == "/posts/1")
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .published)
            let picture = try #require(try await test.post(1)?.pictures.first)
            let video = try #require(picture.video)
            #expect(try test.files("working").isEmpty, "once it is out, the sealed one is deleted")
            #expect(Set(try test.files("media").map(\.lastPathComponent)) == [picture.media, video.digest])
            var family = Visitor(test.site)
            await family.visit("/practice/a1b2c3")
            #expect(
                family.sees(
                    "<video src=\"/practice/pictures/\(video.digest)\" poster=\"/practice/pictures/\(picture.media)\""))
            #expect(family.sees("aria-label=\"Children hold lanterns in the dark.\""))
            await family.visit("/practice/pictures/\(video.digest)")
            #expect(family.page.header("Content-Type") == "video/mp4" && family.page.body.count == video.byteCount)
            await tom.visit("/posts/1")
            #expect(tom.sees("<video src=\"/pictures/\(video.digest)\""))

            try await test.consent(of: "F1", .withdrawn)
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .removed)
            #expect(try test.files("media").isEmpty)
            await family.visit("/practice/pictures/\(video.digest)")
            #expect(family.page.status == 404)
            await tom.visit("/posts/1")
            #expect(tom.sees("The video has been deleted."))
        }
    }

    @Test("A draft that is thrown away takes its video with it, unless a legal hold keeps it")
    func discarded() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/legal-hold", ["legal-hold": "Police reference 12."])
            await tom.post("/posts/1/discard", [:])
            #expect(try test.files("working").count == 2)
            await ruth.submit("/posts/1/legal-hold", ["lift": "yes"])
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
        }
    }

    @Test("M17: a reviewer deletes a video without keeping a copy")
    func deletion() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            let picture = try #require(try await test.post(1)?.pictures.first)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            #expect(ruth.sees("Delete this video, keep no copy"))
            await ruth.submit("/posts/1/pictures/0/deletion", ["picture": picture.key])
            #expect(try await test.post(1)?.pictures.isEmpty == true)
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
        }
    }

    @Test("A video taken out of the draft is deleted, and one that cannot be taken leaves nothing")
    func takenOut() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            await tom.submit("/posts/1/draft", tom.video(["remove-0": "yes"], "save"))
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
            let cut = Array(try Visitor.clip().prefix(9_000))
            for (round, bytes) in [cut, Array("#EXTM3U\nfile:///etc/passwd\n".utf8)].enumerated() {
                await tom.visit("/posts/1/edit")
                await tom.submit(
                    "/posts/1/draft", ["text": "Kept words.", "edits": "\(round + 1)", "intent": "save"],
                    files: [("photo", UploadedFile(filename: "clip.mp4", contentType: "video/mp4", bytes: bytes))])
                #expect(tom.page.status == 422 && tom.sees("clip.mp4: This"))
                #expect(tom.sees("Kept words."))
                #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
            }
        }
    }

    @Test("N11: another video or another word about it is another post")
    func fingerprint() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachVideo()
            var prints: Set<String> = []
            for (number, said) in [["people-0": "nobody"], ["people-0": "named", "not-pupils-0": "1"]].enumerated() {
                await tom.submit("/posts/1/draft", tom.video(said, "save", edits: "\(number)"))
                prints.insert(try #require(try await test.post(1)?.fingerprint))
            }
            let post = try #require(try await test.post(1))
            #expect(post.pictures.first?.isComplete == true && prints.count == 2)
        }
    }
}

extension Visitor {
    /// Two seconds as a phone records them, in `Tests/Fixtures`.
    static func clip() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: "astronaut-phone.mov")))
    }

    /// Begins a post with the clip, and has its page open.
    mutating func attachVideo() async throws {
        let clip = try Self.clip()
        await visit("/posts/new")
        await submit(
            "/posts", ["text": "Lanterns at the mill.", "account": "1", "intent": "save"],
            files: [("photo", UploadedFile(filename: "walk.mov", contentType: "video/quicktime", bytes: clip))])
        #expect(path == "/posts/1/edit", "\(text)")
    }

    /// The form as the page has it, with what somebody says of the video.
    func video(_ said: [String: String], _ intent: String, edits: String = "0") -> [String: String] {
        var fields = fields(named: "", intent: intent, edits: edits)
        fields["complete-0"] = nil
        return fields.merging(said) { _, new in new }
    }
}
