import Gate
import Policy
import Testing

/// What a sensible head teacher would say of a post, under the template for a primary school and the demo's roll.
@Suite struct JudgementTests {
    @Test("Each is held, and by its rule", arguments: held)
    func isHeld(_ given: Given) throws {
        let findings = try JudgementTests.findings(given.text)
        #expect(Outcome(findings) == .hold, "\(given.text)")
        #expect(
            findings.contains { $0.rule == given.rule && $0.severity == .hold },
            "\(given.rule): \(given.text) → \(WordsDesk.shown(findings, in: given.text))")
    }

    @Test("Each may go out", arguments: (passed + "\n" + looksBad).split(separator: "\n").map(String.init))
    func passes(_ text: String) throws {
        let findings = try JudgementTests.findings(text)
        #expect(Outcome(findings) == .publish, "\(text) → \(WordsDesk.shown(findings, in: text))")
    }

    @Test("Each may go out with a warning", arguments: warned.map { Given(rule: $0.rule, text: $0.text) })
    func isWarned(_ given: Given) throws {
        let findings = try JudgementTests.findings(given.text)
        #expect(Outcome(findings) == .publish)
        #expect(findings.contains { $0.rule == given.rule && $0.severity == .warn }, "\(given.text)")
    }

    @Test("A first name as a signature is a colleague's, where one is called so")
    func signature() throws {
        let signed = "The cake sale raised £80. Thank you.\n\nJoe"
        #expect(!(try JudgementTests.findings(signed).contains { $0.rule == PupilName.name }))
        let about = "The cake sale raised £80. Thank you, Joe, for the flapjacks."
        #expect(try JudgementTests.findings(about).contains { $0.rule == PupilName.name })
    }

    @Test(
        "A trip to come warns while no hour is given, and holds with one",
        arguments: [
            ("The trip to the Science Museum is on Friday.", Severity.warn),
            ("Year 6 will be staying at Glebe House in Shropshire from Monday to Friday.", .warn),
            ("Year 5 will be at Chester Zoo tomorrow from 10am.", .hold),
        ])
    func trips(_ text: String, severity: Severity) throws {
        let found = try JudgementTests.findings(text).filter { $0.rule == Whereabouts.name }.map(\.severity).max()
        #expect(found == severity, "\(text)")
    }

    struct Given: Sendable, CustomTestStringConvertible {
        let rule: String
        let text: String
        var testDescription: String { "\(rule): \(text)" }
    }

    static let held: [Given] = (names + children + conduct + indirect).flatMap { rule, lines in
        lines.split(separator: "\n").map { Given(rule: rule, text: String($0)) }
    }

    private static let roll = RollIndex(
        Roll(pupils: DemoFiles.pupils.values, staff: DemoFiles.staff.values, schools: DemoFiles.schools.values))
    private static let register = ConsentRegister(DemoFiles.consents.values)

    static func findings(_ text: String) throws -> [Finding] {
        let post = Post(
            text: text, school: "larkmere", network: "facebook", authorRole: "teacher", date: DemoFiles.today)
        return check(post, roll: roll, consents: register, rulebook: try Template.primary.rulebook())
    }
}
