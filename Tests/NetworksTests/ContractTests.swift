import Testing

@testable import Networks

/// What every connector keeps, on a real network.
@Suite("What every connector keeps")
struct ContractTests {
    enum Kind: String, CaseIterable, Sendable {
        case practice, wordPress

        func connector() throws -> any Connector {
            switch self {
            case .practice: PracticeNetwork(store: MemoryPracticeStore())
            case .wordPress: try TestWordPress().connector()
            }
        }
    }

    @Test("a post is published once, found, archived, removed, and gone", arguments: Kind.allCases)
    func life(kind: Kind) async throws {
        let connector = try kind.connector()
        let publication = Publication.sample("Well done, all!\n\nA & B <ran> “fast” [gallery] 🏃", media: 2)
        #expect(await connector.find(publication) == .done(nil))

        let published = try #require(await connector.publish(publication).value)
        #expect(published.media.count == 2)
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
        #expect(archived.text.contains("A & B <ran> “fast” [gallery]"))
        #expect(!archived.raw.isEmpty)

        #expect(await connector.remove(published.id, media: published.media).isDone)
        #expect(await connector.isGone(published.id, media: published.media) == .done(true))
        #expect(await connector.find(publication) == .done(nil))
        #expect(await connector.remove(published.id, media: published.media).isDone, "removing again is no mistake")
        guard case .failed = await connector.fetch(published.id) else {
            Issue.record("a post that is gone was fetched")
            return
        }
    }

    @Test("the same publication twice is one post", arguments: Kind.allCases)
    func once(kind: Kind) async throws {
        let connector = try kind.connector()
        let publication = Publication.sample(media: 1)
        let first = try #require(await connector.publish(publication).value)
        let second = try #require(await connector.publish(publication).value)
        #expect(second.id == first.id)
        #expect(second.media == first.media)
        _ = await connector.remove(first.id, media: first.media)
    }

    @Test("posts with the same words under two keys are two posts", arguments: Kind.allCases)
    func keysDecide(kind: Kind) async throws {
        let connector = try kind.connector()
        let first = try #require(await connector.publish(.sample("Same words")).value)
        let second = try #require(await connector.publish(.sample("Same words")).value)
        #expect(first.id != second.id)
        _ = await connector.remove(first.id, media: [])
        #expect(await connector.isGone(second.id, media: []) == .done(false))
        _ = await connector.remove(second.id, media: [])
    }

    @Test("too many pictures are refused before anything is sent", arguments: Kind.allCases)
    func tooMany(kind: Kind) async throws {
        let connector = try kind.connector()
        let publication = Publication.sample(media: connector.capabilities.mostMedia + 1)
        guard case .failed(let failure) = await connector.publish(publication) else {
            Issue.record("it was published")
            return
        }
        #expect(failure.kind == .tooLarge)
        #expect(!failure.isPassing)
    }

    @Test("every capability has an answer", arguments: Kind.allCases)
    func capabilities(kind: Kind) throws {
        let capabilities = try kind.connector().capabilities
        #expect(capabilities[.publish] == .yes)
        #expect(capabilities[.delete] == .yes)
        #expect(capabilities[.search] == .no)
    }
}

extension Answer {
    var isDone: Bool {
        if case .done = self { return true }
        return false
    }
}
