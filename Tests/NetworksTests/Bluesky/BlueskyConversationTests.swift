import NetworksTesting
import Testing

@testable import Networks

@Suite("Conversations on Bluesky")
struct BlueskyConversationTests {
    @Test("comments are read, answered once, hidden and shown again")
    func comments() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let connector = bluesky.connector
        let post = try #require(await connector.publish(.sample()).value)
        let uri = bluesky.pds.write("<script>alert(1)</script> Lovely!", under: post.id.rawValue)
        let other = bluesky.pds.write("When?", under: post.id.rawValue)
        let comments = try #require(await connector.comments(on: post.id, nil).value).elements
        #expect(comments.map(\.id.rawValue) == [uri, other])
        #expect(comments[0].text == "<script>alert(1)</script> Lovely!")
        #expect(comments[0].author.handle == "@valley.test")
        #expect(comments[0].post == post.id && comments[0].parent == nil)

        let answer = try #require(await connector.reply(to: comments[1], "On Friday.", key: "reply-1").value)
        let again = try #require(await connector.reply(to: comments[1], "On Friday.", key: "reply-1").value)
        #expect(answer.id == again.id)
        #expect(bluesky.pds.count(of: "app.bsky.feed.post") == 2)
        let key = try #require(RecordAddress(answer.id.rawValue)?.key)
        let record = JSON(Array((bluesky.pds.record("app.bsky.feed.post", key) ?? "").utf8))
        #expect(record?["reply"]["root"]["uri"].string == post.id.rawValue)
        #expect(record?["reply"]["parent"]["uri"].string == other)

        #expect(await connector.hide(comments[0]).isDone)
        #expect(await connector.hide(comments[0]).isDone)
        #expect(try #require(await connector.comments(on: post.id, nil).value).elements[0].isHidden)
        #expect(await connector.hide(comments[1]).isDone)
        #expect(await connector.show(comments[0]).isDone)
        let after = try #require(await connector.comments(on: post.id, nil).value).elements
        #expect(after.filter(\.isHidden).map(\.id) == [comments[1].id])
        #expect(after.contains { $0.id == answer.id && $0.parent == comments[1].id }, "our own answer is part of it")
    }

    @Test("hiding keeps what else a gate says, and two at once are both hidden")
    func gate() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let connector = bluesky.connector
        let post = try #require(await connector.publish(.sample()).value)
        let key = try #require(RecordAddress(post.id.rawValue)?.key)
        let gate: JSON = [
            "$type": "app.bsky.feed.threadgate", "post": .text(post.id.rawValue),
            "allow": [["$type": "app.bsky.feed.threadgate#mentionRule"]], "createdAt": "2026-06-18T09:30:00.000Z",
            "somethingNew": 12_345_678_901_234_567,
        ]
        let address = RecordAddress(bluesky.pds.did, "app.bsky.feed.threadgate", key)
        #expect(await connector.put(gate, at: address, replacing: .null).written(at: address).isDone)
        _ = bluesky.pds.write("One", under: post.id.rawValue)
        _ = bluesky.pds.write("Two", under: post.id.rawValue)
        let comments = try #require(await connector.comments(on: post.id, nil).value).elements
        async let first = connector.hide(comments[0])
        async let second = connector.hide(comments[1])
        #expect(await [first.isDone, second.isDone] == [true, true])
        let kept = try #require(JSON(Array((bluesky.pds.record("app.bsky.feed.threadgate", key) ?? "").utf8)))
        #expect(kept["allow"].array?.count == 1)
        #expect(kept["somethingNew"].int == 12_345_678_901_234_567)
        #expect(kept["hiddenReplies"].array?.count == 2)
    }

    @Test("replies under somebody else's post are not hidden, and nothing is claimed")
    func notOurs() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        _ = bluesky.pds.write("Look at @hilltop.test")
        let mention = try #require(await bluesky.connector.mentions(nil).value).elements
        #expect(mention.count == 1, "a like is no comment")
        guard case .failed = await bluesky.connector.hide(mention[0]),
            case .unsupported(let step) = await bluesky.connector.remove(mention[0])
        else {
            Issue.record("it was claimed")
            return
        }
        #expect(step.contains("Hide it"))
        #expect(bluesky.pds.count(of: "app.bsky.feed.threadgate") == 0)
        guard case .unsupported = await bluesky.connector.edit(mention[0].id, to: .sample()) else {
            Issue.record("an edit was claimed")
            return
        }
    }

    @Test("people are blocked once, comments reported with their version, words searched")
    func moderation() async throws {
        let bluesky = try await TestBluesky()
        defer { bluesky.pds.stop() }
        let connector = bluesky.connector
        _ = bluesky.pds.write("Hilltop Primary is mean")
        let found = try #require(await connector.search("hilltop primary", nil).value).elements
        #expect(found.count == 1)
        #expect(await connector.block(found[0].author).isDone)
        #expect(await connector.block(found[0].author).isDone)
        #expect(bluesky.pds.count(of: "app.bsky.graph.block") == 1)
        for reason in Report.Reason.allCases {
            #expect(await connector.report(found[0], Report(reason, "It is about a child.")).isDone)
        }
        let bare = Comment(
            id: found[0].id, post: nil, author: found[0].author, text: "", url: "", writtenAt: nil, raw: [])
        #expect(await connector.report(bare, Report(.spam, String(repeating: "x", count: 5_000))).isDone)
        #expect(bluesky.pds.reports.count == Report.Reason.allCases.count + 1)
    }
}
