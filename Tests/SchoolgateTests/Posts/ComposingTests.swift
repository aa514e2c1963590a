import Database
import DatabaseTesting
import Testing
import Web

import struct Gate.Network

@testable import Schoolgate

@Suite("Counting as networks count") struct NetworkTextTests {
    private func count(_ network: Network, _ text: String) -> Int { NetworkText.of(network).count(text) }

    @Test("A family of four is one character on Bluesky, two on X and eleven on Facebook")
    func emoji() {
        let family = "👨‍👩‍👧‍👦"
        #expect(count("bluesky", family) == 1)
        #expect(count("x", family) == 2)
        #expect(count("facebook", family) == family.utf16.count)
        #expect(count("mastodon", family) == 1)
    }

    @Test("A link counts 23 on Mastodon and X, however long it is, and as it stands elsewhere")
    func links() {
        let text = "See https://larkmere.example/a/very/long/address/of/a/page?with=words"
        #expect(count("mastodon", text) == 4 + 23)
        #expect(count("x", text) == 4 + 23)
        #expect(count("bluesky", text) == text.count)
    }

    @Test("A place after a name counts nothing on Mastodon")
    func places() {
        #expect(count("mastodon", "@choir@social.example sings") == "@choir sings".count)
        #expect(count("mastodon", "office@larkmere.example") == "office@larkmere.example".count)
    }

    @Test("Letters beyond Europe's count two on X")
    func weights() {
        #expect(count("x", "café") == 4)
        #expect(count("x", "日本") == 4)
    }

    @Test("The counter says how many are left over, with thousands grouped")
    func counter() {
        #expect(NetworkText.of("facebook").counter("Hello") == "5 of 63,206")
        #expect(NetworkText.of("bluesky").counter(String(repeating: "a", count: 312)) == "12 over 300")
        #expect(NetworkText.of("wordpress").counter("Hello") == "5 characters")
        #expect(NetworkText.of("youtube").counter("Café") == "5 of 5,000")
    }

    @Test("A text is cut at a whole word where a network asks for more")
    func fold() {
        let text = String(repeating: "word ", count: 60)
        let shown = NetworkText.of("instagram").shownFirst(of: text)
        #expect(shown?.hasSuffix("word") == true)
        #expect((shown?.count ?? 0) <= 125)
        #expect(NetworkText.of("instagram").shownFirst(of: "Short") == nil)
    }
}

@Suite("Likeness") struct LikenessTests {
    private func isNearly(_ a: String, _ b: String) -> Bool { Likeness(a).isNearly(Likeness(b)) }

    private let coats = "Nine coats, one scooter and a single glove are waiting in lost property. Come and have a look."

    @Test("The same words in other clothes are nearly the same")
    func same() {
        #expect(isNearly(coats, coats))
        #expect(isNearly(coats, coats.uppercased()))
        #expect(isNearly(coats, "Reminder: " + coats + " Thank you!"))
        #expect(isNearly(coats, coats.replacing("Nine", with: "Eight")))
        #expect(isNearly("Thank you!", "thank you"))
        #expect(isNearly(coats + " https://a.example/1", coats + " https://b.example/2?x=y"))
    }

    @Test("Posts about the same thing in other words are not")
    func different() {
        #expect(!isNearly(coats, "Lost property is full again: coats, scooters and gloves. Have a look on Friday."))
        #expect(!isNearly("Thank you!", "Thank you to every family who walked the lanes with us."))
        #expect(!isNearly("", ""))
        #expect(!isNearly("", coats))
        #expect(!isNearly("Come and have a look.", coats + String(repeating: " And more words follow here.", count: 9)))
    }
}

@Suite("Composing") struct ComposingTests {
    @Test("A draft that repeats a post of the last weeks on the same account says so, with the way there")
    func repeats() async throws {
        try await withCalendar { test in
            await test.send("Nine coats, one scooter and a glove are waiting in lost property. Come and look.")
            _ = try await Publisher(context: test.context).workOff()
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            let again = "Nine coats, one scooter and a glove are waiting in lost property. Come and look!"
            await tom.submit("/posts", ["text": again, "account": "1", "intent": "save"])
            #expect(tom.sees("This says nearly what another post says."))
            #expect(tom.sees(#"href="/posts/1""#))
            await tom.submit("/posts/2/draft", ["text": again, "edits": "0", "intent": "save"])
            #expect(!tom.sees("This says nearly"), "without an account there is nothing to repeat")
            test.time.turn(by: .days(31))
            tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": again, "account": "1", "intent": "save"])
            #expect(!tom.sees("This says nearly"), "a month later it is news again")
        }
    }

