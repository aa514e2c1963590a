import Policy
import Testing

@testable import Gate

@Suite struct WordsControlTests {
    private func rules(
        _ text: String, _ control: any PostControl, links: [Link] = [], on day: String = "2026-11-21"
    ) -> [Severity] {
        WordsDesk.findings(text, links: links, on: day, under: WordsDesk.rulebook([control])).map(\.severity)
    }

    @Test("T9, P5: no control on words can choose to block")
    func neverBlocks() {
        for control in PostControls.words.map({ $0.init() }) {
            #expect(!control.sentence.contains("is stopped"))
        }
        let all = (WordsCaughtTests.cases.map(\.text) + WordsHarmlessTests.posts).flatMap { WordsDesk.findings($0) }
        #expect(all.allSatisfy { $0.severity <= .hold })
    }

    @Test("Every finding says why and what to do next")
    func explains() {
        for given in WordsCaughtTests.cases {
            for finding in WordsDesk.findings(given.text) {
                #expect(finding.reason.hasSuffix(".") && !finding.remedy.isEmpty)
                if let span = finding.span { #expect(span.start < span.end && span.end <= given.text.utf8.count) }
            }
        }
    }

    @Test(
        "Scunthorpe posts",
        arguments: [
            "Scunthorpe", "Penistone", "Essex", "classic", "grape", "Dick Whittington",
            "cockerel", "Sussex", "assess", "shiitake", "Lightwater", "blue tit", "niggle", "Clitheroe", "Arsenal",
            "Middlesex", "cocktail dresses", "analysis", "A55 to Conwy", "assassin", "Shitterton", "therapist", "3-2-1",
        ])
    func scunthorpe(_ text: String) {
        #expect(rules("We went to \(text) last year.", OffensiveLanguage()).isEmpty)
        #expect(rules("We went to \(text) last year.", Discrimination()).isEmpty)
    }

    @Test("A disguised word is marked where it stands")
    func spans() throws {
        let text = "Zoë says: f\u{200B}.u.c\u{043A} off"
        let finding = try #require(WordsDesk.findings(text, under: WordsDesk.rulebook([OffensiveLanguage()])).first)
        let span = try #require(finding.span)
        #expect(String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self).hasPrefix("f"))
    }

    @Test("A policy may add words and excuse words")
    func words() {
        var language = OffensiveLanguage()
        language.words = ["flipping heck", "Voldemort"]
        language.allow = ["bloody"]
        #expect(rules("Flipping heck, it is cold.", language) == [.hold])
        #expect(rules("Voldemort's wand is lost.", language) == [.hold])
        #expect(rules("A bloody shame.", language).isEmpty)
        var topics = Topics()
        topics.topics = []
        topics.words = ["bypass"]
        #expect(rules("Come to the bypass meeting.", topics) == [.hold])
        #expect(rules("The NEU strike is on.", topics).isEmpty)
    }

    @Test("M21: a view without a disclaimer warns, with one or quoted it does not")
    func opinion() {
        #expect(rules("I think the bypass is wrong.", Opinion()) == [.warn])
        #expect(
            rules("I think the bypass is wrong. These are my own views and not those of the school.", Opinion()).isEmpty
        )
        #expect(rules("“I think the owl was best,” said a Year 2 reader.", Opinion()).isEmpty)
        #expect(rules("We think the play was great!", Opinion()).isEmpty)
    }

    @Test("M23: people's handles warn, the school's own and listed ones pass")
    func tagging() {
        #expect(rules("Thanks @jane_smith!", Tagging()) == [.warn])
        #expect(rules("Follow @OakfieldPri, kick-off @3pm", Tagging()).isEmpty)
        var tagging = Tagging()
        #expect(rules("Thanks @oakfieldlibrary and @PitRiversMuseum!", Tagging()).isEmpty)
        tagging.allow = ["@BBCTeach"]
        #expect(rules("Thanks @bbcteach", tagging).isEmpty)
    }

    @Test(
        "M24: links that mislead, are blocked, short or broken",
        arguments: [
            (Link(url: "https://bit.ly/3x"), Severity.warn), (Link(url: "http://192.168.0.10/x"), .hold),
            (Link(url: "https://bit.ly/3x", resolved: "https://oakfield.sch.example/fair"), .warn),
            (Link(url: "https://bit.ly/3x", resolved: "https://bad.example", isBlocked: true), .hold),
            (Link(url: "https://bbc.co.uk/news", resolved: "https://www.bbc.co.uk/news/uk", status: 200), nil),
            (Link(url: "https://bbc.co.uk/news", resolved: "https://casino.example", status: 200), .warn),
            (Link(url: "https://bbc.co.uk/news", resolved: "http://10.0.0.1/", status: 200), .hold),
            (Link(url: "https://oakfield.sch.example/x", status: 404), .warn),
            (Link(url: "https://oakfield.sch.example/x", status: 503), .warn),
            (Link(url: "https://oakfield.sch.example/x", status: 403), nil),
            (Link(url: "http://localhost:8080/"), .hold), (Link(url: "http://[::1]/"), .hold),
            (Link(url: "http://2130706433/"), .hold), (Link(url: "https://bank.example@evil.example/"), .hold),
            (Link(url: "https://xn--pple-43d.com/"), .hold), (Link(url: "javascript:alert(1)"), .hold),
            (Link(url: "ftp://files.example/x"), .hold), (Link(url: "https://oakfield.sch.example/"), nil),
        ] as [(Link, Severity?)])
    func links(_ link: Link, _ expected: Severity?) {
        #expect(rules("News from school.", Links(), links: [link]) == (expected.map { [$0] } ?? []))
    }

