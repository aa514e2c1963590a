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

            Everybody reads it. {#reading.all clauses=M2}

            ```rule
            policy.acknowledgement:
            ```
            """
        let rulebook = try #require(PolicyReader(catalogue: .policy).read(source, file: "honest.md").rulebook)
        let row = try #require(Coverage(rulebook).rows.first)
        #expect(row.kept == nil)
        #expect(row.sentences.allSatisfy { $0.hasPrefix("Schoolgate does not do this yet.") })
    }
}
