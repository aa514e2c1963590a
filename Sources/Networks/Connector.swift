/// One account on one network: what it can do, and doing it.
///
/// Every verb says what is known afterwards and never more: see ``Answer``. Nothing is repeated by a
/// connector itself; whoever asked looks with ``find(_:)`` before asking again.
public protocol Connector: Sendable {
    var capabilities: Capabilities { get }

    /// Puts it on the network once; a publication whose key is already there is not posted again.
    func publish(_ publication: Publication) async -> Answer<Published>

    /// Looks for this publication on the network by its key; nil when it is not there.
    func find(_ publication: Publication) async -> Answer<Published?>

    /// Takes a post and its pictures off the network; done too when they were already gone.
    func remove(_ post: RemoteID, media: [RemoteID]) async -> Answer<Void>

    /// Whether the network itself says that the post and each of its pictures are gone.
    func isGone(_ post: RemoteID, media: [RemoteID]) async -> Answer<Bool>

    /// The post as the network returns it now, for the archive.
    func fetch(_ post: RemoteID) async -> Answer<Archived>

    /// Takes away what an abandoned publication left behind, such as pictures without their post.
    func clear(_ publication: Publication) async -> Answer<Void>
}

/// What a network calls a post or a picture.
public struct RemoteID: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
