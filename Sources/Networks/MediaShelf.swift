/// Where a network that fetches pictures itself finds them, for as long as it needs them and no longer.
public protocol MediaShelf: Sendable {
    /// An address on the web that nobody guesses, behind which these bytes are until they are withdrawn.
    func offer(_ media: PublicationMedia) async throws -> String

    func withdraw(_ address: String) async
}
