extension Application {
    /// The address of a fresh set-up link, as long as nobody can sign in; nil once somebody can.
    public func setupLink() async throws -> String? { try await Setup.link(site.context) }
}
