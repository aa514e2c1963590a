import Crypto
import Database
import DatabaseTesting
import NetworksTesting
import Testing
import Web

@testable import Schoolgate

/// The way of a post to a real website and back.
@Suite struct WebsiteTests {
    @Test(
        "A post with a picture goes to WordPress, is archived as returned, and is gone when taken down",
        arguments: Engine.all)
    func wholeWay(engine: Engine) async throws {
        try await withWebsite(engine) { there in
            let test = there.test
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attach(named: "")
            var fields = tom.fields(named: "", intent: "send")
            fields["text"] = "Lanterns at the mill.\n\nThank you to everybody who came."
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1")
            try await there.workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees("it is out"))

            let (copy, archive, digest) = try await test.database.read { db in
                try db.one(
                    "SELECT id, account_id, remote_id, remote_media, url, published_at, removed_at, archive, archive_digest FROM publications"
                ) {
                    (PublishedPost(row: $0), $0.bytes(7), $0.text(8))
                }
            }
            #expect(tom.sees(copy.url))
            let now = try await there.website.get("posts/\(copy.remoteID)?context=view")
            #expect(archive == now.body)
            #expect(digest == Digest.of(archive).hex)
            let picture = try #require(copy.media.first)
            let media = try await there.website.get("media/\(picture)")
            #expect(String(decoding: media.body, as: UTF8.self).contains("Children hold lanterns in the dark."))
            #expect(try await there.website.get(copy.url, asOwner: false).status == 200)

            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "The sum was wrong."])
            try await there.workOff()
            await dawn.visit("/posts/1")
            #expect(dawn.sees("Gone, confirmed there"))
            #expect(try await there.website.get("posts/\(copy.remoteID)").status == 404)
            #expect(try await there.website.get("media/\(picture)").status == 404)
            #expect(try await there.website.get(copy.url, asOwner: false).status == 404)
        }
    }

    @Test("A removal that the website refuses is a person’s, with the reason, and can be tried again")
    func refusedRemoval() async throws {
        try await withWebsite { there in
            _ = await there.send()
            try await there.workOff()
            there.weather.breaks(Weather.deleting, .answer("401 Unauthorized", [], "no"))
            var dawn = await Visitor(there.test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "The sum was wrong."])
            try await there.workOff()
            await dawn.visit("/posts/1")
            #expect(dawn.sees("WordPress did not accept the password."))
            #expect(dawn.sees("I have taken it down"))
            #expect(try await there.trouble() != nil)
            await dawn.visit("/")
            #expect(dawn.sees("Do it by hand"))

            there.weather.clears()
            await dawn.visit("/posts/1")
            await dawn.submit("/deliveries/2/attempt", [:])
            try await there.workOff()
            #expect(try await there.state() == .removed)
            #expect(try await there.trouble() == nil)
            #expect(try await there.website.copies(of: there.delivery().key) == 0)
        }
    }

    @Test("What a disconnected account published is taken down by hand, or through the account connected in its place")
    func disconnected() async throws {
        try await withWebsite { there in
            _ = await there.send()
            try await there.workOff()
            var ruth = await Visitor(there.test.site, as: "Ruth")
            await ruth.visit("/accounts")
            await ruth.click("/accounts/1/closure")
            await ruth.submit("/accounts/1/closure", ["confirmed": "yes"])
            await ruth.visit("/posts/1")
            await ruth.submit("/posts/1/removal", ["reason": "Out of date."])
            try await there.workOff()
            await ruth.visit("/posts/1")
            #expect(ruth.sees("was disconnected, so Schoolgate cannot take it down. Take it down there: http"))

            await ruth.visit("/proposals/1/account")
            await ruth.submit(
                "/proposals/1/account",
                [
                    "name": "Website again",
                    "address": there.proxy.address + there.website.path,
                    "username": there.website.user, "secret": there.website.password,
                ])
            await ruth.visit("/posts/1")
            await ruth.submit("/deliveries/2/attempt", [:])
            try await there.workOff()
            #expect(try await there.state() == .removed)
            #expect(try await there.website.copies(of: there.delivery().key) == 0)
        }
    }
}
