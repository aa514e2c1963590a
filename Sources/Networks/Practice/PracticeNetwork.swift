/// A friendly network inside the program, for trying things without anybody outside seeing them.
public struct PracticeNetwork: Connector {
    let store: any PracticeStore

    public init(store: any PracticeStore) { self.store = store }

    public var capabilities: Capabilities { Self.capabilities }

    /// The same for every account.
    public static let capabilities = Capabilities(
        [
            .publish: .yes, .media: .yes, .altText: .yes, .delete: .yes, .readComments: .yes, .reply: .yes, .hide: .yes,
            .report: .yes, .ownTimeline: .yes,
        ],
        longestText: 500, mostMedia: 4, largestMedia: 16 * 1_048_576, largestVideo: 64 * 1_048_576
    )

    public func publish(_ publication: Publication) async -> Answer<Published> {
        if let failure = refusal(of: publication) { return .failed(failure) }
        do {
            if let failure = try await outage() { return .failed(failure) }
            let post = try await store.insert(
                key: publication.key, account: publication.account, text: publication.text, media: publication.media
            )
            return .done(try Published(post))
        } catch {
            return .unknown(
                "The practice network did not say whether it kept the post. It is looked up before it is tried again.")
        }
    }

    public func find(_ publication: Publication) async -> Answer<Published?> {
        await asking { try await store.find(key: publication.key).map { try Published($0) } }
    }

    public func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void> {
        await asking { try await store.remove(post) }
    }

    public func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool> {
        await asking { try await store.fetch(post) == nil }
    }

    public func fetch(_ post: RemoteID) async -> Answer<Archived> {
        do {
            if let failure = try await outage() { return .failed(failure) }
            guard let found = try await store.fetch(post) else {
                return .failed(Failure(.refused, "The post is no longer on the practice network."))
            }
            let published = try Published(found)
            return .done(
                Archived(
                    id: found.id, url: found.url, text: found.text, raw: published.raw,
                    contentType: published.contentType
                )
            )
        } catch {
            return .unknown(PracticeNetwork.noAnswer)
        }
    }

    /// Nothing is left behind: a post and its pictures are kept together or not at all.
    public func clear(_ publication: Publication) async -> Answer<Void> { .done(()) }

    func asking<Value: Sendable>(_ question: () async throws -> Value) async -> Answer<Value> {
        do {
            if let failure = try await outage() { return .failed(failure) }
            return .done(try await question())
        } catch let failure as Failure {
            return .failed(failure)
        } catch {
            return .unknown(PracticeNetwork.noAnswer)
        }
    }

    /// Waits where the network is slow; why it cannot be asked where it is away.
    private func outage() async throws -> Failure? {
        switch try await store.weather() {
        case .fine: return nil
        case .slow(let span):
            try await Task.sleep(for: span)
            return nil
        case .down:
            return Failure(
                .unavailable,
                "The practice network cannot be reached, so nothing was sent.")
        }
    }

    private static let noAnswer = "The practice network did not answer. Try again in a minute."

    private func refusal(of publication: Publication) -> Failure? {
        let limits = capabilities
        if let longest = limits.longestText, publication.text.count > longest {
            return Failure(
                .tooLarge,
                "The post has \(publication.text.count) characters; the practice network takes \(longest). Shorten it."
            )
        }
        if publication.media.count > limits.mostMedia {
            return Failure(.tooLarge, "The practice network takes \(limits.mostMedia) pictures. Leave some out.")
        }
        for video in publication.media where video.isVideo {
            guard
                let why = limits.refusal(
                    ofVideo: video.bytes.count, seconds: video.seconds, "The practice network")
            else { continue }
            return Failure(.tooLarge, why)
        }
        if publication.media.contains(where: { !$0.isVideo && $0.bytes.count > limits.largestMedia }) {
            return Failure(
                .tooLarge, "A picture is larger than the 16 MB that the practice network takes. Use a smaller one.")
        }
        return nil
    }
}
