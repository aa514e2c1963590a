import Database
import Foundation
import Networks

/// What Schoolgate speaks to an account's network with, sealed as one text in the vault.
struct AccountAccess: Codable, Sendable, Equatable {
    /// What Schoolgate is registered as with the network.
    struct Client: Codable, Sendable, Equatable {
        let id: String
        let secret: String?
    }

    /// The account's own server, such as `https://social.example`; empty where the network has one interface for all.
    var server = ""
    /// What the network calls the account, which stays when its name changes.
    var remote = ""
    /// Empty once the access was taken back.
    var secret: String
    var refreshToken: String?
    /// Milliseconds since 1970, UTC; nil when it does not run out.
    var expiresAt: Int64?
    var scopes: [String] = []
    var client: Client?
    /// Where tokens are exchanged and given back, as the server said; nil where the connector knows.
    var token: String?
    var revocation: String?

    init(_ credential: Credential) {
        secret = credential.secret
        self.credential = credential
    }

    /// Nil when the text is something else, such as the password of a website.
    init?(text: String) {
        guard let access = try? JSONDecoder().decode(AccountAccess.self, from: Data(text.utf8)) else { return nil }
        self = access
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    var credential: Credential {
        get { Credential(secret: secret, refreshToken: refreshToken, expiresAt: expiresAt, scopes: scopes) }
        set {
            (secret, refreshToken) = (newValue.secret, newValue.refreshToken)
            (expiresAt, scopes) = (newValue.expiresAt, newValue.scopes)
        }
    }

    var oauthClient: OAuthClient? { client.map { OAuthClient(id: $0.id, secret: $0.secret) } }
}

extension AccountAccess: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "access to an account" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: ["access": "•••"]) }
}

/// Reads an account's credential from the vault and keeps a newer one there.
struct VaultKeeper: CredentialKeeper {
    let account: Account.ID
    let context: Context

    func current() async throws -> Credential {
        try await context.database.read { db in try access(in: db).credential }
    }

    func replace(_ old: Credential, with new: Credential) async throws -> Credential {
        try await context.database.write { db in
            try Account.lock(account, in: db)
            var access = try access(in: db)
            guard access.credential == old else { return access.credential }
            access.credential = new
            try Account.keep(try access.text(), of: account, context, in: db)
            return new
        }
    }

    private func access(in db: Connection) throws -> AccountAccess {
        guard let text = try Account.secret(of: account, context, in: db), let access = AccountAccess(text: text),
            !access.secret.isEmpty
        else {
            throw Failure(.unauthorised, "Schoolgate has no access to the account any more. Connect it again.")
        }
        return access
    }
}
