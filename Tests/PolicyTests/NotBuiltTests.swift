import Testing

@testable import Policy

@Suite struct NotBuiltTests {
    @Test("N2: a clause whose control is not built yet shows as kept by nothing, and says so")
    func honest() throws {
        let source = """
            ---
            title: Honest
            ---

            ## Reading

            What we posted is still right. {#posts.right clauses=M49}

            ```rule
            posts.still-right:
            ```
            """
        let rulebook = try #require(PolicyReader(catalogue: .policy).read(source, file: "honest.md").rulebook)
        let row = try #require(Coverage(rulebook).rows.first)
        #expect(row.kept == nil)
        #expect(row.sentences.allSatisfy { $0.hasPrefix("Schoolgate does not do this yet.") })
    }
}
