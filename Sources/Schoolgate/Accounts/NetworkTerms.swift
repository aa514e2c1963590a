import Gate

/// What a network's own terms say that a school has to know before it opens an account there (W20).
struct NetworkTerms: Sendable {
    let network: Network
    let name: String
    /// How old somebody has to be for an account of their own; nil where no account is needed to read.
    let minimumAge: Int?
    /// Where the age stands, for whoever brings the table up to date.
    let source: String

    /// Every network that an account may be proposed for: the one table to change when a provider changes its terms.
    static let all: [NetworkTerms] = [
        NetworkTerms(
            network: "wordpress", name: "WordPress, the school’s website", minimumAge: nil,
            source: "The school’s own website: nobody needs an account to read it."),
        NetworkTerms(
            network: "mastodon", name: "Mastodon and compatible", minimumAge: 16,
            source:
                "Mastodon’s template for a server’s terms asks 16 unless the server says otherwise; read the rules of yours."
        ),
        NetworkTerms(
            network: "bluesky", name: "Bluesky", minimumAge: 13,
            source: "Bluesky Social, Terms of Service, “Who can use Bluesky”."),
        NetworkTerms(
            network: "facebook", name: "Facebook page", minimumAge: 13,
            source: "Meta, Facebook Terms of Service, 3.1 “Who can use Facebook”."),
        NetworkTerms(
            network: "instagram", name: "Instagram", minimumAge: 13,
            source: "Meta, Instagram Terms of Use, “Who can use Instagram”."),
        NetworkTerms(
            network: "youtube", name: "YouTube", minimumAge: 13,
            source:
                "Google, “Age requirements on Google Accounts”, United Kingdom; younger only under a parent’s supervision."
        ),
        NetworkTerms(
            network: "linkedin", name: "LinkedIn", minimumAge: 16,
            source: "LinkedIn, User Agreement, 2.1 “Service eligibility”."),
        NetworkTerms(
            network: "x", name: "X", minimumAge: 13, source: "X, Terms of Service, 1 “Who may use the Services”."),
        NetworkTerms(
            network: "practice", name: "Practice network", minimumAge: nil,
            source: "Schoolgate’s own pages: nobody needs an account to read them."),
    ]

    static func of(_ network: Network) -> NetworkTerms? { all.first { $0.network == network } }

    /// Why these pupils cannot be its audience; nil when they can.
    ///
    /// The age holds for accounts of one's own. What is open to all may be watched without one, as a class does under
    /// its teacher; that is the one exception.
    func objection(youngest: Int, use: PupilUse, isOpen: Bool, teacherRuns: Bool) -> String? {
        guard let minimumAge, youngest < minimumAge else { return nil }
        let rule =
            "\(name) asks that people are \(minimumAge) for an account of their own, and your youngest are \(youngest)."
        switch use {
        case .ownAccounts:
            return rule + " Let them watch without accounts, name older pupils, or choose another network."
        case .watching where !isOpen:
            return rule + " A private account can only be seen with one. Make it open, or choose another network."
        case .watching where !teacherRuns:
            return rule + " They may watch what is open, when a teacher is among those who run the account. Name one."
        case .watching: return nil
        }
    }
}

/// How pupils take part in an account of the school.
enum PupilUse: String, Sendable, CaseIterable {
    case watching
    case ownAccounts = "own accounts"

    var words: String {
        switch self {
        case .watching: "They watch what is open, without accounts of their own"
        case .ownAccounts: "They follow it from accounts of their own"
        }
    }
}
