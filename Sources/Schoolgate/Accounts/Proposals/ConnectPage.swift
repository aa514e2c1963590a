import Gate
import HTML
import Policy
import Web

/// Connects the account that a proposal was approved for.
struct ConnectPage: HTML {
    let proposal: Proposal
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var network: Network { proposal.draft.network }

    var body: Markup {
        Shell("Connect \(proposal.draft.name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: "Connect “\(proposal.draft.name)”",
                lede: "It was approved. Who runs it, who watches over it and its house rules come from the proposal.")
            errors.summary
            if network == "wordpress" || network == "practice" { fields } else { notYet }
        }
    }

    private var notYet: Markup {
        section(.class("card stack measure")) {
            h2 { "Schoolgate cannot speak to \(proposal.draft.networkName) yet" }
            p {
                "The approval stands. Nothing is posted there through Schoolgate until it can, and nothing is to be posted there by other ways."
            }
            p { a(.href(ProposalHandlers.show.path(proposal.id))) { "Back to the proposal" } }
        }
    }

    private var fields: Markup {
        form(
            .method("post"), .action(AccountKeepingHandlers.connect.path(proposal.id)),
            .class("card stack measure")
        ) {
            CSRFField(viewer)
            Field(
                "What people call it", name: "name", value: typed["name"] ?? proposal.draft.name, error: errors["name"])
            if network == "wordpress" {
                Field(
                    "Its address", name: "address", value: typed["address"] ?? "", type: "url", error: errors["address"]
                )
                Field(
                    "WordPress user", name: "username", value: typed["username"] ?? "", error: errors["username"],
                    autocomplete: "off")
                Field(
                    "Application password", name: "secret", type: "password",
                    hint: "It is sealed when you send it. Nobody can read it here again.", error: errors["secret"],
                    autocomplete: "off")
            }
            button(.class("button"), .type("submit")) { "Connect it" }
        }
    }
}
