import Database
import Foundation
import Policy
import Testing
import Web

import struct Gate.Consent

@testable import Schoolgate

@Suite struct PhotoKeepingTests {
    @Test("The unblurred picture is there for those who write the post or decide about it, and for nobody else")
    func access() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            let key = try #require(try await test.post(1)?.pictures.first?.working)
            let path = "/pictures/working/\(key)"
            for (name, isSeen) in [("Tom", true), ("Ruth", true), ("Dawn", false), ("Geoffrey", false), ("Sam", false)]
            {
                var visitor = await Visitor(test.site, as: name)
                await visitor.visit(path)
                #expect((visitor.page.status == 200) == isSeen, "\(name) was answered \(visitor.page.status)")
                if isSeen { #expect(visitor.page.header("Cache-Control") == "no-store") }
            }
            let stranger = await test.site.respond(to: Request(.get, path))
            #expect(stranger.header("Location")?.hasPrefix("/sign-in") == true)
            // What would go out is for all who see the school's posts, and no one else.
            let media = try #require(try await test.post(1)?.pictures.first?.media)
            for (name, status) in [("Geoffrey", 200), ("Sam", 404)] {
                var visitor = await Visitor(test.site, as: name)
                await visitor.visit("/pictures/\(media)")
                #expect(visitor.page.status == status, "\(name)")
            }
        }
    }

    @Test("A draft that is thrown away takes its pictures with it")
    func discarded() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            #expect(try test.files("media").count == 1 && test.files("working").count == 1)
            await tom.submit("/posts/1/discard", [:])
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
        }
    }

    @Test("Under a legal hold nothing is deleted; once it is lifted, it is")
    func legalHold() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/legal-hold", ["legal-hold": "Police reference 12."])
            #expect(ruth.sees("Police reference 12."))
            await tom.post("/posts/1/discard", [:])
            #expect(try test.files("media").count == 1 && test.files("working").count == 1)
            await ruth.submit("/posts/1/legal-hold", ["lift": "yes"])
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
        }
    }

    @Test("N4: after a removal because of consent the pixels are gone, and text, ids and digest are kept")
    func withdrawn() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk(["box-0-1": "137,376,157,172", "face-0-1": "name", "name-0-1": "Finn Doherty"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            _ = try await Publisher(context: test.context).workOff()
            let media = try #require(try await test.post(1)?.pictures.first?.media)
            #expect(try test.files("media").count == 1)
            try await test.consent(of: "F1", .withdrawn)
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .removed)
            #expect(try test.files("media").isEmpty)
            let post = try #require(try await test.post(1))
            #expect(post.text == "Lanterns at the mill." && post.pictures.first?.media == media)
            #expect(post.pictures.first?.isErased == true)
            await tom.visit("/posts/1")
            #expect(tom.sees("The picture has been deleted."))
            await tom.visit("/pictures/\(media)")
            #expect(tom.page.status == 404)
        }
    }

    @Test("M17: a reviewer deletes a picture without keeping a copy; the record has the deletion and not the picture")
    func deletion() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            await tom.submit("/posts/1/draft", tom.walk(["box-0-1": "137,376,157,172", "face-0-1": "other"]))
            var fields = tom.walk([:])
            fields["intent"] = "send"
            fields["edits"] = "1"
            fields["slot"] = "2026-11-24T10:00"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.state == .scheduled)
            let picture = try #require(try await test.post(1)?.pictures.first)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/pictures/0/deletion", ["picture": picture.key])
            let post = try #require(try await test.post(1))
            #expect(post.pictures.isEmpty && post.state == .stopped)
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
            let verbs = try await test.database.read { db in
                try db.all("SELECT verb FROM events WHERE object = 'post' ORDER BY number") { $0.text(0) }
            }
            #expect(verbs.contains("deleted a picture of"))
            #expect(try await test.rows(in: "deliveries WHERE state = 'armed'") == 0)
        }
    }

    @Test("M17: a picture that is out already is deleted here at once, and its post comes down")
    func deletionOfPublished() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk([:])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            _ = try await Publisher(context: test.context).workOff()
            let key = try #require(try await test.post(1)?.pictures.first?.key)
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/pictures/0/deletion", ["picture": key])
            #expect(try test.files("media").isEmpty)
            #expect(try await test.post(1)?.state == .removing)
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .removed)
        }
    }

    @Test("M17: only those who may take posts down delete a picture, and only at their own school")
    func whoDeletes() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            let key = try #require(try await test.post(1)?.pictures.first?.key)
            for name in ["Tom", "Geoffrey", "Sam"] {
                var visitor = await Visitor(test.site, as: name)
                await visitor.post("/posts/1/pictures/0/deletion", ["picture": key])
                #expect(visitor.page.status == 404, "\(name)")
            }
            #expect(try test.files("working").count == 1)
        }
    }

    @Test("What was uploaded and never became part of a post is deleted after a day")
    func orphans() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            try await test.database.write { db in
                try db.run("DELETE FROM post_pictures")
            }
            try await PictureTidying(context: test.context).run()
            try await PictureTidying(context: test.context).sweep()
            #expect(try test.files("media").count == 1, "somebody may just be adding it")
            test.time.turn(by: .hours(25))
            try await PictureTidying(context: test.context).run()
            try await PictureTidying(context: test.context).sweep()
            #expect(try test.files("media").isEmpty && test.files("working").isEmpty)
        }
    }
}
