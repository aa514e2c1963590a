import HTML
import Mail
import Web

/// Whether mails leave and arrive, for those who manage people.
struct MailPage: HTML {
    let trouble: MailTrouble?
    let waiting: Int
    let sent: Int
    let unreachable: [Unreachable]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Mail", in: .people, for: viewer, context) {
            PageHead(
                overline: "People", heading: "Mail",
                lede: "What waits is told by mail: how many things and of what sort, with a link to Today.")
            if let trouble {
                p(.class("banner"), .role("status")) {
                    "Mails have not left since \(context.clock.moment(of: trouble.since, now: context.now())). \(trouble.words)"
                }
            }
            section(.class("card stack stack--s"), .aria(.labelledby, "s-server")) {
                h2(.id("s-server")) { "The mail server" }
                if let mail = context.configuration.mail {
                    p { "Mails go to \(mail.server.address), from \(mail.from)." }
                    p {
                        "\(counted(sent, "mail")) left in the last seven days. \(counted(waiting, "mail")) \(waiting == 1 ? "waits" : "wait") to leave."
                    }
                    p(.class("soft small")) {
                        "Whoever keeps the server tries it with: schoolgate mail test ADDRESS"
                    }
                } else {
                    p { "No mail server is set, so nothing is told by mail. Everybody finds what waits on Today." }
                    p(.class("soft small")) { "Whoever keeps the server sets one in mail.conf." }
                }
            }
            section(.class("stack"), .aria(.labelledby, "s-unreachable")) {
                h2(.id("s-unreachable")) { "Who cannot be reached" }
                if unreachable.isEmpty { p { "Nobody: no mail has come back." } }
                ul(.class("stack"), .role("list")) {
                    for entry in unreachable {
                        li(.class("card stack stack--s")) {
                            h3 { a(.href(PeopleHandlers.show.path(entry.person.id))) { entry.person.name } }
                            if let refused = entry.kept.refused {
                                p { "Mail to \(refused.address) does not arrive: \(refused.why)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}

/// Says that somebody's mails do not arrive, why, and what to do.
struct UnreachableNote: HTML {
    let person: Person
    let kept: MailPerson
    let isOwn: Bool
    let action: String?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        guard let refused = kept.refused, kept.isRefused(person.email) else { return Markup() }
        return section(.class("card stack stack--s"), .aria(.labelledby, "s-unreachable")) {
            h2(.id("s-unreachable")) { "Mail does not arrive" }
            p {
                "Since \(context.clock.moment(of: refused.at, now: context.now())), mail to \(refused.address) is refused. The mail server says: \(refused.why)"
            }
            p {
                isOwn
                    ? "Ask whoever keeps your mailbox. If the address itself is wrong, the school’s office corrects it. Nothing is sent to it until then; what waits stands on Today."
                    : "Ask \(person.firstName) whether the address is right, and correct it in the staff list. If it works again, let mails be sent once more."
            }
            if let action {
                form(.method("post"), .action(action)) {
                    CSRFField(viewer)
                    button(.class("button button--plain"), .type("submit")) { "Send mails to it again" }
                }
            }
        }
    }
}

/// How somebody hears of what waits.
struct MailChoiceCard: HTML {
    let choice: MailChoice
    let viewer: Viewer
    let context: Context

    var body: Markup {
        section(.class("card"), .aria(.labelledby, "s-mail")) {
            h2(.id("s-mail")) { "Mails about what waits" }
            p {
                context.configuration.mail == nil || context.configuration.isDemo
                    ? "No mail server is set here, so nothing is sent yet. Your choice is kept."
                    : "A mail says how many things wait and of what sort, and never what they are about."
            }
            form(.method("post"), .action(MailHandlers.choose.path()), .class("stack")) {
                CSRFField(viewer)
                ChoiceField(
                    "Tell me", name: "choice", options: MailChoice.allCases.map { ($0.rawValue, $0.label, $0.note) },
                    chosen: choice.rawValue, hint: MailChoice.duties)
                button(.class("button button--plain"), .type("submit")) { "Keep this" }
            }
            p(.class("soft small")) {
                "Each mail ends with "
                a(.href(MailStopHandlers.ask.path(MailStop.token(for: viewer.id, context.keys)))) {
                    "a link that stops them"
                }
                " without signing in."
            }
        }
    }
}
