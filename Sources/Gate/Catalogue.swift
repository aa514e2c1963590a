public import Policy

extension Catalogue {
    /// Every control there is: the policy's own, and those that look at posts.
    public static let all = Catalogue.policy.adding(PostControls.all)
}