    @Test("Two people who edit one draft see both versions side by side, and nothing is lost", arguments: Engine.all)
    func merge(engine: Engine) async throws {
        try await withCalendar(engine) { test in
            var tom = await Visitor(test.site, as: "Tom"), martin = await Visitor(test.site, as: "Martin")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "One", "account": "1", "intent": "save"])
            await martin.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": "One and two", "account": "1", "edits": "0"])
            await martin.submit("/posts/1/draft", ["text": "One and three", "account": "1", "edits": "0"])
            #expect(martin.page.status == 409)
            #expect(martin.sees("Tom Okafor saved this while you were writing"))
            #expect(martin.sees("One and three"))
            #expect(martin.sees("two"))
            #expect(martin.sees(#"name="account" value="1""#), "the rest of the form went missing")
            await martin.submit("/posts/1/draft", ["text": "One, two and three", "account": "1", "edits": "1"])
            #expect(martin.page.status == 200)
            let saved = try await test.post(1)
            #expect(saved?.text == "One, two and three")
        }
    }

    @Test("What saves itself over somebody else’s words is refused, and changes nothing")
    func autosaveConflict() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom"), martin = await Visitor(test.site, as: "Martin")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "One", "account": "1", "intent": "save"])
            await martin.visit("/posts/1/edit")
            await tom.submit("/posts/1/draft", ["text": "Two", "account": "1", "edits": "0"])
            await martin.submit(
                "/posts/1/draft", ["text": "Three", "account": "1", "edits": "0", "intent": "autosave"])
            #expect(martin.page.status == 409)
            let saved = try await test.post(1)
            #expect(saved?.text == "Two")
        }
    }

    @Test("Whoever opens a draft hears who else has it open, and another school hears nothing")
    func presence() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom"), martin = await Visitor(test.site, as: "Martin")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "One", "account": "1", "intent": "save"])
            await tom.post("/posts/1/presence", [:])
            #expect(tom.sees(#"data-others="""#))
            await martin.post("/posts/1/presence", [:])
            #expect(martin.sees("Tom Okafor has this open too."))
            test.time.turn(by: .minutes(2))
            await martin.post("/posts/1/presence", [:])
            #expect(!martin.sees("Tom Okafor"))
            var sam = await Visitor(test.site, as: "Sam")
            await sam.post("/posts/1/presence", [:])
            #expect(sam.page.status == 404)
            let seen = try await test.rows(in: "post_editors")
            #expect(seen == 2)
        }
    }

    @Test("A saved phrase and a sign-off go into the words without JavaScript, and the draft is kept with them")
    func phrases() async throws {
        try await withCalendar { test in
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/phrases")
            await dawn.submit("/phrases", ["kind": "phrase", "text": "Thank you to our PTA."])
            await dawn.submit("/phrases", ["kind": "sign-off", "text": "The office team"])
            await dawn.submit("/phrases", ["kind": "phrase", "text": "  "])
            #expect(dawn.page.status == 422)
            await dawn.visit("/posts/new")
            await dawn.submit("/posts", ["text": "The fair was a joy.", "account": "1", "insert": "1"])
            await dawn.submit(
                "/posts/1/draft",
                ["text": "The fair was a joy. Thank you to our PTA.", "account": "1", "insert": "2", "edits": "0"])
            let post = try await test.post(1)
            #expect(post?.text == "The fair was a joy. Thank you to our PTA.\nThe office team")
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/phrases")
            #expect(!sam.sees("PTA"))
            await sam.post("/phrases/1/removal", [:])
            #expect(sam.page.status == 404)
            await dawn.visit("/phrases")
            await dawn.submit("/phrases/1/removal", [:])
            #expect(!dawn.sees("PTA"))
        }
    }

    @Test("A text too long for an account is not sent there, and says by how much; a draft of it is kept")
    func tooLong() async throws {
        try await withCalendar { test in
            let long = String(repeating: "word ", count: 104)
            var tom = await test.send(long)
            #expect(tom.page.status == 422)
            #expect(tom.sees("Practice page takes 500 characters. Leave out 20"))
            #expect(tom.sees("20 over 500"))
            let post = try await test.post(1)
            #expect(post?.state == .draft)
            await tom.submit("/posts/1/draft", ["text": "Short", "account": "1", "edits": "0", "intent": "send"])
            #expect(tom.sees("It goes out now."))
        }
    }

    @Test("The composer shows how a post will look on each account it goes to, and where it is on its way")
    func previews() async throws {
        try await withCalendar { test in
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/posts/new")
            await tom.submit("/posts", ["text": "The choir sings.", "account": "1", "intent": "save"])
            #expect(tom.sees("How it will look"))
            #expect(tom.sees("16 of 500"))
            #expect(tom.sees(#"aria-current="step""#))
            #expect(tom.sees("nothing to look at"))
        }
    }

    @Test("Signing out empties what the browser kept of unsaved drafts")
    func signOut() async throws {
        try await withCalendar { test in
            let tom = await Visitor(test.site, as: "Tom")
            let token = tom.text.split(separator: #"name="csrf" value=""#).dropFirst().first?.prefix { $0 != "\"" }
            #expect(token != nil)
            let answer = await test.site.respond(
                to: Request(.post, "/sign-out", cookies: tom.cookies, form: ["csrf": String(token ?? "")]))
            #expect(answer.header("Clear-Site-Data") == "\"storage\"")
        }
    }
}
