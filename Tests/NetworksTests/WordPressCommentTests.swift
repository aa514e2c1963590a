import Foundation
import NetworksTesting
import Testing

@testable import Networks

@Suite("Comments on a real WordPress")
struct WordPressCommentTests {
    @Test("a comment waits, is shown, answered in its place, hidden, and taken away")
    func moderation() async throws {
        let wordPress = try TestWordPress()
        let connector = wordPress.connector(), key = Publication.sample().key
        let post = try #require(await connector.publish(.sample("A post for comments \(key)")).value)
        try await wordPress.comment(on: post.id, "Is <b>Anna</b> there? \(key)")
        let comment = try #require(await connector.comment(on: post.id, saying: key))
        #expect(comment.isHidden, "it waits for somebody to look")
        #expect(comment.author.name == "A parent" && comment.parent == nil)
        #expect(!String(decoding: comment.raw, as: UTF8.self).contains("family.example"), "no mail address is kept")
        #expect(try await !wordPress.page(post.url).body.contains("Is <b>Anna</b> there"))
        #expect(await connector.mentions(nil).value?.elements.first?.id == comment.id)

        #expect(await connector.show(comment).isDone)
        #expect(await connector.comment(on: post.id, saying: key)?.isHidden == false)
        let answer = try #require(
            await connector.reply(to: comment, "Yes & <she> waves [gallery]", key: "a").value)
        let thread = try #require(await connector.comments(on: post.id, nil).value).elements
        let shown = try #require(thread.first { $0.id == answer.id })
        #expect(shown.text == "Yes & <she> waves [gallery]" && shown.parent == comment.id)
        #expect(await connector.reply(to: comment, "Yes & <she> waves [gallery]", key: "a").value?.id == answer.id)

        #expect(await connector.hide(comment).isDone)
        #expect(await connector.comment(on: post.id, saying: key)?.isHidden == true)
        #expect(await connector.remove(comment).isDone)
        #expect(await connector.remove(comment).isDone, "removing again is no mistake")
        let left = try #require(await connector.comments(on: post.id, nil).value).elements
        #expect(!left.contains { $0.id == comment.id })
        _ = await connector.remove(post.id, media: [])
    }

    @Test("an account that may neither edit nor moderate is told so")
    func contributor() async throws {
        let wordPress = try TestWordPress()
        let volunteer = WordPress(
            site: wordPress.site, user: wordPress.contributor, password: wordPress.contributorPassword,
            mayBeInOwnNetwork: true)
        #expect(await volunteer.identify().value?.scopes == ["contributor"])
        let post = try #require(await wordPress.connector().publish(.sample()).value)
        for failure in [
            await volunteer.edit(post.id, to: .sample()).failure, await volunteer.hide(.nobodys).failure,
            await volunteer.remove(.nobodys).failure,
        ] {
            #expect(failure?.kind == .refused || failure?.kind == .unauthorised, "\(String(describing: failure))")
        }
        _ = await wordPress.connector().remove(post.id, media: [])
    }

    @Test("an edit changes the words alone: pictures, address and time stay")
    func edit() async throws {
        let wordPress = try TestWordPress()
        let connector = wordPress.connector()
        let publication = Publication.sample("A heading\n\nOne [gallery] two", media: 2)
        let published = try #require(await connector.publish(publication).value)
        let edited = try #require(
            await connector.edit(published.id, to: publication.saying("Another heading\n\nThree <script>")).value)
        #expect(edited.url == published.url && edited.media == published.media)
        let page = try await wordPress.page(published.url).body
        #expect(page.contains("<h1>Another heading</h1>") && page.contains("Three &lt;script&gt;"))
        #expect(!page.contains("gallery") && page.components(separatedBy: "<img").count == 3)
        #expect(await connector.find(publication).value??.id == published.id)
        let other = publication.saying("No pictures")
        let fewer = Publication(key: other.key, text: other.text, media: Array(other.media.prefix(1)), account: "")
        #expect(await connector.edit(published.id, to: fewer).failure?.kind == .refused)
        _ = await connector.remove(published.id, media: published.media)
    }
}
