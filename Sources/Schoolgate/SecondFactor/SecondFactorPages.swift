import Crypto
import HTML
import Web

/// A second factor that is set up, and what can be done with it.
struct SecondFactorPage: HTML {
    let since: Instant
    let codesLeft: Int
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Second factor", in: .today, for: viewer, context) {
            PageHead(
                overline: "Your account", heading: "Your second factor is on",
                lede:
                    "Since \(context.clock.moment(of: since, now: context.now())), signing in with your password asks for a code of your authenticator."
            )
            div(.class("split split--half")) {
                section(.class("card stack"), .aria(.labelledby, "s-codes")) {
                    h2(.id("s-codes")) {
                        codesLeft == 1 ? "1 recovery code is left" : "\(codesLeft) recovery codes are left"
                    }
                    p { "Each works once in place of a code. New ones end those you have." }
                    form(.method("post"), .action(SecondFactorHandlers.renewCodes.path())) {
                        CSRFField(viewer)
                        button(.class("button button--plain"), .type("submit")) { "Make new recovery codes" }
                    }
                }
                section(.class("card stack"), .aria(.labelledby, "s-again")) {
                    h2(.id("s-again")) { "Another telephone" }
                    p { "Set it up on the new one; the codes of the old one end with it." }
                    p {
                        a(.class("button button--plain"), .href(SecondFactorHandlers.show.path() + "?again=1")) {
                            "Set it up again"
                        }
                    }
                    if !viewer.needsSecondFactor {
                        form(.method("post"), .action(SecondFactorHandlers.turnOff.path())) {
                            CSRFField(viewer)
                            button(.class("button button--quiet"), .type("submit")) { "Turn it off" }
                        }
                    }
                }
            }
        }
    }
}

/// Setting one up: scan, type the code, done.
struct EnrolmentPage: HTML {
    let secret: OneTimeCode
    let sealed: String
    let next: String
    let error: String?
    let viewer: Viewer
    let context: Context

    private var isFirst: Bool { !viewer.session.hasSecondFactor }

    var body: Markup {
        // Before it is set up there is nothing else to go to.
        if viewer.lacksSecondFactor {
            Door("Second factor", context) {
                div { h1 { "Set up your second factor" } }
                p {
                    "What you do in Schoolgate needs more than a password: a code from your telephone, each time you sign in. It takes two minutes, and comes before everything else."
                }
                steps
                signOut
            }.body
        } else {
            Shell("Second factor", in: .today, for: viewer, context) {
                PageHead(
                    overline: "Your account", heading: isFirst ? "Set up a second factor" : "Set up another telephone",
                    lede: "Then a stolen password alone lets nobody in.")
                div(.class("measure stack")) { steps }
            }.body
        }
    }

    private var steps: Markup {
        Markup.words {
            p {
                "1. On your telephone, open an authenticator. If you have none, any from its shop will do. Let it scan this:"
            }
            QRCode(address, caption: "The code to scan with an authenticator")?.body ?? Markup()
            p(.class("small")) {
                "No camera? Type this instead: "
                code(.class("secret-text")) { grouped }
            }
            p(.class("small")) { a(.href(address)) { "Or open it in the authenticator of this telephone" } }
            form(.method("post"), .action(SecondFactorHandlers.enrol.path()), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("token"), .value(sealed))
                input(.type("hidden"), .name("next"), .value(next))
                CodeField(caption: "2. The six figures it shows now", error: error)
                button(.class(viewer.lacksSecondFactor ? "button button--wide" : "button"), .type("submit")) {
                    "Turn it on"
                }
            }
        }
    }

    private var address: String {
        secret.address(account: viewer.person.email, issuer: "Schoolgate \(viewer.trust.name)")
    }

    private var signOut: Markup {
        form(.method("post"), .action("/sign-out")) {
            CSRFField(viewer)
            button(.class("linklike"), .type("submit")) { "Sign out" }
        }
    }

    /// In fours, as it is easier to type.
    private var grouped: String {
        let letters = Array(secret.base32)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }
}

/// Ten codes for the day the telephone is lost, shown once.
struct RecoveryCodesPage: HTML {
    let codes: [String]
    let next: String
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Door("Recovery codes", context) {
            div { h1 { "Keep these ten codes" } }
            p {
                "Your second factor is on. If your telephone is lost, one of these lets you in, once. Print them or write them down, and keep them away from the telephone. They are not shown again."
            }
            ul(.class("recovery-codes"), .role("list")) {
                for text in codes { li { code { text } } }
            }
            p { a(.class("button button--wide"), .href(next)) { "I have kept them" } }
        }
    }
}
