import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing
import Web

@testable import Schoolgate

@Suite("The record can be read by those who may") struct RecordPageTests {
    @Test("It says who did what, when and under which clause", arguments: Engine.all)
    func sentences(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.write(
                Event(
                    "sent back", "post", 70, in: .school(TestPeople.larkmere), by: TestPeople.id("Ruth"),
                    clause: "posting.approval", fields: [("reason", "Too long")]))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/")
            await ruth.click("/record")
            #expect(ruth.sees("Ruth Adeyemi sent the post “Lantern walk” back."))
            #expect(ruth.sees("reason: Too long"))
            #expect(ruth.sees("posting.approval"))
            #expect(ruth.sees("Today <small>09:00</small>"))
            #expect(ruth.sees("Nothing is recorded before this."))
        }
    }

    @Test("A stranger and the wrong role learn nothing")
    func refused() async throws {
        try await withSite { test in
            var stranger = Visitor(test.site)
            await stranger.visit("/record")
            #expect(stranger.path == "/sign-in")
            var tom = await Visitor(test.site, as: "Tom")
            for path in ["/record", "/record/events.csv"] {
                await tom.visit(path)
                #expect(tom.page.status == 404)
            }
            for path in ["/record/check", "/record/proof.json"] {
                await tom.post(path, [:])
                #expect(tom.page.status == 404)
            }
        }
    }

    @Test("Each school reads its own record, and people of the trust the trust's as well")
    func chains() async throws {
        try await withSite { test in
            try await test.write(Event("changed", "post", 70, in: .school(TestPeople.larkmere), by: nil))
            try await test.write(
                Event("changed", "post", 70, in: .school(TestPeople.holloway), by: TestPeople.id("Sam")))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(!ruth.sees("Sam Bright"))
            #expect(!ruth.sees("signed in."))
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/record")
            #expect(asha.sees("Asha Rao signed in."))
            // What another school's people do with their own chain stays out of the download too.
            await ruth.visit("/record/events.csv")
            #expect(!ruth.sees("Sam Bright"))
        }
    }

    @Test("Pages follow each other without gap or repetition, over two chains")
    func pages() async throws {
        try await withSite { test in
            try await test.database.write { db in
                for number in 1...120 {
                    try Record.write(
                        Event(
                            "did \(number).", "thing", in: number % 3 == 0 ? .trust : .school(TestPeople.larkmere),
                            by: nil), at: test.time.now, in: db)
                }
            }
            var asha = await Visitor(test.site, as: "Asha")
            await asha.visit("/")
            await asha.submit("/school", ["school": "\(TestPeople.larkmere.rawValue)"])
            var path = "/record?kind=thing", seen: [Int] = [], count = 0
            repeat {
                await asha.visit(path)
                for number in 1...120 where asha.sees("did \(number).") { seen.append(number) }
                count += 1
                path = Self.next(in: asha.text)
            } while !path.isEmpty && count < 9
            #expect(count == 3)
            #expect(seen.sorted() == Array(1...120))
        }
    }

    @Test("It can be narrowed to a kind, a person and a day")
    func filters() async throws {
        try await withSite { test in
            for (verb, who) in [("drafted", "Tom"), ("changed", "Ruth")] {
                try await test.write(
                    Event(verb, "post", 70, in: .school(TestPeople.larkmere), by: TestPeople.id(who)))
                test.time.turn(by: .days(1))
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            for path in ["/record?person=3", "/record?day=2026-11-23", "/record?kind=post&person=3&day=2026-11-23"] {
                await ruth.visit(path)
                #expect(ruth.sees("Tom Okafor drafted") && !ruth.sees("Ruth Adeyemi changed"), "\(path)")
            }
            await ruth.visit("/record?kind=account")
            #expect(ruth.sees("Nothing in the record is like that."))
            for path in ["/record?day=yesterday", "/record?before=x", "/record?person=me"] {
                await ruth.visit(path)
                #expect(ruth.page.status == 422 || ruth.page.status == 404, "\(path)")
            }
        }
    }

    @Test("An erased field says so")
    func erased() async throws {
        try await withSite { test in
            try await test.write(
                Event("changed", "post", 70, in: .school(TestPeople.larkmere), by: nil, fields: [("reason", "Private")])
            )
            try await test.database.write { db in try db.run("UPDATE event_fields SET salt = NULL, value = NULL") }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(ruth.sees("reason: erased"))
        }
    }

    @Test("Who may not see consent does not see whose it is, on the page and in downloads")
    func pupils() async throws {
        try await withSite { test in
            try await test.database.write { db in
                try db.run(
                    "INSERT INTO pupils (id, school_id, upn, first_name, last_name) VALUES (9, 1, 'A1', 'Bertie', 'Frost')"
                )
            }
            try await test.write(
                Event(
                    "recorded a consent answer of", "pupil", 9, in: .school(TestPeople.larkmere), by: nil,
                    fields: [("given by", "Nora Frost")]))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(ruth.sees("consent answer of Bertie Frost") && ruth.sees("Nora Frost"))
            var chair = await Visitor(test.site, as: "Geoffrey")
            await chair.visit("/record")
            #expect(chair.sees("consent answer of a pupil."))
            #expect(!chair.sees("Frost"))
            await chair.submit("/record/proof.json", [:])
            #expect(!chair.sees("Frost") && chair.sees("given by"))
            #expect(try Self.bundle(chair).problems().isEmpty)
            await chair.visit("/record/events.csv")
            #expect(!chair.sees("Frost"))
        }
    }

    @Test("N6: the download proves itself, and any change to it is found")
    func proof() async throws {
        try await withSite { test in
            try await test.database.write { db in try TestSite.writeEvents(verb: "wrote", at: test.time.now, in: db) }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            await ruth.submit("/record/proof.json", [:])
            #expect(ruth.page.header("Content-Disposition")?.contains("record-2026-11-23.json") == true)
            let bundle = try Self.bundle(ruth)
            #expect(bundle.problems().isEmpty)
            #expect(bundle.events.count == 5)
            #expect(bundle.heads.last?.number == 5)
            for (old, new) in [("Lantern walk 3", "Lantern walk 9"), (#""verb":"wrote""#, #""verb":"erased""#)] {
                let changed = Data(ruth.text.replacing(old, with: new, maxReplacements: 1).utf8)
                #expect(try !JSONDecoder().decode(RecordBundle.self, from: changed).problems().isEmpty)
            }
        }
    }

    @Test("N6: an outsider checks the downloaded record offline, with the program and nothing else")
    func outsider() async throws {
        try await withSite { test in
            try await test.database.write { db in try TestSite.writeEvents(verb: "wrote", at: test.time.now, in: db) }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            await ruth.submit("/record/proof.json", [:])
            let key = test.context.keys.recordSigning.verifying.bytes.hex
            let sound = try Self.verify(ruth.page.body, key: key)
            #expect(sound.status == 0 && sound.output.contains("The record proves itself."), "\(sound.output)")
            #expect(sound.output.contains("Larkmere Primary School") && sound.output.contains("Events 1 to 5."))
            // Without a key of one's own, the file's key is named, to be compared.
            #expect(try Self.verify(ruth.page.body, key: nil).output.contains("Signed with the key \(key)."))
            let other = SigningKey().verifying.bytes.hex
            #expect(try Self.verify(ruth.page.body, key: other).status == 1)
            let changed = Array(ruth.text.replacing("Lantern walk 3", with: "Lantern walk 9").utf8)
            let found = try Self.verify(changed, key: key)
            #expect(found.status == 1 && found.output.contains("Event 3: the detail"), "\(found.output)")
            // An end cut off takes the head's event with it.
            var bundle = try #require(try JSONSerialization.jsonObject(with: Data(ruth.page.body)) as? [String: Any])
            bundle["events"] = (bundle["events"] as? [Any])?.dropLast() ?? []
            let cut = try Self.verify(Array(try JSONSerialization.data(withJSONObject: bundle)), key: key)
            #expect(cut.status == 1 && cut.output.contains("No signed head vouches for the last event, 4"))
            #expect(try Self.verify(Array("{}".utf8), key: key).status == 2)
        }
    }

    /// Runs the program over the file, in a folder where nothing else is.
    private static func verify(_ bytes: [UInt8], key: String?) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: "record.json"))
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: TestSite.program)
        process.arguments = ["bundle", "verify", "record.json"] + (key.map { ["--key", $0] } ?? [])
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = Pipe()
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test("Whoever checks the record is told, and so is the record")
    func check() async throws {
        try await withSite { test in
            try await test.database.write { db in try TestSite.writeEvents(verb: "wrote", at: test.time.now, in: db) }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record")
            #expect(ruth.sees("nobody has checked that yet"))
            await ruth.submit("/record/check", [:])
            #expect(ruth.sees("all 5 events are as they were written"))
            #expect(ruth.sees("Ruth Adeyemi checked the record."))
            #expect(ruth.sees("last checked today, 09:00"))
            try await test.database.write { db in try db.run("UPDATE events SET verb = 'x' WHERE number = 3") }
            await ruth.submit("/record/check", [:])
            #expect(ruth.sees("The record is not as it was written"))
        }
    }

    @Test("A table opens in a spreadsheet without running anything")
    func formula() async throws {
        try await withSite { test in
            try await test.write(
                Event(
                    "wrote", "post", 70, in: .school(TestPeople.larkmere), by: nil, clause: "=1+1",
                    fields: [("a", "say \"hello\"")]))
            try await test.write(
                Event(
                    "wrote", "post", 71, in: .school(TestPeople.larkmere), by: nil, clause: "=\u{FE0F}2+2", fields: []))
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/record/events.csv")
            #expect(ruth.text.utf8.contains("\"'=\u{FE0F}2+2\"".utf8), "a mark joined to the sign hides it")
            #expect(ruth.sees(#""'=1+1""#))
            #expect(ruth.sees(#""a: say ""hello""""#))
        }
    }

    @Test("P28: how a child was recognised is not for those who do not see the register")
    func describedChild() async throws {
        try await withSite { test in
            try await test.write(
                Event(
                    "recorded an objection", "unnamed objection", 1, in: .school(TestPeople.larkmere), by: nil,
                    fields: [("description", "a red coat by the stage")]))
            var ruth = await Visitor(test.site, as: "Ruth"), geoffrey = await Visitor(test.site, as: "Geoffrey")
            for path in ["/record", "/record/events.csv"] {
                await ruth.visit(path)
                #expect(ruth.sees("a red coat"))
                await geoffrey.visit(path)
                #expect(geoffrey.page.status == 200)
                #expect(!geoffrey.sees("a red coat"))
            }
            await geoffrey.post("/record/proof.json", [:])
            #expect(!geoffrey.sees("a red coat"))
            #expect(try Self.bundle(geoffrey).problems().isEmpty)
        }
    }

    private static func bundle(_ visitor: Visitor) throws -> RecordBundle {
        try JSONDecoder().decode(RecordBundle.self, from: Data(visitor.page.body))
    }

    /// The address behind “Earlier events”; empty on the last page.
    private static func next(in page: String) -> String {
        guard let label = page.range(of: "\">Earlier events"),
            let start = page.range(of: "href=\"", options: .backwards, range: page.startIndex..<label.lowerBound)
        else { return "" }
        return String(page[start.upperBound..<label.lowerBound]).replacing("&amp;", with: "&")
    }
}

extension TestSite {
    /// Writes an event, and the post it may be about.
    func write(_ event: Event) async throws {
        let now = time.now
        try await database.write { db in
            if try db.first("SELECT 1 FROM posts WHERE id = 70", { $0.int(0) }) == nil {
                try db.run(
                    """
                    INSERT INTO posts (id, school_id, author_id, last_editor_id, text, state, created_at, updated_at)
                    VALUES (70, 1, 3, 3, 'Lantern walk', 'draft', 0, 0)
                    """
                )
            }
            try Record.write(event, at: now, in: db)
        }
    }
}
