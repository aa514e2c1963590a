import Testing

@testable import Networks

@Suite("The practice network")
struct PracticeTests {
    @Test("N7: while it is away every call fails as passing and nothing is kept; afterwards the same post goes out")
    func outage() async throws {
        let store = MemoryPracticeStore(), network = PracticeNetwork(store: store)
        let post = try #require(await network.publish(.sample()).value)
        await store.comment("When is it?", on: post.id)
        let comment = try #require(await network.comments(on: post.id, nil).value?.elements.first)
        await store.become(.down)
        let publication = Publication.sample()
        guard case .failed(let failure) = await network.publish(publication) else {
            Issue.record("it was published")
            return
        }
        #expect(failure.kind == .unavailable && failure.isPassing)
        #expect(!(await network.find(publication).isDone))
        #expect(!(await network.timeline(nil).isDone))
        #expect(!(await network.comments(on: post.id, nil).isDone))
        #expect(!(await network.reply(to: comment, "At ten.", key: "1").isDone))
        #expect(!(await network.hide(comment).isDone))
        #expect(!(await network.remove(post.id, media: []).isDone))
        await store.become(.fine)
        #expect(await network.find(publication) == .done(nil))
        #expect(await network.comments(on: post.id, nil).value?.elements == [comment])
        #expect(await network.publish(publication).isDone)
    }

    @Test("N7: while it is slow an answer takes its time, and comes")
    func slow() async throws {
        let store = MemoryPracticeStore(), network = PracticeNetwork(store: store)
        await store.become(.slow(.milliseconds(120)))
        let took = await ContinuousClock().measure { #expect(await network.publish(.sample()).isDone) }
        #expect(took >= .milliseconds(120))
    }

    @Test("A report reaches its moderators, and an answer that is too long is refused")
    func reports() async throws {
        let store = MemoryPracticeStore(), network = PracticeNetwork(store: store)
        let post = try #require(await network.publish(.sample()).value)
        await store.comment("Nasty words", on: post.id)
        let comment = try #require(await network.comments(on: post.id, nil).value?.elements.first)
        #expect(await network.report(comment, Report(.harassment, "Nasty.")).isDone)
        #expect(await store.reports.count == 1)
        let long = String(repeating: "a", count: PracticeNetwork.longestReply + 1)
        #expect(!(await network.reply(to: comment, long, key: "1").isDone))
        #expect(!(await network.reply(to: .nobodys, "Hello", key: "2").isDone))
    }

    @Test("A long timeline comes in pages, and each post once")
    func pages() async throws {
        let network = PracticeNetwork(store: MemoryPracticeStore())
        for _ in 0..<(PracticeNetwork.pageLength + 1) { _ = await network.publish(.sample()) }
        let first = try #require(await network.timeline(nil).value)
        let second = try #require(await network.timeline(first.next).value)
        #expect(first.elements.count == PracticeNetwork.pageLength && second.elements.count == 1)
        #expect(Set((first.elements + second.elements).map(\.id)).count == PracticeNetwork.pageLength + 1)
        #expect(second.next == nil)
    }
}
