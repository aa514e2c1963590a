import Crypto
import Database
import Web

/// The secrets of an account, for those who keep accounts (M11): each look is by somebody who has just shown who they
/// are, has a reason, and is on the record.
enum SecretHandlers {
    static let index = Route<Account.ID>(.get, "/accounts/:id/secrets")
    static let keep = Route<Account.ID>(.post, "/accounts/:id/secrets")
    static let reveal = Route<AccountSecret.ID>(.post, "/secrets/:id/reveal")
    static let code = Route<AccountSecret.ID>(.post, "/secrets/:id/code")
    static let remove = Route<AccountSecret.ID>(.post, "/secrets/:id/removal")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.openVault), use: index)
        router.on(keep, for: .holding(.openVault), use: keep)
        router.on(reveal, for: .holding(.openVault), use: reveal)
        router.on(code, for: .holding(.openVault), use: code)
        router.on(remove, for: .holding(.openVault), use: remove)
    }

    static func index(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        var page = try await page(of: id, context, viewer)
        page.suggested = request.query["suggest"] == nil ? nil : GeneratedPassword.make()
        page.asked = request.query["see"].flatMap { AccountSecret.ID(pathComponent: $0[...]) }
        return .page(page.body)
    }

    static func keep(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Account.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let label = reader.line("label", missing: "Say what it opens, such as Facebook sign-in of the page.", most: 80)
        let value = reader.text(
            "value", missing: "Paste the secret, or let Schoolgate suggest a password.", most: AccountSecret.longest)
        let kind = AccountSecret.Kind(rawValue: request.form["kind"] ?? "")
        if kind == nil { reader.refuse("kind", "Choose what it is.") }
        if kind == .oneTimeCodes, !value.isEmpty, OneTimeCode(base32: value) == nil {
            reader.refuse(
                "value",
                "This is no key for an authenticator. Where the network shows a QR code, choose “enter a key by hand” and paste that key."
            )
        }
        guard reader.errors.isEmpty, let kind else {
            var page = try await page(of: id, context, viewer)
            (page.typed, page.errors) = (request.form, reader.errors)
            return .page(page.body, status: 422)
        }
        try await context.database.write { db in
            let account = try account(id, viewer, in: db)
            guard try AccountSecret.all(of: id, in: db).count < AccountSecret.most else {
                throw Problem.refused(
                    "This account keeps \(AccountSecret.most) secrets. Remove one that is out of use first.")
            }
            try AccountSecret.keep(value, kind, label: label, of: account, by: viewer.id, context, in: db)
        }
        return .seeOther(index.path(id))
    }

    /// Shown once, on a page that no browser keeps.
    static func reveal(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AccountSecret.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let reason = reader.line("reason", missing: "Say what you need it for: the record keeps it.", most: 300)
        if !reason.isEmpty, reason.count < 10 {
            reader.refuse("reason", "Say it in a few words more, so that others understand.")
        }
        let found = try await context.database.read { db in try AccountSecret.find(id, at: viewer.school.id, in: db) }
        guard let (secret, account) = found else { throw Problem.notFound }
        // Whoever finds a browser open is not who signed in with it.
        guard viewer.isConfirmed(at: context.now()) else {
            return ConfirmHandlers.first(SecretHandlers.see(id, of: account.id))
        }
        guard reader.errors.isEmpty else {
            var page = try await page(of: account.id, context, viewer)
            (page.asked, page.errors) = (id, reader.errors)
            return .page(page.body, status: 422)
        }
        let value = try await context.database.write { db in
            try secret.reveal(to: viewer.id, of: account, because: reason, context, in: db)
        }
        return .page(
            ShownSecretPage(secret: secret, account: account, value: value, left: nil, viewer: viewer, context: context)
                .body)
    }

    static func code(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AccountSecret.ID
    ) async throws -> Response {
        let (secret, account, code) = try await context.database.write { db in
            guard let (secret, account) = try AccountSecret.find(id, at: viewer.school.id, in: db) else {
                throw Problem.notFound
            }
            return (secret, account, try secret.code(for: viewer.id, of: account, context, in: db))
        }
        return .page(
            ShownSecretPage(
                secret: secret, account: account, value: code.0, left: code.1, viewer: viewer, context: context
            ).body)
    }

    static func remove(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AccountSecret.ID
    ) async throws -> Response {
        let account = try await context.database.write { db in
            guard let (secret, account) = try AccountSecret.find(id, at: viewer.school.id, in: db) else {
                throw Problem.notFound
            }
            try secret.remove(by: viewer.id, of: account, context, in: db)
            return account
        }
        return .seeOther(index.path(account.id))
    }

    /// The page with the question for one of them open.
    static func see(_ secret: AccountSecret.ID, of account: Account.ID) -> String {
        index.path(account) + "?see=\(secret.rawValue)"
    }

    private static func account(_ id: Account.ID, _ viewer: Viewer, in db: Connection) throws -> Account {
        guard let account = try Account.find(id, in: db), account.school == viewer.school.id, !account.isClosed else {
            throw Problem.notFound
        }
        return account
    }

    private static func page(of id: Account.ID, _ context: Context, _ viewer: Viewer) async throws -> SecretsPage {
        try await context.database.read { db in
            SecretsPage(
                account: try account(id, viewer, in: db), secrets: try AccountSecret.all(of: id, in: db),
                viewer: viewer,
                context: context)
        }
    }
}
