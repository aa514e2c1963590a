import Database

/// One thing that somebody, or the program, did: written in the same transaction as the change itself.
struct Event: Sendable {
    /// Which hash chain it belongs to: one per school, and one for the trust.
    enum Chain: Sendable, Hashable {
        case trust
        case school(School.ID)

        var number: Int64 {
            switch self {
            case .trust: 0
            case .school(let id): id.rawValue
            }
        }
    }

    var chain: Chain
    /// Nil when the program acted by itself, as at the second of publishing.
    var actor: Person.ID?
    /// In the past tense, as the record reads it: `approved`, `withdrew`.
    var verb: String
    /// What it happened to, such as `post`.
    var object: String
    var objectID: Int64?
    /// The clause under which it happened.
    var clause: String?
    /// Details; each is salted and can be erased on its own without breaking the chain.
    var fields: [(name: String, value: String)]

    init(
        _ verb: String, _ object: String, _ objectID: Int64? = nil, in chain: Chain, by actor: Person.ID?,
        clause: String? = nil, fields: [(name: String, value: String)] = []
    ) {
        self.chain = chain
        self.actor = actor
        self.verb = verb
        self.object = object
        self.objectID = objectID
        self.clause = clause
        self.fields = fields
    }
}
