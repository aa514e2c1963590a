import Gate
import Policy
import Testing

@Suite("The templates")
struct TemplatesDecideReadTests {
    @Test("Each template resolves, with nothing to say against it", arguments: Template.allCases)
    func resolves(template: Template) throws {
        let reading = try #require(template.reading)
        #expect(reading.problems.map { "\($0)" } == [])
        let isResolved = reading.rulebook != nil
        #expect(isResolved)
    }

    @Test("A template carries every duty of its source, and none of another", arguments: Template.allCases)
    func carries(template: Template) throws {
        let carried = try template.rulebook().clauses.flatMap(\.duties)
        #expect(Set(carried) == Set(template.duties))
    }

    @Test(
        "A school of any kind in a trust can start from its template", arguments: [Template.special, .primary, .model])
    func extends(template: Template) throws {
        let text = String(decoding: PolicyFolder.bytes("Templates/\(template.rawValue).md"), as: UTF8.self)
        let child = "---\nextends: trust\n" + text.dropFirst("---\n".count)
        let reader = PolicyReader(catalogue: .all, library: PolicyFolder.library("Templates"))
        let reading = reader.read(child, file: "school.md")
        #expect(reading.errors.map { "\($0)" } == [])
        let resolved = reading.rulebook
        let rulebook = try #require(resolved)
        #expect(Set(rulebook.clauses.flatMap(\.duties)) == Set(template.duties + Template.trust.duties))
    }

    @Test("W8: written out as one text, a template says and does the same", arguments: Template.allCases)
    func writtenOut(template: Template) throws {
        let own = try template.rulebook()
        let reading = PolicyReader(catalogue: .all).read(PolicyText.whole(own), file: "whole.md")
        #expect(reading.errors.isEmpty, "\(reading.errors.prefix(3))")
        let read = try #require(reading.rulebook)
        #expect(read.clauses.map(\.id) == own.clauses.map(\.id))
        #expect(read.clauses.map(\.duties) == own.clauses.map(\.duties))
        let redline = Redline(from: own, to: read)
        // The lines at its head come in another order, and say the same.
        #expect(redline.changes.filter { $0.id != .frontMatter || !$0.rules.isEmpty }.map(\.id) == [])
        #expect(redline.prose.isEmpty)
    }

    @Test(
        "W8: a school's policy written out stands without its trust's",
        arguments: ["larkmere", "alderweir", "fennbridge"])
    func writtenOutWhole(school: String) throws {
        let reader = PolicyReader(catalogue: .all, library: PolicyFolder.library("Demo/policies"))
        let own = try #require(
            reader.read(PolicyFolder.bytes("Demo/policies/\(school).md"), file: "\(school).md").rulebook)
        let reading = PolicyReader(catalogue: .all).read(PolicyText.whole(own), file: "whole.md")
        #expect(reading.errors.isEmpty, "\(reading.errors.prefix(3))")
        let rules = reading.rulebook?.rules.map { "\($0.name) \(Catalogue.values(of: $0.control).map(\.value))" }
        #expect(
            Set(rules ?? []) == Set(own.rules.map { "\($0.name) \(Catalogue.values(of: $0.control).map(\.value))" }))
    }

    @Test("Each demo school's policy extends the trust's", arguments: ["larkmere", "alderweir", "fennbridge"])
    func demo(school: String) throws {
        let reader = PolicyReader(catalogue: .all, library: PolicyFolder.library("Demo/policies"))
        let reading = reader.read(PolicyFolder.bytes("Demo/policies/\(school).md"), file: "\(school).md")
        #expect(reading.problems.map { "\($0)" } == [])
        let bases = reading.rulebook?.bases
        #expect(bases == ["trust"])
    }
}

extension Template {
    /// The duties of the source that this template puts in our words.
    fileprivate var duties: [String] {
        func all(_ letter: String, _ numbers: ClosedRange<Int>, except missing: Int? = nil) -> [String] {
            numbers.filter { $0 != missing }.map { "\(letter)\($0)" }
        }
        return switch self {
        case .trust: all("T", 1...19)
        case .special: all("S", 1...27)
        case .primary: all("M", 1...51, except: 13)
        case .model: all("P", 1...28)
        case .maintained: all("W", 1...41)
        }
    }
}
