import HTML
import Mail
import Policy
import Web

/// What a mail says: how many of what waits at which school, and the way there. Nothing of what it is about.
struct MailWords {
    let counts: [Mailing.Count]
    let kind: Mailing.Kind
    let publicURL: String
    /// Where these mails stop; nil where nothing in the mail can be switched off.
    let stop: String?

    /// Of each kind over all schools.
    private var sums: [(kind: Waiting.Kind, number: Int)] {
        Waiting.Kind.allCases.compactMap { kind in
            let number = counts.filter { $0.kind == kind }.reduce(0) { $0 + $1.number }
            return number > 0 ? (kind, number) : nil
        }
    }

    var subject: String {
        let sums = sums
        if kind == .notice, sums.count == 1, let only = sums.first { return only.kind.counted(only.number) }
        let number = sums.reduce(0) { $0 + $1.number }
        let things = number == 1 ? "One thing waits for you" : "\(number.inWordsCapitalised) things wait for you"
        return kind == .digest
            ? "This morning: \(number == 1 ? "one thing waits" : "\(number.inWords) things wait") for you" : things
    }

    private var schools: [String] {
        counts.map(\.school).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func lines(of school: String) -> [String] {
        counts.filter { $0.school == school }.map { $0.kind.counted($0.number) }
    }

    private var me: String { publicURL + OwnAccountHandlers.show.path() }

    private var why: String {
        stop == nil
            ? "This is about a duty of yours at school, so it cannot be switched off."
            : kind == .digest
                ? "You asked for one mail each working morning."
                : "You asked to hear at once of what waits for you."
    }

    var text: String {
        var text = ""
        for school in schools {
            text += "\(school)\n" + lines(of: school).map { "- \($0)" }.joined(separator: "\n") + "\n\n"
        }
        text += "Open Today: \(publicURL)/\n\n"
        text += "What it is about stands there, and never in a mail. \(why)\n"
        text += "How you hear of it is yours to choose: \(me)\n"
        if let stop { text += "No more such mails: \(stop)\n" }
        return text
    }

    var html: String {
        let content = Markup.words {
            for school in schools {
                p { strong { school } }
                ul { for line in lines(of: school) { li { line } } }
            }
            p { a(.href(publicURL + "/")) { "Open Today" } }
            p {
                small {
                    "What it is about stands there, and never in a mail. \(why) "
                    a(.href(me)) { "Choose how you hear of it" }
                    if let stop {
                        ". "
                        a(.href(stop)) { "No more such mails" }
                    }
                    "."
                }
            }
        }
        return "<!DOCTYPE html><html lang=\"en-GB\"><body>\(content.string)</body></html>\n"
    }
}
