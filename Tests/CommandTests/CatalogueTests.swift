import Gate
import Policy
import Testing

/// What holds for every control there is, wherever it is written.
@Suite struct CatalogueTests {
    @Test(arguments: Catalogue.all.controls.indices) func `tightening is a partial order for every control`(index: Int)
    {
        let type = Catalogue.all.controls[index]
        var random = SystemRandomNumberGenerator()
        let values = (0..<25).map { _ in Catalogue.all.example(of: type) { Int.random(in: 0..<$0, using: &random) } }
        let holds = values.map { a in values.map { Catalogue.all.looserParameters(of: a, than: $0).isEmpty } }
        for a in values.indices {
            #expect(holds[a][a], "\(type.name) is not as tight as itself: \(values[a])")
            for b in values.indices where holds[a][b] {
                for c in values.indices where holds[b][c] {
                    #expect(holds[a][c], "\(type.name): \(values[a]) ≥ \(values[b]) ≥ \(values[c])")
                }
            }
        }
    }

    @Test(arguments: Catalogue.all.controls.indices) func `what a control shows reads back as itself`(index: Int) throws
    {
        let type = Catalogue.all.controls[index]
        for pick in 0..<4 {
            let control = Catalogue.all.example(of: type) { pick % $0 }
            let values = Catalogue.values(of: control).filter { !$0.value.isEmpty }
            let yaml = values.map { "\n  \($0.name): \($0.value)" }.joined()
            let text = "---\ntitle: T\n---\nA. {#a}\n\n```rule\n\(type.name):\(yaml)\n```\n"
            let reading = PolicyReader(catalogue: .all).read(text, file: "p.md")
            let rule = try #require(reading.rulebook?.rules.first, "\(reading.problems)")
            #expect(Catalogue.values(of: rule.control).map(\.value) == Catalogue.values(of: control).map(\.value))
        }
    }

    @Test func `every control has a name of its own and a sentence`() {
        let names = Catalogue.all.controls.map { $0.name }
        #expect(Set(names).count == names.count)
        for type in Catalogue.all.controls { #expect(!type.init().sentence.isEmpty) }
    }
}
