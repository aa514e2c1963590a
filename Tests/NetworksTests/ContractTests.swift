import NetworksTesting
import Testing

@testable import Networks

/// What every connector keeps, on a real network where one can be run, and on a strict stand-in elsewhere.
@Suite("What every connector keeps")
struct ContractTests {
    @Test("a post is published once, found, archived, removed, and gone", arguments: Subject.Kind.allCases)
    func life(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let words = "Well done, all!\n\nA & B <ran> “fast” [gallery] 🏃 \(Publication.sample().key)"
        let publication = subject.sample(words, media: 2)
        #expect(await connector.find(publication) == .done(nil))

        let published = try #require(await connector.publish(publication).value)
        #expect(published.media.count == publication.media.count)
        #expect(!published.raw.isEmpty)
        #expect(published.contentType.hasPrefix("application/json"))
        #expect(await connector.isGone(published.id, media: published.media) == .done(false))

        let found = try #require(await connector.find(publication).value ?? nil)
        #expect(found.id == published.id)
        #expect(found.url == published.url)
        #expect(found.media == published.media)

        let archived = try #require(await connector.fetch(published.id).value)
        #expect(archived.url == published.url)
        #expect(archived.text.contains("Well done, all!"))
        #expect(archived.text.contains(subject.takes("A & B <ran> “fast” [gallery]")))
        #expect(!archived.raw.isEmpty)

        let removal = await connector.remove(published.id, media: published.media)
        #expect(capabilities[.delete].agrees(with: removal), "\(removal)")
        guard capabilities[.delete] == .yes else {
            #expect(await connector.isGone(published.id, media: published.media) == .done(false))
            return
        }
        #expect(await connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await connector.find(publication) == .done(nil))
        #expect(await connector.remove(published.id, media: published.media).isDone, "removing again is no mistake")
        guard case .failed = await connector.fetch(published.id) else {
            Issue.record("a post that is gone was fetched")
            return
        }
    }

    @Test("the same publication twice is one post", arguments: Subject.Kind.allCases)
    func once(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let publication = subject.sample("Once \(Publication.sample().key)", media: 1)
        let first = try #require(await connector.publish(publication).value)
        let second = try #require(await connector.publish(publication).value)
        #expect(second.id == first.id)
        #expect(second.media == first.media)
        _ = await connector.remove(first.id, media: first.media)
    }

    @Test("posts with the same words under two keys are two posts", arguments: Subject.Kind.allCases)
    func keysDecide(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let words = "Same words \(Publication.sample().key)"
        let one = subject.sample(words)
        let first = try #require(await connector.publish(one).value)
        let other = subject.sample(words, claimed: [first.id])
        let answer = await connector.publish(other)
        if subject.refusesRepetition {
            guard case .failed(let failure) = answer else {
                Issue.record("the first post passed for the second")
                return
            }
            #expect(failure.kind == .refused)
            return
        }
        let second = try #require(answer.value)
        #expect(first.id != second.id)
        #expect(await connector.find(other).value??.id == second.id)
        guard capabilities[.delete] == .yes else { return }
        _ = await connector.remove(first.id, media: first.media)
        #expect(await connector.isGone(second.id, media: second.media) == .done(false))
        _ = await connector.remove(second.id, media: second.media)
    }

    @Test("too many pictures are refused before anything is sent", arguments: Subject.Kind.allCases)
    func tooMany(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let publication = subject.sample(exactly: capabilities.mostMedia + 1)
        guard case .failed(let failure) = await connector.publish(publication) else {
            Issue.record("it was published")
            return
        }
        #expect(failure.kind == .tooLarge)
        #expect(!failure.isPassing)
    }

