import Policy
import Testing

@Suite struct ExtendingTests {
    static let trust = policy(
        """
        ## Pictures

        Pictures need consent. {#images.consent clauses=S10}

        ```rule
        posts.pupil-image:
          on-missing: hold
          words: [crest, badge]
          roles: [headteacher, deputy]
          faces: 5
          keep: 1 year
          strict: yes
        ```

        ## Approval

        Posts are approved. {#approval clauses=M19}

        ```rule
        posts.approval:
          approvers: [senior-leader, headteacher]
          number: 2
          when: with-picture
        ```
        """)

    func school(_ body: String) -> PolicyReading {
        read(policy(body, extends: "trust"), file: "school.md", beside: ["trust": Self.trust])
    }

    @Test("T4: a school that says nothing has all its trust says")
    func inherits() throws {
        let rulebook = try #require(school("Welcome.").rulebook)
        #expect(rulebook.rule(SampleControl.self)?.control.faces == 5)
        #expect(rulebook.rule(PostApproval.self)?.control.number == 2)
        #expect(rulebook.clauses.map(\.number) == ["1.1", "2.1"])
        #expect(rulebook.clauses.map(\.file) == ["trust.md", "trust.md"])
    }

    @Test("T4: a school may add and tighten")
    func tightens() throws {
        let reading = school(
            """
            ## Our pictures

            Nobody is published without consent. {#ours}

            ```rule
            posts.pupil-image:
              on-missing: block
              words: [crest, badge, tie]
              roles: [headteacher]
              faces: 2
              keep: 2 years
            ```

            ## Approval

            The PTA asks first. {#pta}
            """)
        #expect(reading.lines == [])
        let rulebook = try #require(reading.rulebook)
        let image = try #require(rulebook.rule(SampleControl.self))
        #expect(image.clause.rawValue == "ours")
        #expect(image.control.onMissing == .block)
        #expect(image.control.isStrict)
        #expect(rulebook.rules.first?.alsoUnder.map(\.rawValue) == ["images.consent"])
        #expect(rulebook.clauses.map(\.id.rawValue) == ["images.consent", "approval", "ours", "pta"])
        #expect(rulebook.clauses.map(\.number) == ["1.1", "2.1", "3.1", "2.2"])
        #expect(rulebook.sections.map(\.title) == ["Pictures", "Approval", "Our pictures"])
    }

