import Database
import Gate
import HTML
import Networks
import Policy
import Web

/// Connecting accounts on networks that give access, on a page of their own or by a password made for it.
enum ConnectingHandlers {
    /// Where a network sends people back to.
    static let answer = FixedRoute(.get, "/accounts/connected")

    static func register(on router: inout Router<Context>) {
        router.on(answer, for: .holding(.manageAccounts), use: answer)
    }

    /// Begins for a proposal or an account: connects at once where a password is enough, or answers the page that
    /// leads to the network.
    static func begin(
        _ target: ConnectionAttempt.Target, _ network: Network, _ form: ConnectForm, _ context: Context,
        _ viewer: Viewer
    ) async throws -> Response {
        switch ConnectWay(network) {
        case .appPassword:
            let session = try await Bluesky.signIn(
                form.username, appPassword: form.secret, service: form.server.isEmpty ? nil : form.server,
                mayBeInOwnNetwork: context.configuration.mayReach(form.server)
            ).orRefuse("secret")
            var access = AccountAccess(session.credential)
            access.server = session.service
            access.remote = session.did
            return try await keep(access, network, named: form.name, for: target, context, viewer)
        case .server:
            let isOwn = context.configuration.mayReach(form.server)
            let redirect = context.configuration.publicURL + answer.path()
            let (oauthNetwork, client) = try await MastodonRegistration(server: form.server, mayBeInOwnNetwork: isOwn)
                .register(redirect: redirect, website: context.configuration.publicURL).orRefuse("server")
            return try await leave(
                target, network, form, OAuth(oauthNetwork, client: client),
                AccountAccess.Client(id: client.id, secret: client.secret), context, viewer)
        case .registered:
            let client = AccountAccess.Client(id: form.clientID, secret: form.secret)
            guard let authorisation = context.networks.settings.authorisation(of: network) else {
                throw Problem.unexpected
            }
            let oauth = OAuth(authorisation, client: OAuthClient(id: client.id, secret: client.secret))
            return try await leave(target, network, form, oauth, client, context, viewer)
        case .practice, .website, .notYet:
            throw Problem.refused("Schoolgate cannot speak to \(NetworkText.of(network).name) yet.")
        }
    }

    private static func leave(
        _ target: ConnectionAttempt.Target, _ network: Network, _ form: ConnectForm, _ oauth: OAuth,
        _ client: AccountAccess.Client, _ context: Context, _ viewer: Viewer
    ) async throws -> Response {
        let address = try await ConnectionAttempt.begin(
            target, network, form, oauth, client, by: viewer, context)
        return .page(
            AllowPage(name: form.name, network: network, address: address, viewer: viewer, context: context).body)
    }

    /// The network sent somebody back.
    static func answer(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        guard let state = request.query["state"],
            let attempt = try await ConnectionAttempt.take(state, by: viewer, context)
        else {
            throw Problem.refused(
                "Nothing is being connected with this address, or it took longer than a quarter of an hour. Start again from Accounts."
            )
        }
        let oauth = attempt.oauth(context)
        let credential = try await oauth.finish(attempt.attempt, request.query.fields).orRefuse()
        let access =
            attempt.network == "facebook" || attempt.network == "instagram"
            ? try await page(of: attempt, credential, oauth, context) : attempt.access(credential)
        return try await keep(
            access, attempt.network, named: attempt.kept.name, for: attempt.target, context,
            viewer)
    }

    /// Facebook gives access to a person, and the person's pages have their own; an Instagram account belongs to a page.
    private static func page(
        of attempt: ConnectionAttempt, _ credential: Credential, _ oauth: OAuth, _ context: Context
    ) async throws -> AccountAccess {
        let isInstagram = attempt.network == "instagram", settings = context.networks.settings
        let signIn = FacebookSignIn(
            oauth, settings: isInstagram ? settings.instagram.graph : settings.facebook.graph,
            mayBeInOwnNetwork: oauth.network.mayBeInOwnNetwork)
        let pages = try await signIn.pages(credential).orRefuse().filter { !isInstagram || $0.instagram != nil }
        let known = pages.filter { $0.name == attempt.kept.name }
        guard let page = pages.count == 1 ? pages.first : known.count == 1 ? known.first : nil else {
            throw Problem.refused(
                pages.isEmpty
                    ? "None of the pages has a professional Instagram account. Join the two in Meta’s Business Suite, and start again."
                    : "Facebook handed over \(pages.prefix(10).map { "“\($0.name)”" }.inWords()). Start again, and choose the one page of this account when Facebook asks."
            )
        }
        var access = attempt.access(page.credential)
        access.remote = (isInstagram ? page.instagram : nil)?.rawValue ?? page.id.rawValue
        return access
    }

    /// Asks the network whose access this is, and keeps it.
    private static func keep(
        _ access: AccountAccess, _ network: Network, named name: String, for target: ConnectionAttempt.Target,
        _ context: Context, _ viewer: Viewer
    ) async throws -> Response {
        let connector = try context.networks.connector(
            network, access, MemoryKeeper(access.credential), context)
        do {
            let identity = try await connector.identify().orRefuse()
            var access = access
            access.remote = identity.id.rawValue
            let account = try await context.database.write { [access] db in
                try store(access, identity, network, named: name, for: target, context, viewer, in: db)
            }
            return .seeOther(AccountKeepingHandlers.show.path(account))
        } catch {
            // What is not kept is not left lying about.
            if case .server = ConnectWay(network) { _ = await connector.revoke() }
            throw error
        }
    }

    private static func store(
        _ access: AccountAccess, _ identity: Identity, _ network: Network, named name: String,
        for target: ConnectionAttempt.Target, _ context: Context, _ viewer: Viewer, in db: Connection
    ) throws -> Account.ID {
        guard identity.url.hasPrefix("https://") || identity.url.hasPrefix("http://"), identity.url.utf8.count <= 500
        else { throw Problem.refused("The network did not say where people find the account. Try again later.") }
        switch target {
        case .proposal(let id):
            try Proposal.lock(id, in: db)
            let proposal = try AccountKeepingHandlers.approved(id, viewer, in: db)
            let isThere = try db.first(
                """
                SELECT 1 FROM accounts WHERE network = \(network.rawValue) AND address = \(identity.url)
                    AND closed_at IS NULL
                """
            ) { _ in true }
            guard isThere == nil else {
                throw Problem.conflict("\(identity.handle) is connected already. Sign in there as another account.")
            }
            let form = AccountForm(
                network: network, name: name, address: identity.url, username: String(identity.handle.prefix(200)),
                secret: try access.text())
            let account = try Account.connect(form, at: viewer.school.id, by: viewer.id, context, in: db)
            try proposal.settle(in: account, at: context.now(), in: db)
            return account
        case .account(let id):
            try Account.lock(id, in: db)
            guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed
            else { throw Problem.notFound }
            let before = try account.access(context, in: db)
            guard before.map({ $0.remote == access.remote }) ?? (account.address == identity.url) else {
                throw Problem.refused(
                    "That was \(identity.handle), and this account is \(account.username). Sign in there as \(account.username), and start again."
                )
            }
            try account.reconnect(try access.text(), by: viewer.id, context, in: db)
            return id
        }
    }
}

extension Answer {
    /// What was done; otherwise why not, beside a field where one is named.
    func orRefuse(_ field: String? = nil) throws -> Value {
        if case .done(let value) = self { return value }
        let words = message ?? "The network gave no answer that makes sense. Try again in a minute."
        guard let field else { throw Problem.refused(words) }
        var errors = FieldErrors()
        errors.add(field, words)
        throw errors
    }
}
