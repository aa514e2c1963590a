import Policy

extension Waiting {
    /// What sort of thing waits: all that a mail says of it.
    enum Kind: String, Sendable, CaseIterable {
        case approval, returned, notOut = "not out", byHand = "by hand", removal, opinion, advice
        case proposal, proposalAnswer = "proposal answer", account, keeping, elsewhere
        case handover, overdueHandover = "overdue handover", impersonation
        case policy, confirmation, training, behind
        case objection, consent, link, people, other
        case draft, mail

        /// Whether anybody is written to about it: one's own drafts are known, and a mail about mails would not arrive.
        var isMailed: Bool { self != .draft && self != .mail }

        /// What the school owes to children or to everybody's safety: nobody switches these mails off.
        var isDuty: Bool {
            self == .overdueHandover || self == .objection || self == .link || self == .removal || self == .elsewhere
        }

        private var words: (one: String, more: String) {
            switch self {
            case .approval: ("post waits for your approval", "posts wait for your approval")
            case .returned: ("post was sent back to you", "posts were sent back to you")
            case .notOut: ("post did not go out", "posts did not go out")
            case .byHand: ("post needs a step done by hand", "posts need a step done by hand")
            case .removal: ("post has to come down", "posts have to come down")
            case .opinion: ("colleague asks for a second opinion", "colleagues ask for a second opinion")
            case .advice: ("second opinion has come back", "second opinions have come back")
            case .proposal: ("proposal for an account waits for you", "proposals for accounts wait for you")
            case .proposalAnswer: ("proposal of yours was turned down", "proposals of yours were turned down")
            case .account: ("account does not work", "accounts do not work")
            case .keeping: ("account needs looking after", "accounts need looking after")
            case .elsewhere: ("post was made past Schoolgate", "posts were made past Schoolgate")
            case .handover: ("account has to be handed over", "accounts have to be handed over")
            case .overdueHandover: ("handover of an account is overdue", "handovers of accounts are overdue")
            case .impersonation: ("report of a false account is open", "reports of false accounts are open")
            case .policy: ("matter of the policy waits for you", "matters of the policy wait for you")
            case .confirmation: ("policy is to be read and confirmed", "policies are to be read and confirmed")
            case .training: ("training of yours runs out", "trainings of yours run out")
            case .behind: ("list of people who are behind waits", "lists of people who are behind wait")
            case .objection: ("objection needs a name", "objections need names")
            case .consent: ("question in the consent register is open", "questions in the consent register are open")
            case .link: ("sign-in link needs a look", "sign-in links need a look")
            case .people: ("matter of people’s access waits for you", "matters of people’s access wait for you")
            case .other, .draft, .mail: ("thing waits for you", "things wait for you")
            }
        }

        /// Such as `Two posts wait for your approval`.
        func counted(_ number: Int) -> String {
            "\(number.inWordsCapitalised) \(number == 1 ? words.one : words.more)"
        }
    }

    /// What it is known by, without a word of it.
    var item: String { "\(kind.rawValue) \(path)" }
}