    @Test("T4: a looser value names both clauses, and says what is allowed")
    func loosens() {
        let reading = school(
            """
            Ours. {#ours}

            ```rule
            posts.pupil-image:
              on-missing: warn
              words: [crest]
              roles: [headteacher, office]
              faces: 6
              keep: 11 months
              strict: no
              consent: website
            ```
            """)
        let base = "of the policy it extends; allowed is"
        let see = "(see trust.md:9)"
        #expect(
            reading.lines == [
                "school.md:9:15: `on-missing: warn` in clause `ours` is looser than `on-missing: hold` in clause `images.consent` \(base) hold or block \(see)",
                "school.md:10:10: `words: [crest]` in clause `ours` is looser than `words: [crest, badge]` in clause `images.consent` \(base) a list that keeps all of [crest, badge] \(see)",
                "school.md:11:10: `roles: [headteacher, office]` in clause `ours` is looser than `roles: [headteacher, deputy]` in clause `images.consent` \(base) a list of nothing but [headteacher, deputy] \(see)",
                "school.md:12:10: `faces: 6` in clause `ours` is looser than `faces: 5` in clause `images.consent` \(base) 5 or less \(see)",
                "school.md:13:9: `keep: 11 months` in clause `ours` is looser than `keep: 1 year` in clause `images.consent` \(base) 1 year or longer \(see)",
                "school.md:14:11: `strict: no` in clause `ours` is looser than `strict: yes` in clause `images.consent` \(base) yes \(see)",
                "school.md:15:12: `consent: website` in clause `ours` is looser than `consent: social media` in clause `images.consent` \(base) social media \(see)",
            ])
        #expect(reading.rulebook == nil)
    }

    @Test func `the front matter tightens too`() throws {
        let trust = "---\ntitle: T\nsign-off: [headteacher, governor]\nreview: yearly\n---\n"
        func school(_ head: String) -> PolicyReading {
            read("---\ntitle: S\nextends: trust\n\(head)\n---\n", beside: ["trust": trust])
        }
        let tighter = try #require(school("review: termly").rulebook)
        #expect(tighter.rule(PolicyReview.self)?.control.every == .termly)
        #expect(tighter.rule(PolicySignOff.self)?.control.roles == ["headteacher", "governor"])
        #expect(school("sign-off: [headteacher, governor, dsl]").lines == [])
        #expect(
            school("sign-off: [headteacher]").lines == [
                "policy.md:4:11: `roles: [headteacher]` in clause `front-matter` is looser than `roles: [headteacher, governor]` in clause `front-matter` of the policy it extends; allowed is a list that keeps all of [headteacher, governor] (see trust.md:3)"
            ])
        #expect(school("review: every two years").rulebook == nil)
    }

    @Test func `a clause with the base's id replaces its text and keeps its rules`() throws {
        let rulebook = try #require(school("No picture at all without consent. {#images.consent clauses=P4}").rulebook)
        let clause = try #require(rulebook.clauses.first)
        #expect(clause.text == "No picture at all without consent.")
        #expect(clause.duties == ["S10", "P4"])
        #expect(clause.number == "1.1")
        #expect(clause.file == "school.md")
        #expect(rulebook.rule(SampleControl.self)?.control.faces == 5)
        #expect(rulebook.clauses.count == 2)
    }

    @Test func `an approver for one rule cannot be somebody the trust does not let approve it`() {
        let fine = "A. {#a}\n\n```rule\nposts.approval:\n  for: {posts.pupil-image: [headteacher]}\n```\n"
        #expect(school(fine).lines == [])
        let looser = "A. {#a}\n\n```rule\nposts.approval:\n  for: {posts.pupil-image: [dsl]}\n```\n"
        #expect(school(looser).problems.count == 1)
    }

    @Test func `a block and the front matter may say the same, not different things`() throws {
        let same =
            "---\ntitle: T\nreview: yearly\n---\nA. {#a}\n\n```rule\npolicy.review:\n  every: yearly\n  also-on: [case law]\n```\n"
        let rulebook = try #require(read(same).rulebook)
        #expect(rulebook.rule(PolicyReview.self)?.clause.rawValue == "a")
        #expect(rulebook.rule(PolicyReview.self)?.control.triggers == [.caseLaw])
        #expect(rulebook.clause(.frontMatter) == nil)
        #expect(
            read(same.replacing("every: yearly", with: "every: termly")).lines == [
                "policy.md:9:3: `every` differs from what the front matter says; say it once (see policy.md:3)"
            ])
    }

    @Test func `what is wrong in the base is told with the base's file`() {
        let reading = read(
            policy("", extends: "trust"), beside: ["trust": policy("A. {#a}\n\n```rule\nno.control:\n```")])
        #expect(reading.lines == ["trust.md:7:1: `no.control` is not a control"])
        #expect(reading.rulebook == nil)
    }

    @Test func `a chain of three tightens step by step`() throws {
        let group = policy("A. {#a}\n\n```rule\nposts.approval:\n  number: 3\n```\n", extends: "trust")
        let files = ["trust": Self.trust, "group": group]
        let school = read(policy("", extends: "group"), beside: files)
        #expect(school.rulebook?.bases == ["group", "trust"])
        #expect(school.rulebook?.rule(PostApproval.self)?.control.number == 3)
        let looser = read(
            policy("B. {#b}\n\n```rule\nposts.approval:\n  number: 2\n```\n", extends: "group"), beside: files)
        #expect(looser.problems.map(\.other?.file) == ["group.md"])
    }
}
