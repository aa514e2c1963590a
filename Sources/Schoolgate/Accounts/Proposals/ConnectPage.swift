import Gate
import HTML
import Networks
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
    private var way: ConnectWay { ConnectWay(network) }

    var body: Markup {
        Shell("Connect \(proposal.draft.name)", in: .accounts, for: viewer, context) {
            PageHead(
                overline: "Accounts", heading: "Connect “\(proposal.draft.name)”",
                lede: "It was approved. Who runs it, who watches over it and its house rules come from the proposal.")
            errors.summary
            if case .notYet = way { notYet } else { fields }
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
            ways
            button(.class("button"), .type("submit")) { way.asksThere ? "Go on" : "Connect it" }
        }
    }

    private static let sealed = "It is sealed when you send it. Nobody can read it here again."

    private func field(_ caption: String, _ name: String, type: String = "text", hint: String? = nil) -> Field {
        Field(
            caption, name: name, value: type == "password" ? "" : typed[name] ?? "", type: type, hint: hint,
            error: errors[name], autocomplete: "off")
    }

    @HTMLBuilder private var ways: Markup {
        switch way {
        case .website:
            field("Its address", "address", type: "url")
            field("WordPress user", "username")
            field("Application password", "secret", type: "password", hint: Self.sealed)
        case .appPassword:
            field("Its name there", "username", hint: "As it stands in the profile, such as larkmere.bsky.social.")
            field(
                "App password", "secret", type: "password",
                hint: "Made in Bluesky, under Settings, Privacy and security. \(Self.sealed)")
            details {
                summary { "It is on a server of its own" }
                field("The server’s address", "server", hint: "Leave it empty when it is on Bluesky’s own servers.")
            }
        case .server:
            field(
                "The server’s address", "server",
                hint: "Such as mastodon.example: what stands behind the second @ of its name.")
            p(.class("soft")) { "Next, that server’s own page asks you whether Schoolgate may speak for the account." }
        case .registered: registered
        case .practice, .notYet: Markup()
        }
    }

    /// These networks let in only programs that their customers have registered.
    private var registered: Markup {
        .words {
            p { RegisteredApp(network, context.networks.settings).advice }
            p { code { context.configuration.publicURL + ConnectingHandlers.answer.path() } }
            if network == "linkedin" {
                field("The page’s number", "page", hint: "As in linkedin.com/company/12345/admin.")
            }
            field(network == "facebook" || network == "instagram" ? "App ID" : "Client ID", "client")
            field(
                network == "facebook" || network == "instagram" ? "App secret" : "Client secret", "secret",
                type: "password", hint: Self.sealed)
        }
    }
}

/// What to do at a network before an account on it can be connected.
struct RegisteredApp: Sendable {
    let advice: String

    init(_ network: Network, _ settings: NetworkSettings) {
        let back = "and give it this address to come back to:"
        switch network {
        case "facebook":
            advice =
                "Facebook lets in only apps that are registered with it. On developers.facebook.com, make an app of the kind “Business”, add “Facebook Login for Business”, \(back)"
        case "instagram":
            advice =
                "Instagram is reached by way of the Facebook page it belongs to. On developers.facebook.com, make an app of the kind “Business”, add “Facebook Login for Business”, \(back)"
        case "linkedin":
            advice =
                "LinkedIn lets in only apps that it has approved. On linkedin.com/developers, make an app for the page, ask for the “Community Management API”, \(back)"
        case "youtube":
            advice =
                "Google lets in only apps that are registered with it. In the Google Cloud console, switch on the “YouTube Data API v3”, make an OAuth client of the kind “Web application”, \(back)"
        default:
            advice =
                "X lets in only programs that are registered with it, and charges for each post: \(settings.x.prices.post.inWords), and \(settings.x.prices.postWithLink.inWords) with a link. In X’s developer portal, make an app for the school, switch on OAuth 2.0 as a “Web App”, \(back)"
        }
    }
}
