import Database
import HTML
import Policy
import Web

/// What has been said of a post's findings, for saying more.
struct ToldAlarms: Sendable {
    /// Nil in the composer, whose own form carries the buttons and keeps what was typed.
    let post: Post.ID?
    let viewer: Person.ID
    let mayJudge: Bool
    let csrf: String
    fileprivate let told: [String: (person: Person.ID, name: String)]

    static func load(
        _ id: Post.ID?, inComposer: Bool, _ viewer: Viewer, in db: Connection
    ) throws -> ToldAlarms {
        let alarms = try id.map { try WrongAlarm.of($0, at: viewer.school.id, in: db) } ?? []
        let people = try Person.byID(alarms.map(\.person), in: db)
        return ToldAlarms(
            post: inComposer ? nil : id, viewer: viewer.id, mayJudge: viewer.may(.judgeAlarms), csrf: viewer.csrf,
            told: Dictionary(
                alarms.map { ($0.token, ($0.person, people[$0.person]?.name ?? "Somebody who left")) },
                uniquingKeysWith: { a, _ in a }))
    }
}

/// One tap on a finding: this was wrong, and back.
struct AlarmButton: HTML {
    let finding: Finding
    let token: String
    let alarms: ToldAlarms

    var body: Markup {
        guard finding.canBeCalledWrong else { return Markup() }
        guard let (person, name) = alarms.told[token] else { return press("wrong", "This was wrong") }
        return .words {
            span(.class("small soft told")) {
                Icon.flag.markup
                person == alarms.viewer ? " You said that this was wrong." : " \(name) said that this was wrong."
            }
            if person == alarms.viewer || alarms.mayJudge { press("right", "That was right after all") }
        }
    }

    private func press(_ name: String, _ words: String) -> Markup {
        let label = Markup.words {
            words
            span(.class("hush")) { ": \(finding.reason)" }
        }
        guard let post = alarms.post else {
            return button(.class("button button--quiet"), .type("submit"), .name(name), .value(token)) { label }
        }
        let path = name == "wrong" ? AlarmRoutes.tell.path(post) : AlarmRoutes.takeBack.path(post)
        return form(.method("post"), .action(path)) {
            CSRFField(token: alarms.csrf)
            button(.class("button button--quiet"), .type("submit"), .name("finding"), .value(token)) { label }
        }
    }
}
