import Policy
import Testing

@Suite struct ReadingTests {
    static let example = """
        ---
        title: Social media policy
        number: HR02
        extends: trust
        sign-off: [headteacher, chair of governors]
        review: yearly
        ---

        ## Images

        No photograph of a pupil is published before a parent or carer has agreed in writing.
        {#images.consent clauses=S10,P4}

        ```rule
        posts.pupil-image:
          consent: social media
          on-missing: block
        ```
        """
    static let trust = "---\ntitle: Trust\n---\nPictures need consent.\n{#pictures}\n"

    @Test func `the example of the design reads as it is`() throws {
        let reading = read(Self.example, beside: ["trust": Self.trust])
        #expect(reading.lines == [])
        let rulebook = try #require(reading.rulebook)
        #expect(rulebook.title == "Social media policy")
        #expect(rulebook.number == "HR02")
        #expect(rulebook.bases == ["trust"])
        let image = try #require(rulebook.rule(SampleControl.self))
        #expect(image.clause.rawValue == "images.consent")
        #expect(image.control.onMissing == .block)
        let clause = try #require(rulebook.clause(image.clause))
        #expect(clause.number == "1.1")
        #expect(clause.section == "Images")
        #expect(clause.duties == ["S10", "P4"])
        #expect(clause.text.hasSuffix("agreed in writing."))
        #expect(clause.position == Position(line: 11, column: 1))
    }

    @Test("S2: the front matter says who signs")
    func signOff() throws {
        let rulebook = try #require(read(Self.example, beside: ["trust": Self.trust]).rulebook)
        let rule = try #require(rulebook.rule(PolicySignOff.self))
        #expect(rule.control.roles == ["headteacher", "chair"])
        #expect(rule.clause == .frontMatter)
        #expect(rulebook.clause(.frontMatter)?.text == "Sign-off: headteacher, chair of governors. Review: yearly.")
    }

    @Test func `a byte order mark and Windows line ends change nothing but the bytes`() throws {
        let windows = "\u{FEFF}" + Self.example.replacing("\n", with: "\r\n")
        let reading = read(windows, beside: ["trust": Self.trust])
        #expect(reading.lines == [])
        let clause = try #require(reading.rulebook?.clauses.first { $0.section == "Images" })
        #expect(clause.position == Position(line: 11, column: 1))
        #expect(!clause.text.contains("\r"))
    }

    @Test func `list items, quotations and blocks with the mark on its own are clauses`() throws {
        let reading = read(
            policy(
                """
                # A title

                1. Before we begin {#first}

                ## 4. Rules

                - I will log off. {#log-off clauses="S20, S3"}
                - I will not
                  share my password.
                  {#password}
                - Nothing marked here.

                > Think
                > first. {#think}

                | a | b |
                |---|---|
                | c | d |

                {#table}

                ### Deeper

                Last words{#last}
                """))
        #expect(reading.lines == [])
        let clauses = try #require(reading.rulebook?.clauses)
        #expect(clauses.map(\.id.rawValue) == ["first", "log-off", "password", "think", "table", "last"])
        #expect(clauses.map(\.number) == ["1", "4.1", "4.2", "4.3", "4.4", "4.5"])
        #expect(
            clauses.map(\.text).prefix(4) == [
                "Before we begin", "I will log off.", "I will not\nshare my password.", "Think\nfirst.",
            ])
        #expect(clauses[1].duties == ["S20", "S3"])
        #expect(clauses[4].text.contains("| c | d |"))
        #expect(clauses[1].section == "Rules")
    }

    @Test func `a fence inside a fence is an example, not a rule`() throws {
        let reading = read(
            policy(
                """
                A clause that explains itself. {#a}

                ````markdown
                Not a clause. {#b}
                ```rule
                no.such-control:
                ```
                ````

                Code such as `{#c}` and \\{#d} is text.
                """))
        #expect(reading.lines == [])
        #expect(reading.rulebook?.clauses.map(\.id.rawValue) == ["a"])
        #expect(reading.rulebook?.rules.isEmpty == true)
    }

    @Test func `a rule block without parameters means the defaults`() throws {
        for body in ["posts.approval:", "posts.approval", "posts.approval: {}", "posts.approval: ~"] {
            let reading = read(policy("Posts are approved. {#a}\n\n```rule\n\(body)\n```\n"))
            #expect(reading.lines == [])
            #expect(reading.rulebook?.rule(PostApproval.self)?.control.number == 1)
        }
    }

    @Test func `five thousand clauses take no time worth speaking of`() throws {
        var body = ""
        for number in 0..<5_000 {
            body += "## Part \(number)\n\nClause number \(number) asks for something sensible. {#c\(number)}\n\n"
        }
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure { count = read(policy(body)).rulebook?.clauses.count ?? 0 }
        #expect(count == 5_000)
        #expect(time < .seconds(5))
    }

    @Test func `a role that carries no rights is a note, not an error`() {
        let reading = read("---\ntitle: T\nsign-off: [headteacher, headtacher, bursar]\n---\n")
        #expect(reading.rulebook != nil)
        #expect(
            reading.lines == [
                "policy.md:3:11: note: `headtacher` is not a role that carries rights, so nobody can act in it; the nearest is `headteacher`",
                "policy.md:3:11: note: `bursar` is not a role that carries rights, so nobody can act in it",
            ])
    }
}
