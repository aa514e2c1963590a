import HTML
import Web

/// What is kept of one account's secrets, and how to see one.
struct SecretsPage: HTML {
    let account: Account
    let secrets: [AccountSecret]
    let viewer: Viewer
    let context: Context
    var typed = Form()
    var errors = FieldErrors()
    /// Which secret somebody asked for, when something was missing.
    var asked: AccountSecret.ID?
    /// A password made for the form.
    var suggested: String?

    var body: Markup {
        Shell("Secrets of \(account.name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: "Secrets of \(account.name)",
                lede:
                    "Sealed. Before each look you show that it is you, and say why; everybody who reads the record sees it."
            )
            errors.summary
            div(.class("split")) {
                if secrets.isEmpty {
                    Empty(
                        heading: "Nothing is kept yet",
                        text:
                            "Keep the account’s own password here, and the key of its second factor, so that nobody has to turn that off to share it."
                    )
                } else {
                    list
                }
                keeping
            }
            p { a(.href(AccountHandlers.index.path())) { "Back to the accounts" } }
        }
    }

    private var list: Markup {
        ul(.class("stack"), .role("list")) {
            for secret in secrets {
                li(.class("card stack stack--s")) {
                    h2 { secret.label }
                    p(.class("row")) {
                        Chip(secret.kind.inWords)
                        span(.class("soft")) {
                            "Kept by \(secret.keptBy) on \(context.clock.plainDate(of: context.clock.day(of: secret.keptAt)))"
                        }
                    }
                    if secret.kind == .oneTimeCodes { code(secret) }
                    reveal(secret)
                    form(.method("post"), .action(SecretHandlers.remove.path(secret.id))) {
                        CSRFField(viewer)
                        button(.class("button button--quiet"), .type("submit")) {
                            "Remove"
                            span(.class("hush")) { " \(secret.label)" }
                        }
                    }
                }
            }
        }
    }

    private func code(_ secret: AccountSecret) -> Markup {
        form(.method("post"), .action(SecretHandlers.code.path(secret.id))) {
            CSRFField(viewer)
            button(.class("button"), .type("submit")) {
                "Show the code"
                span(.class("hush")) { " of \(secret.label)" }
            }
        }
    }

    @HTMLBuilder private func reveal(_ secret: AccountSecret) -> Markup {
        let words = secret.kind == .oneTimeCodes ? "See its key" : "See it"
        if viewer.isConfirmed(at: context.now()) {
            reason(for: secret, words)
        } else {
            p {
                a(
                    .class("button button--plain"),
                    .href(ConfirmHandlers.path(before: SecretHandlers.see(secret.id, of: account.id)))
                ) {
                    words
                    span(.class("hush")) { ": \(secret.label)" }
                }
            }
        }
    }

    private func reason(for secret: AccountSecret, _ words: String) -> Markup {
        let isAsked = asked == secret.id
        return details(Attribute("open", isAsked ? "" : nil)) {
            summary {
                words
                span(.class("hush")) { ": \(secret.label)" }
            }
            form(.method("post"), .action(SecretHandlers.reveal.path(secret.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "What you need it for", name: "reason", error: isAsked ? errors["reason"] : nil,
                    autocomplete: "off",
                    id: isAsked ? nil : "reason-\(secret.id.rawValue)")
                button(.class("button button--plain"), .type("submit")) { "Show it once" }
            }
        }
    }

    private var keeping: Markup {
        section(.class("card"), .aria(.labelledby, "s-keep")) {
            h2(.id("s-keep")) { "Keep a secret" }
            form(.method("post"), .action(SecretHandlers.keep.path(account.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "What it is", name: "kind",
                    options: AccountSecret.Kind.allCases.map { (value: $0.rawValue, label: $0.inWords) },
                    selected: typed["kind"] ?? "password",
                    hint: "For a second factor, paste the key that the network shows beside its QR code.",
                    error: errors["kind"])
                Field(
                    "What it opens", name: "label", value: typed["label"] ?? "",
                    hint: "Such as Facebook sign-in of the page.",
                    error: errors["label"], autocomplete: "off")
                Field(
                    "The secret", name: "value", lines: 3, value: suggested ?? "",
                    hint: suggested == nil
                        ? "It is sealed when you send it."
                        : "Made just now, and known to nobody yet. Set it in the network, and keep it here.",
                    error: errors["value"],
                    attributes: [Attribute("autocomplete", "off"), Attribute("spellcheck", "false")])
                div(.class("row")) {
                    button(.class("button"), .type("submit")) { "Seal it" }
                    a(.class("button button--plain"), .href(SecretHandlers.index.path(account.id) + "?suggest=yes")) {
                        "Suggest a password"
                    }
                }
            }
        }
    }
}

/// One secret, or the figures of a second factor; gone when the page is left.
struct ShownSecretPage: HTML {
    let secret: AccountSecret
    let account: Account
    let value: String
    /// Seconds that a code still stands for; nil for what does not run out.
    let left: Int64?
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell(secret.label, in: .accounts, for: viewer, context) {
            PageHead(
                overline: account.name, heading: secret.label,
                lede: left.map { "The code stands for \($0) more seconds." }
                    ?? "Shown once. The record says that you saw it, and why.")
            div(.class("card stack")) {
                pre(.class("secret")) { grouped }
                if left != nil {
                    form(.method("post"), .action(SecretHandlers.code.path(secret.id))) {
                        CSRFField(viewer)
                        button(.class("button"), .type("submit")) { "Show the next code" }
                    }
                }
            }
            p { a(.href(SecretHandlers.index.path(account.id))) { "Put it away" } }
        }
    }

    private var grouped: String { left == nil ? value : "\(value.prefix(3)) \(value.suffix(3))" }
}