    @Test("a post that is out is changed, or a person is told how", arguments: Subject.Kind.allCases)
    func edits(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let publication = subject.sample("Sports day\n\nis on Tuesday \(Publication.sample().key).", media: 1)
        let published = try #require(await connector.publish(publication).value)
        let changed = publication.saying(publication.text.replacing("Tuesday", with: "Wednesday"))
        let answer = await connector.edit(published.id, to: changed)
        #expect(capabilities[.edit].agrees(with: answer), "\(answer)")
        let id = answer.value?.id ?? published.id
        let text = try #require(await connector.fetch(id).value).text
        #expect(text.contains(answer.isDone ? "Wednesday" : "Tuesday"))
        if let edited = answer.value { #expect(edited.media.count == 1, "its picture is still there") }
        _ = await connector.remove(id, media: answer.value?.media ?? published.media)
    }

    @Test("the account says who it is, and shows its own posts, newest first", arguments: Subject.Kind.allCases)
    func timeline(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let key = Publication.sample().key
        let older = try #require(await connector.publish(subject.sample("The older one \(key)")).value)
        let newer = try #require(await connector.publish(subject.sample("The newer one \(key)", media: 1)).value)
        let answer = await connector.timeline(nil)
        #expect(capabilities[.ownTimeline].agrees(with: answer), "\(answer)")
        if let page = answer.value {
            let ids = page.elements.map(\.id)
            let first = try #require(ids.firstIndex(of: newer.id)), second = try #require(ids.firstIndex(of: older.id))
            #expect(first < second)
            #expect(page.elements[first].text.contains("The newer one"))
            #expect(page.elements[first].media.count == 1)
            if capabilities[.altText] == .yes {
                #expect(page.elements[first].media.first?.alt.contains("green") == true)
            }
            let at = try #require(page.elements[first].publishedAt)
            #expect(abs(at - Instant.now()) < 60_000)
            let identity = try #require(await connector.identify().value)
            #expect(!identity.handle.isEmpty && identity.url.hasPrefix("http"))
        }
        for post in [older, newer] { _ = await connector.remove(post.id, media: post.media) }
    }

    @Test("a comment is read, answered once, hidden and shown, and removed", arguments: Subject.Kind.allCases)
    func comments(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let key = Publication.sample().key
        let post = try #require(await connector.publish(subject.sample("A post to talk about \(key)")).value)
        guard let write = subject.comment else {
            #expect(capabilities[.readComments].agrees(with: await connector.comments(on: post.id, nil)))
            #expect(capabilities[.reply].agrees(with: await connector.reply(to: .nobodys, "Hello", key: key)))
            #expect(capabilities[.hide].agrees(with: await connector.hide(.nobodys)))
            #expect(capabilities[.remove].agrees(with: await connector.remove(.nobodys)))
            #expect(capabilities[.block].agrees(with: await connector.block(Networks.Comment.nobodys.author)))
            #expect(capabilities[.report].agrees(with: await connector.report(.nobodys, Report(.spam, "no"))))
            return
        }
        try await write(post, "What time does it start, please? \(key)")
        let comment = try #require(await connector.comment(on: post.id, saying: key))
        #expect(comment.text.contains("What time does it start"))
        #expect(comment.post == post.id)
        #expect(!comment.author.name.isEmpty && !comment.raw.isEmpty)
        #expect(abs(try #require(comment.writtenAt) - Instant.now()) < 60_000)

        let answers = [
            await connector.reply(to: comment, "At ten o’clock.", key: "answer-\(key)"),
            await connector.reply(to: comment, "At ten o’clock.", key: "answer-\(key)"),
        ]
        #expect(capabilities[.reply].agrees(with: answers[0]), "\(answers[0])")
        #expect(answers[0].value?.id == answers[1].value?.id, "the same answer twice is one answer")
        if answers[0].isDone {
            let thread = try #require(await connector.comments(on: post.id, nil).value).elements
            #expect(thread.count { $0.text.contains("At ten o’clock") } == 1)
            #expect(thread.contains { $0.parent == comment.id && $0.text.contains("At ten") })
        }

        let hidden = await connector.hide(comment)
        #expect(capabilities[.hide].agrees(with: hidden), "\(hidden)")
        if hidden.isDone {
            #expect(await connector.comment(on: post.id, saying: key)?.isHidden == subject.tellsHidden)
            #expect(await connector.show(comment).isDone)
            #expect(await connector.comment(on: post.id, saying: key)?.isHidden == false)
        }
        let report = await connector.report(comment, Report(.harassment, "It names a child."))
        #expect(capabilities[.report].agrees(with: report), "\(report)")
        let removed = await connector.remove(comment)
        #expect(capabilities[.remove].agrees(with: removed), "\(removed)")
        if removed.isDone {
            let thread = try #require(await connector.comments(on: post.id, nil).value).elements
            #expect(!thread.contains { $0.id == comment.id })
        }
        if kind != .snac {
            // A block on the real server would silence the parent for the tests after this one.
            let block = await connector.block(comment.author)
            #expect(capabilities[.block].agrees(with: block), "\(block)")
        }
        _ = await connector.remove(post.id, media: [])
    }

    @Test("public posts are searched, or the network says that it cannot", arguments: Subject.Kind.allCases)
    func search(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        let connector = subject.connector
        let capabilities = try #require(await connector.readCapabilities().value)
        let word = "search\(Publication.sample().key)"
        let post = try #require(await connector.publish(subject.sample("About \(word)")).value)
        let answer = await connector.search(word, nil)
        #expect(capabilities[.search].agrees(with: answer), "\(answer)")
        if let page = answer.value { #expect(page.elements.map(\.id).contains(post.id)) }
        _ = await connector.remove(post.id, media: [])
    }

    @Test("ids that lead elsewhere reach nothing", arguments: Subject.Kind.allCases)
    func strangeIDs(kind: Subject.Kind) async throws {
        let subject = try await kind.subject()
        defer { subject.stop() }
        for id in ["", "../users/1", "1/revisions", "1?force=true", "１", "a b"].map(RemoteID.init(rawValue:)) {
            #expect(!(await subject.connector.edit(id, to: .sample()).isDone))
            #expect(await subject.connector.fetch(id).value == nil)
            #expect(!(await subject.connector.comments(on: id, nil).isDone))
        }
    }
}

extension Connector {
    /// A comment with this word, once the network shows it: some take seconds.
    func comment(on post: RemoteID, saying word: String) async -> Networks.Comment? {
        for _ in 0..<40 {
            if let found = await comments(on: post, nil).value?.elements.first(where: { $0.text.contains(word) }) {
                return found
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
        return nil
    }
}

extension Networks.Comment {
    static let nobodys = Networks.Comment(
        id: RemoteID(rawValue: "1"), post: nil,
        author: Author(id: RemoteID(rawValue: "1"), handle: "@nobody", name: "Nobody", url: ""), text: "", url: "",
        writtenAt: nil, raw: [])
}

extension Answer {
    var isDone: Bool {
        if case .done = self { return true }
        return false
    }
}
