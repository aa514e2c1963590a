import Database
import Gate

/// Finds out where the links of a post lead, for the gate: it is told facts and goes nowhere itself.
struct LinkFacts: Sendable {
    /// Nil leaves every link where it says it leads.
    let resolve: @Sendable (_ url: String) async -> Link

    /// Links are looked at ten at the most; more than that in a post is unheard of.
    func facts(of text: String) async -> [Link] {
        let analysed = AnalysedText(text)
        let urls = analysed.units.filter { $0.kind == .url }.prefix(10).map { analysed.string($0.span) }
        return await withTaskGroup(of: (Int, Link).self) { group in
            for (index, url) in urls.enumerated() { group.addTask { (index, await resolve(url)) } }
            var links: [(Int, Link)] = []
            for await link in group { links.append(link) }
            return links.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    func facts(ofPost id: Post.ID, _ context: Context) async throws -> [Link] {
        let text = try await context.database.read { db in
            try db.first("SELECT text FROM posts WHERE id = \(id)") { $0.text(0) }
        }
        return await facts(of: text ?? "")
    }
}
