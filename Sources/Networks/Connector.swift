/// One account on one network: what it can do, and doing it.
///
/// Every verb says what is known afterwards and never more: see ``Answer``. Nothing is repeated by a
/// connector itself; whoever asked looks with ``find(_:)`` before asking again. A verb that a network does not
/// know answers `unsupported` with the step a person can take, where there is one.
public protocol Connector: Sendable {
    /// What the network can do, as far as it is known.
    var capabilities: Capabilities { get }

    /// What the account's own server or the network says that it can do and takes now.
    func readCapabilities() async -> Answer<Capabilities>

    /// Who the network says this account is: the test of a connection, which changes nothing.
    func identify() async -> Answer<Identity>

    /// Puts it on the network once; a publication whose key is already there is not posted again.
    func publish(_ publication: Publication) async -> Answer<Published>

    /// Looks for this publication on the network by its key; nil when it is not there.
    func find(_ publication: Publication) async -> Answer<Published?>

    /// Changes the words of a post that is out; some networks give it another id.
    func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published>

    /// Takes a post and its pictures off the network; done too when they were already gone.
    func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void>

    /// Whether the network itself says that the post and each of its pictures are gone.
    func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool>

    /// The post as the network returns it now, for the archive.
    func fetch(_ post: RemoteID) async -> Answer<Archived>

    /// Takes away what an abandoned publication left behind, such as pictures without their post.
    func clear(_ publication: Publication) async -> Answer<Void>

    /// The account's own posts, newest first, whoever put them there.
    func timeline(_ page: String?) async -> Answer<Page<TimelinePost>>

    /// What people wrote under a post.
    func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>>

    /// What people wrote to or about the account, newest first.
    func mentions(_ page: String?) async -> Answer<Page<Comment>>

    /// Public posts in which these words stand.
    func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>>

    /// Answers a comment once; the key works as a publication's does.
    func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published>

    /// Hides a comment of somebody else, so that it can be shown again.
    func hide(_ comment: Comment) async -> Answer<Void>

    /// Shows a hidden comment again.
    func show(_ comment: Comment) async -> Answer<Void>

    /// Removes a comment of somebody else for good.
    func remove(_ comment: Comment) async -> Answer<Void>

    /// Keeps a person from writing to the account.
    func block(_ author: Author) async -> Answer<Void>

    /// Tells the network's own moderators of a comment.
    func report(_ comment: Comment, _ report: Report) async -> Answer<Void>

    /// Makes the network forget the token this connector speaks with, as when an account is handed over.
    func revoke() async -> Answer<Void>
}

/// What a network calls a post, a picture, a comment or a person.
public struct RemoteID: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension Connector {
    public func readCapabilities() async -> Answer<Capabilities> { .done(capabilities) }
    public func identify() async -> Answer<Identity> { .unsupported(step(.publish)) }
    public func edit(_ post: RemoteID, to publication: Publication) async -> Answer<Published> {
        .unsupported(step(.edit))
    }
    public func timeline(_ page: String?) async -> Answer<Page<TimelinePost>> { .unsupported(step(.ownTimeline)) }
    public func comments(on post: RemoteID, _ page: String?) async -> Answer<Page<Comment>> {
        .unsupported(step(.readComments))
    }
    public func mentions(_ page: String?) async -> Answer<Page<Comment>> { .unsupported(step(.readComments)) }
    public func search(_ words: String, _ page: String?) async -> Answer<Page<Comment>> { .unsupported(step(.search)) }
    public func reply(to comment: Comment, _ text: String, key: String) async -> Answer<Published> {
        .unsupported(step(.reply))
    }
    public func hide(_ comment: Comment) async -> Answer<Void> { .unsupported(step(.hide)) }
    public func show(_ comment: Comment) async -> Answer<Void> { .unsupported(step(.hide)) }
    public func remove(_ comment: Comment) async -> Answer<Void> { .unsupported(step(.remove)) }
    public func block(_ author: Author) async -> Answer<Void> { .unsupported(step(.block)) }
    public func report(_ comment: Comment, _ report: Report) async -> Answer<Void> { .unsupported(step(.report)) }
    public func revoke() async -> Answer<Void> {
        .unsupported("Take Schoolgate’s access away in the network’s own settings, and change the password.")
    }

    /// What to do where the network does not.
    func step(_ capability: Capability) -> String {
        if case .byHand(let step) = capabilities[capability] { return step }
        return "This network offers no way to \(capability.inWords)."
    }
}

extension Capability {
    /// After "no way to".
    var inWords: String {
        switch self {
        case .publish: "publish from Schoolgate"
        case .schedule: "schedule a post"
        case .media: "add pictures"
        case .altText: "describe pictures"
        case .edit: "change a post that is out"
        case .delete: "take a post down"
        case .readComments: "read comments"
        case .reply: "answer a comment"
        case .hide: "hide a comment"
        case .remove: "remove somebody else’s comment"
        case .block: "block a person"
        case .report: "report to its moderators"
        case .search: "search public posts"
        case .ownTimeline: "read the account’s own posts"
        }
    }
}
