import Policy
import Testing

@Suite struct ComparingTests {
    static let old = """
        Posts are approved by a leader. {#approval}

        ```rule
        posts.approval:
          number: 1
          when: always
        ```

        It is public. {#public}

        ```rule
        policy.public:
        ```

        Be kind. {#kind}
        """
    static let new = """
        Posts are always approved by two leaders. {#approval}

        ```rule
        posts.approval:
          number: 2
          when: always
        ```

        Be kind. {#kind}

        Log off. {#log-off}
        """

    @Test func `a redline shows words, clauses and what the program will do`() throws {
        let redline = Redline(
            from: try #require(read(policy(Self.old)).rulebook), to: try #require(read(policy(Self.new)).rulebook))
        #expect(redline.clauses.map(\.id.rawValue) == ["approval", "public", "kind", "log-off"])
        #expect(redline.clauses.map(\.kind) == [.changed, .removed, .same, .added])
        let approval = redline.clauses[0]
        #expect(approval.segments.filter { $0.kind != .inserted }.map(\.text).joined() == approval.old?.text)
        #expect(approval.segments.filter { $0.kind != .deleted }.map(\.text).joined() == approval.new?.text)
        #expect(approval.segments.contains(RedlineSegment(.inserted, "always ")))
        let rule = try #require(approval.rules.first)
        #expect(rule.verdict == .tighter)
        #expect(rule.parameters.map { "\($0.name) \($0.before) \($0.after) \($0.verdict)" } == ["number 1 2 tighter"])
        #expect(rule.before != rule.after)
        #expect(redline.clauses[1].rules.map(\.verdict) == [.removed])
        #expect(redline.clauses[2].isChange == false)
        #expect(redline.prose.isEmpty)
    }

    @Test func `the other way round it is looser, and with itself it is empty`() throws {
        let old = try #require(read(policy(Self.old)).rulebook)
        let new = try #require(read(policy(Self.new)).rulebook)
        #expect(Redline(from: new, to: old).clauses.first?.rules.first?.verdict == .looser)
        #expect(Redline(from: old, to: old).isEmpty)
    }

    @Test func `text that is no clause is compared too`() throws {
        let old = try #require(read(policy("## Aims\n\nWe share good news.")).rulebook)
        let new = try #require(read(policy("## Aims\n\nWe share all news.")).rulebook)
        #expect(Redline(from: old, to: new).prose.filter { $0.kind != .same }.map(\.text) == ["good", "all"])
    }

    @Test func `texts too long to compare word by word count as replaced`() throws {
        let words = (0..<6_000).map { "old\($0)" }.joined(separator: " ")
        let old = try #require(read(policy("\(words) {#a}")).rulebook)
        let new = try #require(read(policy("\(words.replacing("old", with: "new")) {#a}")).rulebook)
        #expect(Redline(from: old, to: new).clauses.first?.segments.map(\.kind) == [.deleted, .inserted])
    }

    @Test("N2: coverage names the clauses that nothing keeps")
    func coverage() throws {
        let coverage = Coverage(try #require(read(policy(Self.old)).rulebook))
        #expect(coverage.rows.map(\.kept) == [.enforced, .enforced, nil])
        #expect(coverage.gaps.map(\.clause.id.rawValue) == ["kind"])
        #expect(coverage.count(.enforced) == 2)
        #expect(coverage.rows[0].sentences == [PostApprovalSentence.always])
    }

    @Test func `a clause whose rule a school tightens elsewhere is still kept`() throws {
        let school = policy("Ours. {#ours}\n\n```rule\nposts.approval:\n  number: 2\n```\n", extends: "trust")
        let rulebook = try #require(read(school, beside: ["trust": policy(Self.old)]).rulebook)
        let row = try #require(Coverage(rulebook).rows.first)
        #expect(row.clause.id.rawValue == "approval")
        #expect(row.kept == .enforced)
        #expect(row.sentences.first?.contains("two different people") == true)
    }

    enum PostApprovalSentence {
        static let always =
            "Every post is published only after it has been approved by a senior leader, a deputy headteacher or the"
            + " headteacher. Nobody approves what they wrote or last edited, and any change to the post voids its"
            + " approvals. A post not approved by its time is never published late by itself: it goes back to its"
            + " author."
    }
}

@Suite struct PolicyMarkdownTests {
    @Test func `clauses become safe HTML`() {
        #expect(PolicyMarkdown.html("Be *kind* & fair.") == "<p>Be <em>kind</em> &amp; fair.</p>\n")
        #expect(
            PolicyMarkdown.html("[ours](https://school.example/a?b=1&c=2)")
                == "<p><a href=\"https://school.example/a?b=1&amp;c=2\">ours</a></p>\n")
        #expect(PolicyMarkdown.html("| a |\n|---|\n| b |").contains("<td>b</td>"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))", "[a](data:text/html;base64,PHA+)", "![a](https://evil.example/x.png)",
        "[a](//evil.example)", "[a](/settings)", "<div onclick=x>\n\nb\n\n</div>", "<javascript:alert(1)>",
        "[a]: javascript:alert(1)\n\n[a]", "&lt;script&gt;", "[![x](javascript:1)](javascript:2)",
    ])
    func `nothing gets in but words and web links`(markdown: String) {
        let html = PolicyMarkdown.html(markdown)
        for part in ["<script", "<img", "<a ", "<div", "onerror=alert(1)>"] {
            #expect(!html.contains(part), "\(html)")
        }
    }

    @Test func `plain text has the words alone`() {
        #expect(
            PolicyMarkdown.plainText("Be *kind* to [all](https://a.example) <b>here</b>.") == "Be kind to all here.")
    }
}

@Suite struct SentenceTests {
    @Test func `every control says what it does in whole sentences`() {
        for type in Catalogue.policy.controls {
            for pick in 0..<6 {
                let sentence = Catalogue.policy.example(of: type) { pick % $0 }.sentence
                #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?") || sentence.contains("? "), "\(sentence)")
                #expect(sentence.first?.isUppercase == true, "\(type.name): \(sentence)")
                #expect(!sentence.contains("  ") && !sentence.contains(" ,") && !sentence.contains("[]"), "\(sentence)")
            }
        }
    }

    @Test func `names are unlike each other`() {
        let names = Catalogue.policy.controls.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(Catalogue.policy.nearest(to: "policy.signoff") == "policy.sign-off")
        #expect(Catalogue.policy.nearest(to: "something.else.entirely") == nil)
    }

    @Test("M19: other approvers for one kind of post")
    func approvers() throws {
        let reading = read(
            policy(
                "A. {#a}\n\n```rule\nposts.approval:\n  number: 2\n  approvers: [teacher, caretaker]\n"
                    + "  for: {posts.pupil-image: [dsl, headteacher]}\n  missed-slot: approver\n```\n"))
        let approval = try #require(reading.rulebook?.rule(PostApproval.self)?.control)
        #expect(approval.approvers(of: "posts.pupil-image") == ["dsl", "headteacher"])
        #expect(approval.approvers(of: "posts.topics") == ["teacher", "caretaker"])
        #expect(
            approval.sentence
                == "A post that a rule holds is published only after it has been approved by two different people, each"
                + " of them a teacher or caretaker. What posts.pupil-image holds is approved by the designated"
                + " safeguarding lead or the headteacher instead. Nobody approves what they wrote or last edited, and any"
                + " change to the post voids its approvals. A post not approved by its time is never published late by"
                + " itself: it goes back to its approver.")
        #expect(reading.notes.count == 1)
    }
}
