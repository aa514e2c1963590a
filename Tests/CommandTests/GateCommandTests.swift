import Foundation
import Testing

/// `schoolgate gate check`, run as a school's technician runs it.
@Suite struct GateCommandTests {
    static let policy = """
        ---
        title: Social media policy
        ---

        ## Posting

        Offensive words wait for somebody else. {#posting.language clauses=P5}

        ```rule
        posts.language:
        ```

        Pupils are not named. {#posting.names clauses=W22}

        ```rule
        posts.pupil-name:
        ```

        Pictures need consent. {#pictures clauses=S10}

        ```rule
        posts.pupil-image:
        ```

        """
    static let roll =
        "school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,guardian_1_name,guardian_1_email,guardian_2_name,guardian_2_email\n"
        + "oak,A1,Amira,Khan,,2017-03-04,4,,,,\noak,A2,Benjamin,Halloran,Ben,2017-09-01,4,,,,\n"
    static let consent = "upn,purpose,decision,date,expiry,given_by\nA1,all,no,2026-09-01,,Priya Khan\n"
    static let fair = "---\nschool: oak\n---\nThe fair is on Saturday.\n"

    static let files = [
        "p.md": policy, "roll.csv": roll, "consent.csv": consent, "post.md": fair,
        "named.md": "---\nschool: oak\n---\nWell done, Amira Khan!\n",
        "picture.md":
            "---\nschool: oak\nimages:\n  - {file: a.jpg, kind: photo, faces: 1, named: [A1], provenance: own, alt: A child at the fair}\n---\nAt the fair.\n",
        "bad.md": PolicyCommandTests.bad, "bare.md": "---\n---\nThe fair is on Saturday.\n",
        "badroll.csv": "school,upn\noak,A1\n",
        "posts.jsonl":
            "{\"id\": 7, \"school\": \"oak\", \"text\": \"Well done, Amira Khan!\"}\n\n{\"id\": \"b\", \"text\": \"The fair is on Saturday.\"}\n",
    ]
    static let common = ["gate", "check", "--policy", "p.md", "--roll", "roll.csv", "--consent", "consent.csv"]

    private func check(_ more: [String]) throws -> Ran {
        var ran: Ran?
        try inFolder(Self.files) { folder in ran = try schoolgate(Self.common + more, in: folder) }
        return try #require(ran)
    }

    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(
        "N1: each finding cites the clause, and the exit code is 0 whatever the outcome",
        arguments: [
            ("post.md", "publish", nil), ("named.md", "hold", "posting.names"), ("picture.md", "block", "pictures"),
        ])
    func outcomes(post: String, outcome: String, clause: String?) throws {
        let ran = try check([post, "--format", "json"])
        #expect(ran.status == 0, "\(ran.errors)")
        let answer = try object(ran.output)
        #expect(Set(answer.keys) == ["outcome", "findings"])
        #expect(answer["outcome"] as? String == outcome)
        let findings = try #require(answer["findings"] as? [[String: Any]])
        if let clause { #expect(findings.contains { $0["clause"] as? String == clause }) }
        for finding in findings {
            #expect(
                Set(finding.keys).subtracting(["image"]) == [
                    "rule", "clause", "severity", "span", "reason", "remedy",
                ])
        }
    }