    @Test("M24: links in the text count without being listed, and words may not dress up another address")
    func writtenLinks() {
        #expect(rules("See tinyurl.com/oakfair", Links()) == [.warn])
        #expect(rules("See www.oakfield.sch.example", Links()).isEmpty)
        #expect(rules("See [www.oakfield.sch.example](https://evil.example/a)", Links()).contains(.hold))
        #expect(rules("See [https://oakfield.sch.example](https://evil.example/a)", Links()).contains(.hold))
        #expect(rules("Pay at [oakfield.example/lunch](https://evil.example/a)", Links()) == [.hold])
        #expect(rules("[oakfield.example/lunch](https://oakfield.example/lunch/now)", Links()).isEmpty)
        #expect(rules("[Menus for Dr. Hill's week](https://meals.example/a)", Links()).isEmpty)
        var links = Links()
        links.block = ["games.example"]
        #expect(rules("See https://play.games.example/a", links) == [.hold])
    }

    @Test("M42: a declared interest holds wherever it is named")
    func interests() {
        var gain = Gain()
        gain.interests = ["Bluebell Books"]
        #expect(rules("Bluebell Books gave us a box of atlases.", gain) == [.hold])
        #expect(rules("Bluebell wood is in flower, and the books are in.", gain).isEmpty)
        #expect(rules("Bluebell Books gave us a box of atlases.", Gain()).isEmpty)
        #expect(gain.sentence.contains("Declared interests, which it may not name: Bluebell Books."))
    }

    @Test("a place in the text takes in the year that it begins with")
    func yearIsQuoted() throws {
        let text = "Guess what. Year 4 are at the beach."
        let finding = try #require(WordsDesk.findings(text, under: WordsDesk.rulebook([Whereabouts()])).first)
        #expect(WordsDesk.shown([finding], in: text).contains("Year 4 are at"))
    }

    @Test("W24: in a pre-election period office-holders hold, outside it only parties do")
    func elections() {
        var elections = Elections()
        elections.periods = [
            DayRange(Day("2027-03-25") ?? Day(daysSince1970: 0), Day("2027-05-06") ?? Day(daysSince1970: 0))
        ]
        .compactMap(\.self)
        let visit = "Our local MP and Councillor Hill opened the library."
        #expect(rules(visit, elections, on: "2027-03-24").isEmpty)
        #expect(rules(visit, elections, on: "2027-03-25").contains(.hold))
        #expect(rules(visit, elections, on: "2027-05-06").contains(.hold))
        #expect(rules(visit, elections, on: "2027-05-07").isEmpty)
        #expect(rules("Vote Labour!", elections, on: "2026-11-21") == [.hold])
        #expect(rules("School council elections: vote for your class rep!", elections, on: "2027-04-01").isEmpty)
    }

    @Test("M20: a post that does not say who is posting gets a hint, or holds where the policy says so")
    func signOff() {
        #expect(rules("Sports Day is on Friday.", SignOff()) == [.hint])
        #expect(rules("Sports Day is on Friday. The office team", SignOff()).isEmpty)
        #expect(rules("Sports Day is on Friday. Ruth Okafor", SignOff()).isEmpty)
        var strict = SignOff()
        strict.onMissing = .hold
        strict.signatures = ["Oakfield office"]
        #expect(rules("Sports Day is on Friday. The team", strict) == [.hold])
        #expect(rules("Sports Day is on Friday. – Oakfield Office", strict).isEmpty)
    }

    @Test("M25: tone and readability only ever hint or warn")
    func tone() {
        #expect(rules("PLEASE PARK SOMEWHERE ELSE!!!", Tone()) == [.hint, .hint])
        #expect(rules("Please park somewhere else.", Tone()).isEmpty)
        #expect(rules("See #wearesoproudofyouall", Readability()) == [.hint])
        #expect(rules("See #WorldBookDay", Readability()).isEmpty)
        #expect(rules("Ask the SENDCo.", Readability()).isEmpty == false)
    }

    @Test("T19, M50, P27: one reminder of who may read it, for any post")
    func reach() { #expect(rules("Hello.", Reach()) == [.hint]) }

    @Test("T9: what the law forbids names the law and the safeguarding lead, and quotes nothing")
    func illegal() throws {
        let text = "Someone sent nude photos of a pupil."
        let finding = try #require(WordsDesk.findings(text, under: WordsDesk.rulebook([IllegalContent()])).first)
        #expect(finding.reason.contains("Act") && !finding.reason.contains("nude"))
        #expect(finding.remedy.contains("safeguarding lead") && finding.remedy.contains("police"))
    }

    @Test("Every control explains itself and has distinct names for its parameters")
    func declarations() {
        let names = PostControls.words.map { $0.name }
        #expect(names.count == 22 && Set(names).count == 22)
    }

    @Test("Long, empty and broken texts are read without harm")
    func hostile() {
        for text in [
            "", " ", "\u{0}", "f", "****", "@", "#", "f*", String(repeating: "a a ", count: 4_000),
            String(repeating: "f.", count: 4_000), String(repeating: "is a ", count: 3_000), "http://", "[a](", "://",
        ] {
            _ = WordsDesk.findings(text)
        }
    }
}
