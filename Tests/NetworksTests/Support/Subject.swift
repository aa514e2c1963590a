import NetworksTesting

@testable import Networks

/// A network under the contract, and what its other people do there.
struct Subject: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case practice, wordPress, snac, mastodonStandIn, blueskyStandIn, xStandIn, facebookStandIn, instagramStandIn,
            linkedInStandIn,
            youTubeStandIn

        func subject() async throws -> Subject {
            switch self {
            case .practice:
                let store = MemoryPracticeStore()
                var subject = Subject(PracticeNetwork(store: store))
                subject.comment = { post, text in await store.comment(text, on: post.id) }
                return subject
            case .wordPress: return try .wordPress()
            case .snac: return try await .snac()
            case .mastodonStandIn: return try .mastodonStandIn()
            case .blueskyStandIn: return try await .blueskyStandIn()
            case .xStandIn: return try .xStandIn()
            case .facebookStandIn: return try .facebookStandIn()
            case .instagramStandIn: return try .instagramStandIn()
            case .linkedInStandIn: return try .linkedInStandIn()
            case .youTubeStandIn: return try .youTubeStandIn()
            }
        }
    }

    let connector: any Connector
    /// Somebody writes under a post; nil where nobody can.
    var comment: (@Sendable (_ post: Published, _ text: String) async throws -> Void)?
    var stop: @Sendable () -> Void = {}
    /// Whether the network itself takes the same words only once.
    var refusesRepetition = false
    /// Whether the network tells which comments are hidden.
    var tellsHidden = true
    /// Of the pictures or videos that go with a post: how many there must be, how many there may be, and one of them.
    var media = (least: 0, most: Int.max, one: { @Sendable alt in PublicationMedia.green(alt: alt) })
    /// Signs that the network takes in no words.
    var refusedSigns: Set<Character> = []

    init(_ connector: any Connector) { self.connector = connector }

    /// These words as the network takes them.
    func takes(_ words: String) -> String { String(words.filter { !refusedSigns.contains($0) }) }

    /// A publication that the network takes, under a key that nobody has used.
    func sample(_ text: String, media count: Int = 0, claimed: Set<RemoteID> = []) -> Publication {
        sample(text, exactly: min(media.most, max(media.least, count)), claimed: claimed)
    }

    func sample(_ text: String = "Sports day", exactly count: Int, claimed: Set<RemoteID> = []) -> Publication {
        let pattern = Publication.sample(takes(text), claimed: claimed)
        let all = (0..<count).map { media.one(takes("Picture \($0 + 1): \"green\" & <calm>")) }
        return Publication(
            key: pattern.key, text: pattern.text, media: all, account: pattern.account, since: pattern.since,
            claimed: claimed)
    }

    private static func wordPress() throws -> Subject {
        let wordPress = try TestWordPress()
        var subject = Subject(wordPress.connector())
        subject.comment = { post, text in try await wordPress.comment(on: post.id, text) }
        return subject
    }

    private static func snac() async throws -> Subject {
        let snac = try TestSnac()
        let parent = try await snac.connector(1)
        var subject = Subject(try await snac.connector())
        subject.comment = { post, text in
            let fields: [(String, (any JSONWritable)?)] = [
                ("status", text), ("visibility", "public"), ("in_reply_to_id", post.id.rawValue),
            ]
            guard case .done = await parent.post(fields, key: text) else { throw TestSnac.Missing(what: "no comment") }
        }
        return subject
    }

    static func mastodonStandIn(
        _ ways: MastodonStandIn.Ways = MastodonStandIn.Ways()
    ) throws -> Subject {
        let standIn = try MastodonStandIn(ways)
        var subject = Subject(standIn.connector())
        subject.comment = { post, text in _ = standIn.comment(on: post.id.rawValue, text) }
        subject.stop = { standIn.stop() }
        return subject
    }
}

extension MastodonStandIn {
    func connector(token: String = MastodonStandIn.token) -> Mastodon {
        Mastodon(
            server: address, keeper: MemoryKeeper(Credential(secret: token)),
            client: OAuthClient(id: MastodonStandIn.client.id, secret: MastodonStandIn.client.secret),
            mayBeInOwnNetwork: true,
            patience: Mastodon.Patience(
                between: .milliseconds(20), picture: .milliseconds(300), video: .milliseconds(300)))
    }
}

extension Support {
    /// Whether the answer of a verb is what its capability says: done, or else a step that a person can take.
    func agrees<Value>(with answer: Answer<Value>) -> Bool {
        switch (self, answer) {
        case (.yes, .done): true
        case (.no, .unsupported(let step)), (.byHand, .unsupported(let step)): step.hasSuffix(".")
        default: false
        }
    }
}
