import Gate
import Policy
import Testing

/// Where the sources differ about the policy itself.
@Suite("Where the templates' own life differs")
struct TemplatesDecideLifeTests {
    @Test("T1, S1, M3, W5: reviewed every year; a maintained school's policy every three, by head and governor")
    func review() throws {
        for template in Template.allCases {
            let expected: Cycle = template == .maintained ? .everyThreeYears : .yearly
            #expect(try template.rule(PolicyReview.self).every == expected)
        }
    }

    @Test("P1: the model is reviewed after an incident or a change in the law; the others wait for their day")
    func triggers() throws {
        #expect(try Template.model.rule(PolicyReview.self).triggers == PolicyReview.Trigger.allCases)
        for template in Template.allCases where template != .model {
            #expect(try template.rule(PolicyReview.self).triggers == [])
        }
    }

    @Test("S2: a special school's policy is signed by the headteacher and a governor, under a clause of its own")
    func signOff() throws {
        let rulebook = try Template.special.rulebook()
        let rule = try #require(rulebook.rule(PolicySignOff.self))
        #expect(rule.control.roles == ["headteacher", "governor"])
        #expect(rulebook.clause(rule.clause)?.duties == ["S2"])
        #expect(try Template.trust.rule(PolicySignOff.self).roles == ["headteacher"])
    }

    @Test("T2: directors are bound in a trust, contractors and volunteers in a maintained school")
    func audience() throws {
        #expect(Set(try Template.trust.rule(PolicyAudience.self).groups) == [.staff, .governors, .directors])
        let maintained = Set(try Template.maintained.rule(PolicyAudience.self).groups)
        #expect(maintained.isSuperset(of: [.contractors, .consultants, .agencyStaff, .trainees, .volunteers]))
        #expect(!maintained.contains(.directors))
    }

    @Test("T4: only a trust asks its schools to publish policies of their own")
    func ownPolicies() throws {
        for template in Template.allCases {
            #expect(
                try (template.rulebook().rule(PolicyExtends.self)?.control.isRequired == true) == (template == .trust))
        }
    }

    @Test("Every version is to be acknowledged in a special school, material changes elsewhere")
    func acknowledgement() throws {
        #expect(try Template.special.rule(PolicyAcknowledgement.self).renewal == .everyVersion)
        #expect(try Template.primary.rule(PolicyAcknowledgement.self).renewal == .materialChange)
        #expect(try Template.model.rule(PolicyAcknowledgement.self).groups == [.staff, .agencyStaff])
        #expect(try Template.maintained.rulebook().rule(PolicyAcknowledgement.self) == nil)
    }

    @Test("M1, P2: senior leaders look after a primary school's policy, human resources after the model")
    func owner() throws {
        #expect(try Template.primary.rule(PolicyOwner.self).role == "senior-leader")
        #expect(try Template.model.rule(PolicyOwner.self).role == "hr")
    }

    @Test("W3, W4, W31, P24: a maintained school publishes, makes known and annexes; the model names its successor")
    func single() throws {
        let maintained = try Template.maintained.rulebook()
        #expect(maintained.rule(PolicyPublic.self)?.control.hasPDF == true)
        #expect(maintained.rule(PolicyAwareness.self)?.control.channels.count == 8)
        #expect(maintained.rule(PolicyAnnexes.self)?.control.required.count == 1)
        #expect(maintained.rule(PolicySuccessor.self) == nil)
        #expect(try Template.model.rulebook().rule(PolicySuccessor.self) != nil)
    }

    @Test("M45, P25: personal use that touches the school is in scope where the source says so")
    func scope() throws {
        #expect(try Template.primary.rule(PolicyScope.self).personalUse == .affectingSchool)
        #expect(try Template.model.rule(PolicyScope.self).personalUse == .affectingSchool)
        #expect(try Template.special.rulebook().rule(PolicyScope.self) == nil)
    }

    @Test("A clause whose workflow is not built yet is shown as kept by nothing", arguments: Template.allCases)
    func gaps(template: Template) throws {
        let coverage = Coverage(try template.rulebook())
        #expect(!coverage.gaps.isEmpty)
        #expect(coverage.count(.enforced) >= 8)
        let kept = coverage.rows.filter { $0.kept != nil }
        #expect(kept.allSatisfy { row in row.sentences.allSatisfy { !$0.isEmpty } })
    }
}
