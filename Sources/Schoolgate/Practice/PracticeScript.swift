/// A rehearsal: what invented people do one step after the other, and what is asked of staff.
struct PracticeScript: Sendable {
    /// Somebody who does not exist.
    struct Player: Sendable {
        let name: String
        let handle: String
    }

    struct Line: Sendable {
        let player: Player
        let text: String
    }

    enum Weather: Sendable {
        case fine, slow
        case down
    }

    /// What staff are asked to do, and how it is known that it was done.
    struct Ask: Sendable {
        enum Way: Sendable {
            /// A post that went out since the rehearsal began.
            case post
            /// Each of the step's comments is answered.
            case answer
            /// None of them is answered more than once: nobody argues.
            case once
            /// None of them is answered on the page.
            case silence
            case hide, report
            /// Outside the program: somebody ticks that it was done.
            case tick
        }

        let way: Way
        let words: String
        /// Duties whose clause, in the policy in force, asks for it.
        let duties: [String]

        init(_ way: Way, _ words: String, _ duties: String...) {
            self.way = way
            self.words = words
            self.duties = duties
        }
    }

    struct Step: Sendable {
        let title: String
        /// After the step before, where the people write by the clock.
        let after: Int
        var lines: [Line] = []
        var hearts = 0
        var weather: Weather?
        /// For the trainer's eyes.
        let note: String
        let asks: [Ask]
    }

    let id: String
    let title: String
    let lede: String
    /// Whether the people write under a post that was made for this rehearsal.
    let wantsNewPost: Bool
    let steps: [Step]
    let questions: [String]

    static let all = [firstPost, angryParent, badDay]

    static func named(_ id: String) -> PracticeScript? { all.first { $0.id == id } }

    var minutes: Int { steps.reduce(0) { $0 + $1.after } }

    /// Everybody who speaks in it, for the trainer to speak as.
    var players: [Player] {
        var known: Set<String> = []
        return steps.flatMap(\.lines).map(\.player).filter { known.insert($0.handle).inserted }
    }
}
