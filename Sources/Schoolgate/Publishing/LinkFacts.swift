import Database
import Gate

/// Finds out where the links of a post lead, for the gate: it is told facts and goes nowhere itself.
struct LinkFacts: Sendable {
    let resolve: @Sendable (_ urls: [String]) async -> [Link]

    func facts(of text: String) async -> [Link] {
        let analysed = AnalysedText(text)
        let urls = analysed.units.filter { $0.kind == .url }.map { analysed.string($0.span) }
        return urls.isEmpty ? [] : await resolve(urls)
    }

    /// Of a post at this school: nobody has the links of another's looked up. Nil is the program itself.
    func facts(ofPost id: Post.ID, at school: School.ID?, _ context: Context) async throws -> [Link] {
        let place: SQL = school.map { "AND school_id = \($0)" } ?? ""
        let text = try await context.database.read { db in
            try db.first("SELECT text FROM posts WHERE id = \(id) \(place)") { $0.text(0) }
        }
        return await facts(of: text ?? "")
    }
}
