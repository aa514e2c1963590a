import Gate
import Policy
import Testing

/// Where the sources differ, the templates do: the same situation, decided differently.
@Suite("Where the templates differ")
struct TemplatesDecideDifferencesTests {
    @Test("T10, W22: naming a colleague is a hint in a trust and waits in a maintained school")
    func colleague() throws {
        let text = "Sophie Whitlock ran the marathon on Sunday."
        #expect(try Situations.severity(StaffName.self, in: .trust, text) == .hint)
        #expect(try Situations.severity(StaffName.self, in: .maintained, text) == .hold)
        #expect(try Situations.outcome(.trust, text) == .publish)
        #expect(try Situations.outcome(.maintained, text) == .hold)
    }

    @Test("T10, W22: a trust advises against naming a pupil, the schools let a second person judge")
    func fullName() throws {
        let text = "Well done to Isla Whitcombe for the poster."
        #expect(try Situations.severity(PupilName.self, in: .trust, text) == .warn)
        for template in Template.allCases where template != .trust {
            #expect(try Situations.severity(PupilName.self, in: template, text) == .hold)
        }
    }

    @Test("S12, W22: a first name alone waits in a special or maintained school, and warns in M and P")
    func firstName() throws {
        let text = "Isla folded the best lantern of the afternoon."
        #expect(try Situations.severity(PupilName.self, in: .special, text) == .hold)
        #expect(try Situations.severity(PupilName.self, in: .maintained, text) == .hold)
        #expect(try Situations.severity(PupilName.self, in: .primary, text) == .warn)
        #expect(try Situations.severity(PupilName.self, in: .model, text) == .warn)
        #expect(try Situations.outcome(.primary, text) == .publish)
    }

    @Test("T10, W22: a parent's name warns in a trust and waits in a maintained school")
    func guardian() throws {
        let text = "Thank you to Laura Whitcombe for the paint."
        #expect(try Situations.severity(GuardianName.self, in: .trust, text) == .warn)
        #expect(try Situations.severity(GuardianName.self, in: .maintained, text) == .hold)
        #expect(try Situations.severity(GuardianName.self, in: .primary, text) == .hold)
    }

    @Test("S10, P4, M15: a pictured pupil without consent blocks, whichever template", arguments: Template.allCases)
    func consent(template: Template) throws {
        let isla = [Situations.picture(of: [Situations.isla])]
        let finn = [Situations.picture(of: [Situations.finn])]
        #expect(try Situations.outcome(template, "Lanterns in the hall.", images: isla) == .block)
        let allowed = try Situations.findings(template, "Lanterns in the hall.", images: finn)
        #expect(!allowed.contains { $0.rule == PupilImage.name })
        let elsewhere = try Situations.outcome(template, "Lanterns in the hall.", images: finn, network: "facebook")
        #expect(elsewhere == .block)
    }

    @Test("S11: a pupil's work needs its own consent in a special school; P and W do not ask for it")
    func work() throws {
        let painting = [Situations.picture(work: [Situations.isla])]
        #expect(try Situations.outcome(.special, "A new painting. Nell, Willow class", images: painting) == .block)
        #expect(try Situations.outcome(.primary, "A new painting.", images: painting) == .block)
        #expect(try Situations.outcome(.model, "A new painting.", images: painting) == .publish)
        #expect(try Situations.outcome(.maintained, "A new painting.", images: painting) == .publish)
    }

    @Test("M23: a primary school speaks about tagging, and no other source does")
    func tagging() throws {
        #expect(try Template.primary.rule(Tagging.self).onTag == .warn)
        for template in Template.allCases where template != .primary {
            #expect(try template.rulebook().rule(Tagging.self) == nil)
        }
    }

    @Test("M20, S12: anonymous posts are discouraged in a primary school and not allowed in a special school")
    func anonymous() throws {
        #expect(try Template.primary.rule(SignOff.self).onMissing == .hint)
        #expect(try Template.special.rule(SignOff.self).onMissing == .hold)
        #expect(try Template.maintained.rulebook().rule(SignOff.self) == nil)
        let text = "The pool reopens on Monday."
        #expect(try Situations.outcome(.special, text) == .hold)
        #expect(try Situations.outcome(.special, text + " Tom Okafor") == .publish)
        #expect(try Situations.outcome(.primary, text) == .publish)
    }

