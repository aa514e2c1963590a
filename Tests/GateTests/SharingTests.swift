import Gate
import Policy
import Testing

/// What a post passes on.
@Suite struct SharingTests {
    private func findings(_ text: String, repostOf: String?) -> [Finding] {
        var post = Post(
            text: text, school: "oak", network: "mastodon", authorRole: "teacher", date: Day(daysSince1970: 20_778))
        post.repostOf = repostOf
        return check(
            post, roll: WordsDesk.roll, consents: ConsentRegister([]),
            rulebook: WordsDesk.rulebook([Threats(), Tone(), Sharing()]))
    }

    @Test("T18: what is reposted or liked is judged like a post, and holds by the same rule")
    func reposts() throws {
        let found = findings("How true!", repostOf: "We know where you live. Watch your back.")
        let finding = try #require(found.first)
        #expect(finding.rule == Threats.name && finding.severity == .hold)
        #expect(finding.span == nil, "a place in somebody else's words is none in the post")
        #expect(finding.reason.hasPrefix("In what this passes on: "))
        #expect(Outcome(findings("", repostOf: "We know where you live. Watch your back.")) == .hold)
    }

    @Test("T18: harmless words that are passed on pass, and their style is not ours")
    func harmless() {
        #expect(findings("Lovely.", repostOf: "Snowdrops are out in the park!!!!!").isEmpty)
        #expect(findings("Lovely.", repostOf: nil).isEmpty)
    }

    @Test("T18: what nobody can read holds")
    func unread() {
        #expect(findings("Look at this.", repostOf: " ").map(\.rule) == [Sharing.name])
        #expect(Sharing().sentence.contains("reposted, shared or liked"))
    }

    @Test func `a post file names what it passes on`() throws {
        let file = "---\nschool: oak\nrepost-of: Watch your back.\n---\nYes.\n"
        let (post, notes) = try PostFile.read(
            Array(file.utf8), file: "p.md", today: Day(daysSince1970: 20_778), schools: ["oak"])
        #expect(post.repostOf == "Watch your back.")
        #expect(notes.isEmpty)
    }
}
