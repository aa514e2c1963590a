import Database

/// Why a request could not be served, in words fit for the person who made it.
public enum Problem: Error, Equatable {
    case notFound
    case notSignedIn
    /// What they do needs a second factor, which they have yet to set up.
    case secondFactorMissing
    /// Whoever asked is known, and may not.
    case forbidden(String)
    /// What was sent makes no sense; says what and what to do.
    case refused(String)
    /// Somebody else changed it meanwhile.
    case conflict(String)
    case tooMany(String)
    /// The database or the disk cannot take anything now.
    case unavailable(String)
    case unexpected

    public var status: Int {
        switch self {
        case .notFound: 404
        case .notSignedIn: 401
        case .forbidden, .secondFactorMissing: 403
        case .refused: 422
        case .conflict: 409
        case .tooMany: 429
        case .unavailable: 503
        case .unexpected: 500
        }
    }

    public var title: String {
        switch self {
        case .notFound: "Nothing here"
        case .notSignedIn: "Sign in first"
        case .secondFactorMissing: "One thing first"
        case .forbidden: "Not yours to do"
        case .refused: "That did not work"
        case .conflict: "Somebody was quicker"
        case .tooMany: "Too many tries"
        case .unavailable: "Not just now"
        case .unexpected: "Our mistake"
        }
    }

    public var message: String {
        switch self {
        case .notFound: "There is nothing at this address, or it is not for you to see."
        case .notSignedIn: "Sign in to go on."
        case .secondFactorMissing: "What you do here needs a second factor. Set it up, and everything opens."
        case .forbidden(let reason), .refused(let reason), .conflict(let reason), .tooMany(let reason),
            .unavailable(let reason):
            reason
        case .unexpected:
            "Something went wrong on our side. Nothing was changed. Try again, and tell whoever runs Schoolgate if it stays."
        }
    }
}

extension Problem {
    /// What an inner error means for the person who asked; the error itself goes to the log alone.
    init(explaining error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .unexpected
            return
        }
        switch error.kind {
        case .full:
            self = .unavailable(
                "There is no room left to keep this. Nothing was changed. Tell whoever runs Schoolgate, and try again.")
        case .busy:
            self = .unavailable("Too much is going on at once. Nothing was changed. Try again in a minute.")
        case .gone, .readOnly:
            self = .unavailable("The database does not answer. Nothing was changed. Try again in a few minutes.")
        case .uncertain:
            self = .unavailable(
                "The database was lost while this was being kept. It may be kept, or not: look before you send it again."
            )
        default: self = .unexpected
        }
    }
}
