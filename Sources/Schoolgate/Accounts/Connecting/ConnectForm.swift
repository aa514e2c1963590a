import Gate
import Web

/// What somebody enters to connect an account on a network that gives access.
struct ConnectForm: Sendable {
    let name: String
    let server: String
    let username: String
    let clientID: String
    let secret: String
    /// The number of a page on LinkedIn.
    let page: String

    /// A new account; its name is asked for too.
    init(_ form: Form, for network: Network) throws {
        var reader = FormReader(form)
        let name = reader.line(
            "name", missing: "Give it a name of up to 80 characters, such as School news.", most: 80)
        try self.init(form, named: name, for: network, &reader)
    }

    /// An account that is there; where it is and what Schoolgate is called there is known.
    init(_ form: Form, for account: Account, _ access: AccountAccess?) throws {
        var reader = FormReader(form)
        switch ConnectWay(account.network) {
        case .server:
            guard let access else {
                throw Problem.refused("The account’s server is not known any more. Disconnect it, and propose it anew.")
            }
            self.init(named: account.name, server: access.server)
        case .registered:
            guard let client = access?.client else { fallthrough }
            self.init(
                named: account.name, clientID: client.id, secret: client.secret ?? "", page: access?.remote ?? "")
        default:
            let secret = reader.line("secret", missing: Self.secretMissing(account.network), most: 200)
            try reader.finish()
            self.init(
                named: account.name, server: access?.server ?? "", username: access?.remote ?? account.username,
                secret: secret)
        }
    }

    private init(_ form: Form, named name: String, for network: Network, _ reader: inout FormReader) throws {
        let way = ConnectWay(network)
        var (server, username, clientID, secret, page) = ("", "", "", "", "")
        switch way {
        case .appPassword:
            username = reader.line("username", missing: "Write its name, such as larkmere.bsky.social.", most: 300)
            secret = reader.line("secret", missing: Self.secretMissing(network), most: 200)
            server = Self.server(reader.line("server", most: 300))
        case .server:
            server = Self.server(
                reader.line("server", missing: "Write the server’s address, such as mastodon.example.", most: 300))
        case .registered:
            clientID = reader.line("client", missing: "Write the ID of the app that you registered.", most: 200)
            secret = reader.line("secret", missing: Self.secretMissing(network), most: 200)
            if network == "linkedin" {
                page = reader.line(
                    "page", missing: "Write the page’s number, as in linkedin.com/company/12345/admin.", most: 20)
                if !page.isEmpty, !page.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                    reader.refuse("page", "Write the number alone, as in linkedin.com/company/12345/admin.")
                }
            }
        case .practice, .website, .notYet: break
        }
        if !server.isEmpty, !Self.isServer(server) {
            reader.refuse("server", "Write the server’s address alone, such as mastodon.example.")
        }
        try reader.finish()
        self.init(
            named: name, server: server, username: username, clientID: clientID, secret: secret, page: page)
    }

    private init(
        named name: String, server: String = "", username: String = "", clientID: String = "", secret: String = "",
        page: String = ""
    ) {
        self.name = name
        self.server = server
        self.username = username
        self.clientID = clientID
        self.secret = secret
        self.page = page
    }

    private static func secretMissing(_ network: Network) -> String {
        network == "bluesky"
            ? "Make an app password in Bluesky, under Settings, Privacy and security, and paste it here."
            : "Write the secret of the app that you registered."
    }

    /// With its scheme, and without what stands behind the host.
    private static func server(_ typed: String) -> String {
        guard !typed.isEmpty else { return "" }
        let whole = typed.contains("://") ? typed : "https://\(typed)"
        return whole.hasSuffix("/") ? String(whole.dropLast()) : whole
    }

    private static func isServer(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        return !rest.isEmpty && !rest.contains("/") && !rest.contains("@") && !rest.contains(" ")
    }
}