    @Test func `a span is half-open UTF-8 bytes of the body, and null for a picture`() throws {
        let named = try object(try check(["named.md", "--format", "json"]).output)
        let spans = try #require(named["findings"] as? [[String: Any]]).compactMap { $0["span"] as? [String: Any] }
        let span = try #require(spans.first)
        #expect(span["start"] as? Int == 11 && span["end"] as? Int == 21 && span["text"] as? String == "Amira Khan")
        let picture = try object(try check(["picture.md", "--format", "json"]).output)
        let blocks = try #require(picture["findings"] as? [[String: Any]]).filter {
            $0["severity"] as? String == "block"
        }
        #expect(blocks.contains { $0["span"] is NSNull && $0["image"] as? Int == 0 })
    }

    @Test func `JSON Lines get an answer a line, with their own ids`() throws {
        let ran = try check(["posts.jsonl"])
        #expect(ran.status == 0, "\(ran.errors)")
        let answers = try ran.output.split(separator: "\n").map(object)
        #expect(answers.count == 2)
        #expect(answers[0]["id"] as? Int == 7 && answers[0]["outcome"] as? String == "hold")
        #expect(answers[1]["id"] as? String == "b" && answers[1]["outcome"] as? String == "publish")
    }

    @Test func `a post may leave its school out when the roll knows one alone`() throws {
        let schools =
            "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\noak,Oak School,,,,,,,,england\nelm,Elm School,,,,,,,,england\n"
        try inFolder(Self.files.merging(["schools.csv": schools]) { $1 }) { folder in
            for more in [[], ["--schools", "schools.csv"]] {
                let ran = try schoolgate(Self.common + more + ["bare.md"], in: folder)
                #expect(ran.status == 0, "\(ran.errors)")
                #expect(ran.output.contains("Outcome: publish"))
            }
        }
        let two = Self.roll + "elm,B1,Isla,Whitcombe,,2016-01-09,5,,,,\n"
        try inFolder(Self.files.merging(["roll.csv": two]) { $1 }) { folder in
            let ran = try schoolgate(Self.common + ["bare.md"], in: folder)
            #expect(ran.status == 2)
            #expect(ran.errors.contains("`school` is missing"))
        }
    }

    @Test func `opaque pupil numbers get one line of notice, not one each`() throws {
        let ran = try check(["post.md"])
        let notices = ran.errors.split(separator: "\n").filter { $0.contains("check letter") }
        #expect(notices.count == 1)
        #expect(notices.first?.hasPrefix("roll.csv: 2 rows, the first on line 2: ") == true, "\(ran.errors)")
        #expect(!ran.errors.contains("A1"))
    }

    @Test func `the post's own date beats the day that is given`() throws {
        let expiring = "upn,purpose,decision,date,expiry,given_by\nA1,all,yes,2026-09-01,2026-10-31,Priya Khan\n"
        let body =
            "images:\n  - {file: a.jpg, kind: photo, faces: 1, named: [A1], provenance: own, alt: A child reads}\n---\nAt the fair.\n"
        let more = [
            "consent.csv": expiring, "then.md": "---\nschool: oak\ndate: 2026-10-31\n" + body,
            "now.md": "---\nschool: oak\n" + body,
        ]
        try inFolder(Self.files.merging(more) { $1 }) { folder in
            let day = ["--today", "2026-11-21"]
            try #expect(schoolgate(Self.common + day + ["then.md"], in: folder).output.contains("Outcome: publish"))
            try #expect(schoolgate(Self.common + day + ["now.md"], in: folder).output.contains("Outcome: block"))
        }
    }

    @Test func `errors in the policy exit with 1 and say where`() throws {
        try inFolder(Self.files) { folder in
            let ran = try schoolgate(
                ["gate", "check", "--policy", "bad.md", "--roll", "roll.csv", "post.md"], in: folder)
            #expect(ran.status == 1)
            #expect(ran.errors.contains("bad.md:7:1: `posts.aproval` is not a control"))
            #expect(ran.output.isEmpty)
        }
    }

    @Test(arguments: [
        (["--policy", "p.md"], "--roll FILE is missing"),
        (["--policy", "p.md", "--roll", "badroll.csv", "post.md"], "badroll.csv"),
        (["--policy", "p.md", "--roll", "none.csv", "post.md"], "none.csv: the file cannot be read"),
        (["--policy", "none.md", "--roll", "roll.csv", "post.md"], "none.md: the file cannot be read"),
        (["--policy", "p.md", "--roll", "roll.csv", "none.md"], "none.md: the file cannot be read"),
        (["--policy", "p.md", "--roll", "roll.csv", "--today", "soon", "post.md"], "is not a date"),
        (["--policy", "p.md", "--roll", "roll.csv", "--format", "xml", "post.md"], "--format is text or json"),
        (["--policy", "p.md", "--rol", "roll.csv", "post.md"], "Did you mean --roll?"),
        (["--policy", "p.md", "--roll", "roll.csv", "p.md", "post.md"], "give one post"),
    ])
    func `bad usage or input exits with 2 and says what to do`(arguments: [String], message: String) throws {
        try inFolder(Self.files) { folder in
            let ran = try schoolgate(["gate", "check"] + arguments, in: folder)
            #expect(ran.status == 2)
            #expect(ran.errors.contains(message), "\(ran.errors)")
            #expect(ran.output.isEmpty)
        }
    }

    @Test func `a line that is no JSON is named, and nothing is answered`() throws {
        try inFolder(Self.files.merging(["x.jsonl": "{\"id\": 1, \"text\": \"Hello\"}\n{oops\n{\"id\": 3}\n"]) { $1 }) {
            folder in
            let ran = try schoolgate(Self.common + ["x.jsonl"], in: folder)
            #expect(ran.status == 2)
            #expect(ran.errors.contains("x.jsonl:2: The line is not JSON."))
            #expect(ran.errors.contains("x.jsonl:3: `text` is missing"))
            #expect(ran.output.isEmpty)
        }
    }
}
