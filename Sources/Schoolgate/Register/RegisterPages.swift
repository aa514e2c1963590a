import Crypto
import Gate
import HTML
import Policy
import Web

/// The register as families read it, with the question on top: is this account yours?
struct RegisterPage: HTML {
    let register: PublicRegister
    let pasted: String
    let answer: RegisterAnswer?
    let key: VerifyingKey
    let context: Context

    var body: Markup {
        Front("Our official accounts", named: register.trust, home: RegisterHandlers.index.path(), context) {
            header(.class("title-page")) {
                p(.class("overline")) { register.trust }
                h1 { "Our official accounts" }
                p(.class("lede")) {
                    "What our schools say in public, they say through these accounts and through no others."
                }
            }
            question
            for school in register.schools { RegisterList(school: school) }
            proof
        }
    }

    private var question: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-ask")) {
            h2(.id("s-ask")) { "Is this account ours?" }
            form(.method("get"), .action(RegisterHandlers.index.path()), .class("stack")) {
                Field(
                    "Its link or its handle", name: "account", value: pasted,
                    hint: "As you see it, such as facebook.com/larkmere or @larkmere@school.example.",
                    autocomplete: "off",
                    attributes: [Attribute("maxlength", "500")])
                button(.class("button"), .type("submit")) { "Look it up" }
            }
            if let answer { div(.role("status"), .class("stack stack--s")) { words(answer) } }
        }
    }

    private func words(_ answer: RegisterAnswer) -> Markup {
        .words {
            switch answer {
            case .ours(let entry, let school):
                p { Chip("Ours", .gate, icon: .check) }
                p { "Yes. This is “\(entry.name)” of \(school), on \(entry.networkName), since \(entry.sinceInWords)." }
            case .wasOurs(let entry, let school):
                p { Chip("No longer ours", .warn, icon: .warn) }
                p {
                    "This was “\(entry.name)” of \(school) until \(entry.untilInWords). Nobody at the school writes there now."
                }
                tell
            case .onlyOn(let entries):
                p { Chip("It depends on the network", .warn, icon: .warn) }
                p {
                    "This handle is ours on \(entries.map(\.networkName).inWords("and")). On any other network it is somebody else. Paste the whole link to be sure."
                }
            case .notOurs:
                p { Chip("Not ours", .block, icon: .block) }
                p {
                    "This is none of our accounts. It may belong to somebody else who means no harm. Does it use a school’s name or pictures?"
                }
                tell
            case .unclear:
                p { Chip("Nothing to look up", .warn, icon: .warn) }
                p { "This is no link and no handle. Copy the address of the account’s own page and paste it here." }
            }
        }
    }

    private var tell: Markup {
        p {
            a(.class("button button--plain"), .href(RegisterHandlers.ask.path() + "?account=" + pasted.queryEncoded)) {
                "Tell the school"
            }
        }
    }

    private var proof: Markup {
        details(.class("soft")) {
            summary { "How to prove that this list is ours" }
            p {
                "The list is signed each hour. "
                a(.href(RegisterHandlers.signed.path())) { "Download it as a signed file" }
                ", and check it with Schoolgate on any computer, without the internet:"
            }
            pre { "schoolgate register verify register.json --key \(key.bytes.hex)" }
            p {
                "The file is a JSON Web Signature (RFC 7515, flattened) by Ed25519 (EdDSA, RFC 8037) over the ASCII text of its protected part, a full stop and its payload; any library for these checks it. The key is the one above: compare it with the one that the school gives you on paper."
            }
        }
    }
}

/// One school's accounts.
struct RegisterList: HTML {
    let school: PublicRegister.SchoolEntry

    var body: Markup {
        section(.class("stack"), .aria(.labelledby, "s-\(school.code)")) {
            h2(.id("s-\(school.code)")) { school.name }
            if school.accounts.isEmpty {
                p { "This school has no account. Whatever uses its name is not the school." }
            } else {
                ul(.class("stack stack--s"), .role("list")) {
                    for account in school.accounts {
                        li(.class("card row row--apart")) {
                            div {
                                // Both ways: the account's own page may link back here in the same way.
                                a(.href(account.url), Attribute("rel", "me")) { account.name }
                                p(.class("soft")) {
                                    "Since \(account.sinceInWords)"
                                    if let day = account.checkedInWords { ". Checked both ways on \(day)." }
                                }
                            }
                            Chip(account.networkName)
                        }
                    }
                }
            }
            if !school.closed.isEmpty {
                details {
                    summary {
                        school.closed.count == 1
                            ? "One account is closed" : "\(school.closed.count) accounts are closed"
                    }
                    ul {
                        for account in school.closed {
                            li { "\(account.name), \(account.networkName), until \(account.untilInWords)" }
                        }
                    }
                }
            }
        }
    }
}

