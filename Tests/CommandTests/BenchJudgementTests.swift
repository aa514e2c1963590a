import Foundation
import Testing

/// `schoolgate bench judgement`, on a set of four posts.
@Suite struct BenchJudgementTests {
    static let policy = "---\ntitle: T\n---\nBe kind. {#kind}\n\n```rule\nposts.threats:\n```\n"
    static let caught = post("t1", "We know where you live. Watch your back.", "hold", #""holds": ["posts.threats"]"#)
    static let missed = post("t2", "Bring cake.", "hold", #""holds": ["posts.threats"]"#)
    static let wrong = post("t3", "We know where you live. Watch your back.", "publish", #""why": "a test""#)

    static func post(_ id: String, _ text: String, _ outcome: String, _ rest: String) -> String {
        #"{"id": "\#(id)", "school": "oak", "date": "2026-11-21", "text": "\#(text)", "outcome": "\#(outcome)", \#(rest)}"#
            + "\n"
    }

    static func files(tuning: String, unseen: String = caught) -> [String: String] {
        [
            "Templates/primary-school.md": policy, "Judgement/tuning.jsonl": tuning, "Judgement/unseen.jsonl": unseen,
            "Demo/roll.csv":
                "school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,guardian_1_name,guardian_1_email,"
                + "guardian_2_name,guardian_2_email\noak,A1,Amira,Khan,,,,,,,\n",
            "Demo/staff.csv": "school,staff_id,first_name,last_name,email,role\noak,s1,Ruth,Hill,,teacher\n",
            "Demo/schools.csv":
                "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\noak,Oak School,,,,,,,,england\n",
            "Demo/consent.csv": "upn,purpose,decision,date,expiry,given_by\n",
        ]
    }

    @Test func `each half is scored by itself`() throws {
        try inFolder(Self.files(tuning: Self.caught + Self.missed + Self.wrong)) { folder in
            let result = try schoolgate(["bench", "judgement", "--format", "json"], in: folder)
            #expect(result.status == 0, "\(result.errors)")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let halves = try #require(json["halves"] as? [[String: Any]])
            try #require(halves.map { $0["half"] as? String } == ["tuning", "unseen"])
            let overall = try #require(halves[0]["overall"] as? [String: Int])
            #expect(overall == ["right": 1, "missed": 1, "false_alarms": 1, "precision": 500, "recall": 500])
            #expect(halves[0]["outcome_accuracy"] as? Int == 333)
            #expect(halves[0]["passed_wrongly"] as? Int == 1)
            #expect(halves[0]["stopped_wrongly"] as? Int == 1)
            #expect(halves[1]["outcome_accuracy"] as? Int == 1_000)
        }
    }

    @Test func `misses of the unseen half stay unseen unless that is asked for`() throws {
        let secret = Self.post("u1", "Nobody has seen this.", "hold", #""holds": ["posts.threats"]"#)
        try inFolder(Self.files(tuning: Self.missed, unseen: secret)) { folder in
            for format in ["text", "json"] {
                let shown = try schoolgate(["bench", "judgement", "--misses", "--format", format], in: folder)
                #expect(shown.output.contains("Bring cake."))
                #expect(!shown.output.contains("u1") && !shown.output.contains("Nobody has seen this."))
                let all = try schoolgate(
                    ["bench", "judgement", "--misses", "--unseen-too", "--format", format], in: folder)
                #expect(all.output.contains("Nobody has seen this."))
            }
            #expect(try schoolgate(["bench", "judgement", "--unseen-too"], in: folder).status == 2)
        }
    }

    @Test(
        "A label that cannot be right is refused with its line",
        arguments: [
            ("not json\n", "tuning.jsonl:1: the line is not an object"),
            (post("a", "x", "hold", #""holds": ["posts.threat"]"#), "the nearest is `posts.threats`"),
            (post("a", "x", "hold", #""why": "no control""#), "`holds` names no control"),
            (post("a", "x", "maybe", #""why": """#), "`outcome` must be publish, hold or block"),
            (post("a", "x", "hold", #""holds": ["posts.threats"], "either": ["posts.threats"]"#), "stands in two of"),
            (caught + caught, "tuning.jsonl:2: `t1` is there twice"),
            ("\n", "holds no posts"),
        ])
    func refuses(tuning: String, message: String) throws {
        try inFolder(Self.files(tuning: tuning)) { folder in
            let result = try schoolgate(["bench", "judgement"], in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }
}
