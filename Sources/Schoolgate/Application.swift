import Crypto
public import Database
import Foundation
import Imaging
public import Web

/// Schoolgate as a program runs it: the site, the jobs, and what it says when it starts.
public struct Application: Sendable {
    /// As `CHANGELOG.md` counts them.
    public static let version = "0.1"

    let site: Site

    public init(database: Database, configuration: Configuration, keys: Keys) async throws {
        site = try await Site(
            database: database, configuration: configuration, keys: keys, passwords: Passwords(),
            now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) })
    }

    /// What has to be there before the first request; answers with what to tell the operator.
    public func prepare() async throws -> [String] {
        if site.context.configuration.isDemo { return try await Demo.prepare(site.context) }
        try await Demo.refuseUnlessAsked(site.context)
        return []
    }

    /// What to print once the server listens: who may sign in, or how to set up.
    public func greeting() async throws -> [String] {
        if site.context.configuration.isDemo { return try await Demo.greeting(site.context) }
        guard let link = try await setupLink() else { return [] }
        return ["Nobody can sign in yet. This link sets everything up; it works for seven days:", "  \(link)"]
    }

    public func respond(to request: Request) async -> Response {
        let response = await site.respond(to: request)
        // Not before the first answer, for which somebody waits: from then on there is time.
        site.context.pictures.warm()
        return response
    }

    /// Does what is due until its task is cancelled.
    public func work() async { await Worker(context: site.context).run() }
}
