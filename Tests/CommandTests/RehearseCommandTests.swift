import Foundation
import Testing

/// `schoolgate policy rehearse`, run as people run it.
@Suite struct RehearseCommandTests {
    private static let strict =
        "---\ntitle: T\n---\nKind words. {#words}\n\n```rule\nposts.language:\n  on-mild: hold\n```\n"
    private static let mild =
        "---\ntitle: T\n---\nKind words. {#words}\n\n```rule\nposts.language:\n  on-mild: warn\n```\n"
    private static let files = [
        "new.md": strict, "old.md": mild, "roll.csv": roll,
        "posts.jsonl": """
        {"id": "a", "text": "What a crap day for sport."}

        {"id": "b", "text": "Lanterns at six."}
        {"id": "c", "text": "What a shit day for sport."}
        """,
    ]
    private static let roll = """
        school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,guardian_1_name,guardian_1_email,\
        guardian_2_name,guardian_2_email
        oak,A1,Amira,Khan,,,4,,,,

        """
    private static let words = [
        "policy", "rehearse", "--policy", "new.md", "--against", "old.md", "--roll", "roll.csv", "posts.jsonl",
    ]

    @Test("N3: posts that would newly wait are counted and named, by rule")
    func rehearse() throws {
        try inFolder(Self.files) { folder in
            let text = try schoolgate(Self.words, in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.hasPrefix("3 posts rehearsed. For 2 of them no rule says anything else."))
            #expect(text.output.contains("posts.language, clause 1 words"))
            #expect(text.output.contains("says hold, said warn before: 1 post\n    a: “crap”:"))

            let json = try schoolgate(Self.words + ["--format", "json"], in: folder)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            #expect(object["posts"] as? Int == 3)
            #expect(object["unchanged"] as? Int == 2)
            #expect((object["newly"] as? [String: Int])?["hold"] == 1)
            let rule = try #require((object["rules"] as? [[String: Any]])?.first)
            #expect(rule["before"] as? String == "warn")
            let example = try #require((rule["examples"] as? [[String: Any]])?.first)
            #expect(example["id"] as? String == "a")
        }
    }

    @Test("N3: the same policy changes nothing") func same() throws {
        try inFolder(Self.files) { folder in
            let words = Self.words.map { $0 == "old.md" ? "new.md" : $0 }
            let result = try schoolgate(words, in: folder)
            #expect(result.output.hasPrefix("3 posts rehearsed. For 3 of them no rule says anything else."))
            #expect(!result.output.contains("posts.language"))
        }
    }

    @Test func `a post that cannot be read is named by its line, however far down it stands`() throws {
        var files = Self.files
        let line = "{\"id\": 1, \"text\": \"\(String(repeating: "Lanterns at six. ", count: 400))\"}\n"
        files["posts.jsonl"] = String(repeating: line, count: 500) + "{\"id\": 2}\n"
        try inFolder(files) { folder in
            let result = try schoolgate(Self.words, in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("posts.jsonl:501: `text` is missing"), "\(result.errors)")
        }
    }

    @Test func `a policy with errors exits with 1`() throws {
        var files = Self.files
        files["new.md"] = "---\ntitle: T\n---\nA. {#a}\n\n```rule\nposts.aproval:\n```\n"
        try inFolder(files) { folder in
            let result = try schoolgate(Self.words, in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("posts.aproval"))
        }
    }
}