/// The same list alone, for a frame in the school's own website.
struct EmbeddedRegister: HTML {
    let school: PublicRegister.SchoolEntry
    let context: Context

    var body: Markup {
        html(.lang("en-GB")) {
            Head(title: "The official accounts of \(school.name)")
            documentBody(.class("front front--framed")) {
                main(.class("front__in"), .id("main")) {
                    h1 { "Our official accounts" }
                    RegisterList(school: school)
                    p {
                        a(
                            .href(context.configuration.publicURL + RegisterHandlers.index.path()),
                            Attribute("target", "_top")
                        ) {
                            "Check an account"
                        }
                    }
                }
            }
        }
    }
}

/// Telling the school of an account that passes itself off as its own.
struct ReportPage: HTML {
    let schools: [School]
    let typed: Form
    let errors: FieldErrors
    let csrf: String
    let context: Context

    var body: Markup {
        Front("Tell the school", named: "Our official accounts", home: RegisterHandlers.index.path(), context) {
            header(.class("title-page")) {
                h1 { "An account passes itself off as the school" }
                p(.class("lede")) {
                    "The school looks at it and reports it to the network. If a child is in danger now, ring 999 first."
                }
            }
            errors.summary
            form(.method("post"), .action(RegisterHandlers.report.path()), .class("stack")) {
                CSRFField(token: csrf)
                Field(
                    "Its link or its handle", name: "link", value: typed["link"] ?? "", error: errors["link"],
                    autocomplete: "off")
                if schools.count > 1 {
                    Field(
                        "Whose name it uses", name: "school", options: schools.map { (value: $0.code, label: $0.name) },
                        selected: typed["school"], error: errors["school"])
                }
                Field(
                    "What it does", name: "words", lines: 4, value: typed["words"] ?? "",
                    hint: "Such as asking parents for money. Leave out children’s names.", error: errors["words"])
                Field(
                    "How to reach you (optional)", name: "contact", value: typed["contact"] ?? "",
                    hint: "Forgotten once the school has dealt with it.", error: errors["contact"],
                    autocomplete: "email")
                button(.class("button"), .type("submit")) { "Tell the school" }
            }
        }
    }
}

struct ReportedPage: HTML {
    let school: School
    let context: Context

    var body: Markup {
        Front("Thank you", of: school, home: RegisterHandlers.index.path(), context) {
            header(.class("title-page")) {
                h1 { "Thank you. \(school.name) knows now." }
                p(.class("lede")) {
                    "Do not answer the account and do not pay anything. You can report it to the network yourself as well: the more do, the sooner it goes."
                }
            }
            p { a(.href(RegisterHandlers.index.path())) { "Back to our official accounts" } }
        }
    }
}

/// What families told, for those who keep the accounts.
struct ImpersonationsPage: HTML {
    let open: [Impersonation]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Told by families", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts",
                heading: open.isEmpty
                    ? "Nobody has told of a false account"
                    : open.count == 1 ? "One account may be false" : "\(open.count) accounts may be false",
                lede: "Look at each, report it to its network as impersonation, and say what was done.")
            if open.isEmpty {
                Empty(
                    heading: "Nothing waits here",
                    text: "Families check accounts on the public register, and tell the school from there.")
            }
            ul(.class("stack"), .role("list")) {
                for report in open {
                    li(.class("card stack stack--s")) {
                        // Not a link: nobody should open it by a slip.
                        h2(.class("code")) { report.link }
                        p { report.words }
                        p(.class("soft")) {
                            "Told \(context.clock.moment(of: report.reportedAt, now: context.now()))"
                            if !report.contact.isEmpty { ", by \(report.contact)" }
                        }
                        form(
                            .method("post"), .action(RegisterHandlers.settle.path(report.id)), .class("stack stack--s")
                        ) {
                            CSRFField(viewer)
                            Field(
                                "What was done", name: "outcome",
                                hint: "Such as reported to Facebook, and taken down the same day.",
                                autocomplete: "off", id: "outcome-\(report.id.rawValue)")
                            button(.class("button"), .type("submit")) { "Settled" }
                        }
                    }
                }
            }
            p { a(.href(RegisterHandlers.index.path())) { "See the register as families do" } }
        }
    }
}

extension PublicRegister.Entry {
    var networkName: String { NetworkText.of(Network(rawValue: network)).name }
}

extension String {
    /// Fit to stand in a query.
    fileprivate var queryEncoded: String {
        utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + [byte].hex
            }
        }
    }
}
