public import Policy

/// One answer about one child, as it was given.
public struct Consent: Sendable {
    public enum Decision: String, Sendable, CaseIterable {
        case yes, no, withdrawn, objected
        case doNotPublish = "do-not-publish"
    }

    public var upn: String
    /// Nil answers every purpose (`all`).
    public var purpose: Purpose?
    /// Nil means every network.
    public var network: Network?
    public var decision: Decision
    public var date: Day
    /// The last day it is in force.
    public var expiry: Day?
    public var givenBy: String
    /// When an objection or the do-not-publish list was lifted for this child.
    public var lifted: Day?

    public init(
        upn: String, purpose: Purpose?, network: Network? = nil, decision: Decision, date: Day, expiry: Day? = nil,
        givenBy: String, lifted: Day? = nil
    ) {
        self.upn = upn
        self.purpose = purpose
        self.network = network
        self.decision = decision
        self.date = date
        self.expiry = expiry
        self.givenBy = givenBy
        self.lifted = lifted
    }
}
