import Gate
import HTML
import Networks
import Web

/// Before somebody leaves for the network: what it will ask, and as whom to answer.
struct AllowPage: HTML {
    let name: String
    let network: Network
    let address: String
    let viewer: Viewer
    let context: Context

    /// Where the button leads, as people read it.
    private var host: String {
        String(address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" })
    }

    var body: Markup {
        Shell("Connect \(name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: "Now allow it on \(host)",
                lede: "The network asks you whether Schoolgate may speak for “\(name)”, and sends you back here.")
            section(.class("card stack measure")) {
                h2 { "Before you go" }
                ul(.class("stack stack--s")) {
                    li {
                        "Sign in there as the school’s account, not as yourself. What you are signed in as is what gets connected."
                    }
                    li {
                        "Allow all that is asked for: to post and take down, to read what people answer, and to report and block."
                    }
                    li { "You have a quarter of an hour." }
                }
                p {
                    a(.class("button"), .href(address), Attribute("rel", "noreferrer")) { "Go to \(host)" }
                }
                p { a(.href(AccountHandlers.index.path())) { "Leave it for now" } }
            }
        }
    }
}
