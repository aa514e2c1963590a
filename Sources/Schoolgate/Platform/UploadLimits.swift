import Database
public import Web

extension Application {
    /// Videos, pictures and imports are large; everything else is a form. Strangers send forms only.
    public static func bodyLimit(_ method: Method, _ path: String) -> BodyLimit {
        guard method == .post else { return 0 }
        if path == "/posts" || path.hasPrefix("/posts/") { return known(64 * 1_048_576) }
        if path.hasPrefix("/imports/") || path.hasPrefix("/setup/") { return known(64 * 1_048_576) }
        // A form spells some characters with three.
        if path == "/policies" || path.hasPrefix("/policies/") {
            return known(3 * PolicyVersion.longestSource + 65_536)
        }
        return 1_048_576
    }

    private static func known(_ limit: Int) -> BodyLimit { BodyLimit(fromAnybody: 1_048_576, fromKnown: limit) }

    /// Whether a large body may be read at all, to go by the headers alone.
    public func admitsLargeBody(_ request: Request) async -> Bool { await site.admitsLargeBody(request) }
}

extension Site {
    /// The headers name a session, or the link for setting up.
    func admitsLargeBody(_ request: Request) async -> Bool {
        let now = context.now()
        do {
            return try await context.database.read { db in
                if try Session.isKnown(request, at: now, in: db) { return true }
                guard request.path.hasPrefix("/setup/"), let token = request.cookies[Setup.cookie] else { return false }
                return try OneTimeLink.opens(token, .setup, at: now, in: db) && Setup.isOpen(in: db)
            }
        } catch {
            context.log.error("\(error)", ["method": request.method.rawValue, "path": request.path])
            return false
        }
    }
}
