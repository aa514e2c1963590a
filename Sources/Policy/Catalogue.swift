/// The controls a policy may name; each is one line in a list.
public struct Catalogue: Sendable {
    public let controls: [any Control.Type]
    private let byName: [String: any Control.Type]

    public init(controls: [any Control.Type]) {
        self.controls = controls
        byName = Dictionary(controls.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func adding(_ more: [any Control.Type]) -> Catalogue { Catalogue(controls: controls + more) }

    public func control(named name: String) -> (any Control.Type)? { byName[name] }

    /// The control nearest to what was written.
    public func nearest(to name: String) -> String? { Policy.nearest(name, in: controls.map { $0.name }) }
}

extension Catalogue {
    /// The controls that look at no post's content; Gate adds those that do.
    public static let policy = Catalogue(controls: [
        PolicyReview.self,
        PolicySignOff.self,
        PolicyAudience.self,
        PolicyScope.self,
        PolicyPublic.self,
        PolicyRelated.self,
        PolicyExtends.self,
        PolicyLegal.self,
        PolicyConfidentialCategories.self,
        PolicyAnnexes.self,
        PolicySuccessor.self,
        PolicyOrigin.self,
        PolicyOwner.self,
        PolicyAwareness.self,
        PolicyDelegation.self,
        PolicySharing.self,
        PolicyAcknowledgement.self,
        AccountApproval.self,
        AccountTraining.self,
        AccountHandover.self,
        PostApproval.self,
        PostWithdrawal.self,
        PostImageChecklist.self,
        PostBestInterests.self,
        PostSecondOpinion.self,
        PostCorrections.self,
        PostStillRight.self,
    ])
}