    @Test("M21, S13: an opinion without a disclaimer warns in M and waits in S and W, each with its own words")
    func opinion() throws {
        let (primary, special, maintained) = (
            try Template.primary.rule(Opinion.self), try Template.special.rule(Opinion.self),
            try Template.maintained.rule(Opinion.self)
        )
        #expect(primary.onMissing == .warn)
        #expect(special.onMissing == .hold)
        #expect(maintained.onMissing == .hold)
        #expect(Set([primary.disclaimer, special.disclaimer, maintained.disclaimer]).count == 3)
        #expect(try Template.model.rulebook().rule(Opinion.self) == nil)
        let text = "In my opinion the new handrails are a great success. Tom Okafor"
        #expect(try Situations.severity(Opinion.self, in: .primary, text) == .warn)
        #expect(try Situations.severity(Opinion.self, in: .maintained, text) == .hold)
        #expect(try Situations.outcome(.special, text) == .hold)
        #expect(try Situations.outcome(.special, special.disclaimer + " " + text) == .publish)
    }

    @Test("M19: the headteacher decides in a special school, senior leaders too in a primary school")
    func approver() throws {
        let special = try Template.special.rule(PostApproval.self).approvers
        let primary = try Template.primary.rule(PostApproval.self).approvers
        #expect(Set(special) == ["headteacher", "deputy"])
        #expect(Set(primary) == ["headteacher", "deputy", "senior-leader"])
    }

    @Test("M19, W24: a primary school holds every controversial topic, a maintained school what is political")
    func topics() throws {
        #expect(try Template.primary.rule(Topics.self).topics.contains(.religion))
        #expect(Set(try Template.maintained.rule(Topics.self).topics) == [.elections, .politics, .industrialAction])
        #expect(try Template.special.rulebook().rule(Topics.self) == nil)
        let text = "Year 6 talked about the war in Ukraine and lit a lamp for peace."
        #expect(try Situations.outcome(.primary, text) == .hold)
        #expect(try Situations.outcome(.maintained, text) == .publish)
        let strike = "We are sorry that the teachers' strike closed two classes on Monday. Tom Okafor"
        #expect(try Situations.outcome(.maintained, strike) == .hold)
        #expect(try Situations.outcome(.special, strike) == .publish)
        #expect(try Template.model.rulebook().rule(Topics.self) == nil)
    }

    @Test("W24, P5: what is politically sensitive is confidential in a maintained school and not in the model")
    func confidential() throws {
        #expect(try Template.maintained.rule(Confidential.self).categories.contains(.political))
        #expect(try !Template.model.rule(Confidential.self).categories.contains(.political))
        #expect(try Template.special.rulebook().rule(Confidential.self) == nil)
    }

    @Test("T10: individual matters are advice in a trust and wait everywhere else")
    func individualMatters() throws {
        #expect(try Template.trust.rule(IndividualMatters.self).onMention == .warn)
        for template in Template.allCases where template != .trust {
            #expect(try template.rule(IndividualMatters.self).onMention == .hold)
        }
        let text = "One of our pupils was diagnosed with epilepsy last week. Tom Okafor"
        #expect(try Situations.severity(IndividualMatters.self, in: .trust, text) == .warn)
        #expect(try Situations.severity(IndividualMatters.self, in: .maintained, text) == .hold)
    }

    @Test("W38: where children are waits in M and W; the others' sources do not speak of it")
    func whereabouts() throws {
        #expect(try Template.maintained.rule(Whereabouts.self).onMention == .hold)
        #expect(try Template.primary.rule(Whereabouts.self).onMention == .hold)
        #expect(try Template.model.rulebook().rule(Whereabouts.self) == nil)
        #expect(try Template.trust.rulebook().rule(Whereabouts.self) == nil)
    }

    @Test("S12, W22: a telephone number of somebody's own waits in every template", arguments: Template.allCases)
    func personalData(template: Template) throws {
        let text = "Ring Laura on 07700 900 123 about the fair. Tom Okafor"
        #expect(try Situations.severity(PersonalData.self, in: template, text) == .hold)
    }
}
