import Database
import DatabaseTesting
import Gate
import Testing
import Web

@testable import Schoolgate

/// CSV files for the schools that every test has.
enum Sheets {
    static let rollHeader =
        "school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,guardian_1_name,guardian_1_email,guardian_2_name,guardian_2_email\n"

    static let roll =
        rollHeader
        + "larkmere,A1,Amira,Khan,,2017-03-04,4,Priya Khan,priya@example.test,Adam Khan,\n"
        + "larkmere,A2,Benjamin,Halloran,Ben,2017-09-01,4,Orla Halloran,,,\n"
        + "holloway,B1,Isla,Whitcombe,,2016-01-09,5,Jo Whitcombe,,,\n"

    static let consent =
        "upn,purpose,decision,date,expiry,given_by\n"
        + "A1,website,yes,2026-09-01,,Priya Khan\n"
        + "A2,all,no,2026-09-02,,Orla Halloran\n"

    static let staff =
        "school,staff_id,first_name,last_name,email,role\n"
        + "larkmere,S1,Hannah,Whitlock,Hannah@Example.test,teacher\n"
        + "larkmere,S2,Omar,Aziz,omar@example.test,lunchtime supervisor\n"

    static let schools =
        "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\n"
        + "larkmere,Larkmere Primary School,1 Mere Lane,LK1 1AA,01632 960001,office@larkmere.example,larkmere.example,@larkmere,#larkmere,england\n"
        + "ashdown,Ashdown School,,,,,,,,wales\n"
}

extension TestSite {
    /// Imports as the operator does.
    @discardableResult
    func take(
        _ kind: ImportKind, _ text: String, leavers: Bool = false, isTrial: Bool = false
    ) async throws -> ImportReport {
        let file = ImportFile(kind: kind, name: "\(kind.rawValue).csv", bytes: Array(text.utf8), marksLeavers: leavers)
        return try await database.write { db in
            try file.run(ImportScope(viewer: nil), isTrial: isTrial, context, in: db)
        }
    }

    func count(_ sql: SQL) async throws -> Int64 {
        try await database.read { db in try db.one(sql) { $0.int(0) } }
    }
}

@Suite struct ImportTests {
    @Test(arguments: Engine.all)
    func `a roll is taken in, and again changes nothing`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let first = try await test.take(.roll, Sheets.roll)
            #expect((first.added, first.changed, first.unchanged) == (3, 0, 0))
            #expect(try await test.count("SELECT count(*) FROM guardians") == 4)
            let again = try await test.take(.roll, Sheets.roll)
            #expect((again.added, again.changed, again.unchanged) == (0, 0, 3))
            try await expectEvent("imported the roll", test, in: TestPeople.larkmere)
            try await expectEvent("imported the roll", test, in: TestPeople.holloway)
        }
    }

    @Test(arguments: Engine.all)
    func `a pupil is brought up to date by upn, guardians too`(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.take(.roll, Sheets.roll)
            let report = try await test.take(
                .roll, Sheets.rollHeader + "larkmere,A1,Amira,Khan-Reed,Mira,2017-03-04,5,Priya Reed,,,\n")
            #expect((report.added, report.changed, report.left) == (0, 1, 0))
            let pupil = try await test.database.read { db in
                try Roll.load(in: db).pupils.first { $0.upn == "A1" }
            }
            #expect(pupil?.lastName == "Khan-Reed")
            #expect(pupil?.preferredName == "Mira")
            #expect(pupil?.guardians.map(\.name) == ["Priya Reed"])
            #expect(try await test.count("SELECT count(*) FROM pupils") == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `pupils missing from the file leave only when asked, and only at its schools`(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.take(.roll, Sheets.roll)
            let one =
                Sheets.rollHeader + "larkmere,A1,Amira,Khan,,2017-03-04,4,Priya Khan,priya@example.test,Adam Khan,\n"
            #expect(try await test.take(.roll, one).left == 0)
            #expect(try await test.take(.roll, one, leavers: true).left == 1)
            #expect(try await test.count("SELECT count(*) FROM pupils WHERE left_on IS NOT NULL") == 1)
            let back = try await test.take(.roll, Sheets.roll)
            #expect(back.changed == 1, "who comes back is on the roll again")
            #expect(try await test.count("SELECT count(*) FROM pupils WHERE left_on IS NOT NULL") == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `one bad row keeps the whole file out, and every bad row is named`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let report = try await test.take(
                .roll,
                Sheets.roll + "nowhere,C1,Ada,Bell,,,3,,,,\n" + "larkmere,,Bo,Carr,,,3,,,,\n"
                    + "larkmere,C3,Cy,Dunn,,31/02/2017,3,,,,\n" + "larkmere,C4,Di,Eve,,,3,,lonely@example.test,,\n"
                    + "larkmere,A1,Amira,Khan,,,4,,,,\n"
                    + "larkmere,C6,\(String(repeating: "x", count: 300)),Fox,,,3,,,,\n")
            #expect(report.refusals.map(\.line) == [5, 6, 7, 8, 9, 10])
            #expect(report.refusals[0].message.contains("none of your schools"))
            #expect(report.refusals[1].message.contains("`upn` is empty"))
            #expect(report.refusals[2].message.contains("not a date"))
            #expect(report.refusals[3].message.contains("no name"))
            #expect(report.refusals[4].message.contains("line 2 already"))
            #expect(try await test.count("SELECT count(*) FROM pupils") == 0)
        }
    }

    @Test func `unknown columns are named and ignored, a wrong check letter only warns`() async throws {
        try await withSite { test in
            let report = try await test.take(
                .roll,
                "shoe_size,"
                    + Sheets.rollHeader + "31,larkmere,Z123456789012,Amira,Khan,,,4,,,,\n")
            #expect(!report.isRefused)
            #expect(report.notes.contains { $0.message.contains("shoe_size") })
            #expect(report.notes.contains { $0.message.contains("check letter") })
        }
    }

    @Test func `a file that is not UTF-8 is refused as a whole`() async throws {
        try await withSite { test in
            let file = ImportFile(
                kind: .roll, name: "roll.csv", bytes: Array(Sheets.rollHeader.utf8) + [0x5A, 0xE9, 0x0A])
            let report = try await test.database.write { db in
                try file.run(ImportScope(viewer: nil), isTrial: false, test.context, in: db)
            }
            #expect(report.isUnreadable)
            #expect(report.refusals.first?.message.contains("CSV UTF-8") == true)
        }
    }

    @Test(arguments: Engine.all)
    func `staff come without a password and with their roles; other words are job titles`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let report = try await test.take(.staff, Sheets.staff)
            #expect(report.added == 2)
            #expect(try await test.count("SELECT count(*) FROM people WHERE password_hash IS NULL") == 2)
            #expect(try await test.count("SELECT count(*) FROM people WHERE email = 'hannah@example.test'") == 1)
            #expect(try await test.take(.staff, Sheets.staff).unchanged == 2)
            let later = try await test.take(.staff, Sheets.staff.replacing("Whitlock", with: "Moss"))
            #expect((later.added, later.changed) == (0, 1))
            let roles = try await test.database.read { db in
                try db.all("SELECT role FROM appointments WHERE role LIKE 'lunch%'") { $0.text(0) }
            }
            #expect(roles == ["lunchtime supervisor"])
        }
    }

    @Test(arguments: Engine.all)
    func `answers that are there already are not doubled`(engine: Engine) async throws {
        try await withSite(engine) { test in
            try await test.take(.roll, Sheets.roll)
            #expect(try await test.take(.consent, Sheets.consent).added == 2)
            let again = try await test.take(.consent, Sheets.consent + "A1,press,no,2026-10-01,,Adam Khan\n")
            #expect((again.added, again.unchanged) == (1, 2))
            let unknown = try await test.take(.consent, Sheets.consent + "Z9,press,no,2026-10-01,,Adam Khan\n")
            #expect(unknown.refusals.map(\.line) == [4])
        }
    }

    @Test(arguments: Engine.all)
    func `schools are added and brought up to date by their code`(engine: Engine) async throws {
        try await withSite(engine) { test in
            let report = try await test.take(.schools, Sheets.schools)
            #expect((report.added, report.changed) == (1, 1))
            #expect(try await test.take(.schools, Sheets.schools).unchanged == 2)
            let ashdown = try await test.database.read { db in try School.find(code: "ashdown", in: db) }
            #expect(ashdown?.details.nation == .wales)
        }
    }

    @Test(arguments: Engine.all)
    func `many thousand pupils are taken in within seconds`(engine: Engine) async throws {
        try await withSite(engine) { test in
            var text = Sheets.rollHeader
            for number in 0..<5_000 {
                text +=
                    "larkmere,P\(number),First\(number),Last\(number),,2017-03-04,4,Guardian \(number),g\(number)@example.test,,\n"
            }
            let clock = ContinuousClock(), start = clock.now
            let report = try await test.take(.roll, text)
            #expect(report.added == 5_000)
            #expect(clock.now - start < .seconds(20))
        }
    }
}

@Suite struct ImportPageTests {
    private func file(_ text: String, _ name: String = "file.csv") -> [(name: String, file: UploadedFile)] {
        [(name: "file", file: UploadedFile(filename: name, contentType: "text/csv", bytes: Array(text.utf8)))]
    }

    @Test func `the office sees what a file would do before it is done`() async throws {
        try await withSite { test in
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/people")
            await dawn.click("/imports")
            await dawn.click("/imports/roll")
            let own = Sheets.rollHeader + "larkmere,A1,Amira,Khan,,,4,Priya Khan,,,\n"
            await dawn.submit("/imports/roll", [:], files: file(own, "../../roll.csv"))
            #expect(dawn.text.contains("This is what the file would do"))
            #expect(!dawn.text.contains("../"))
            #expect(try await test.count("SELECT count(*) FROM pupils") == 0)
            let id = try await test.count("SELECT id FROM pending_imports")
            await dawn.submit("/imports/pending/\(id)", [:])
            #expect(dawn.text.contains("is imported"))
            #expect(try await test.count("SELECT count(*) FROM pupils") == 1)
            #expect(try await test.count("SELECT count(*) FROM pending_imports") == 0)
            await dawn.post("/imports/pending/\(id)", [:])
            #expect(dawn.page.status == 422)
        }
    }

    @Test func `a waiting file is its owner's alone, sealed, and gone after an hour`() async throws {
        try await withSite { test in
            var dawn = await Visitor(test.site, as: "Dawn"), ruth = await Visitor(test.site, as: "Ruth")
            await dawn.visit("/imports/roll")
            await dawn.submit(
                "/imports/roll", [:], files: file(Sheets.rollHeader + "larkmere,A1,Amira,Khan,,,4,,,,\n"))
            let id = try await test.count("SELECT id FROM pending_imports")
            let sealed = try await test.database.read { db in
                try db.one("SELECT sealed_bytes FROM pending_imports") { $0.bytes(0) }
            }
            #expect(!String(decoding: sealed, as: UTF8.self).contains("Amira"))
            await ruth.post("/imports/pending/\(id)", [:])
            #expect(ruth.page.status == 422)
            test.time.turn(by: .minutes(61))
            dawn = await Visitor(test.site, as: "Dawn")
            await dawn.post("/imports/pending/\(id)", [:])
            #expect(dawn.page.status == 422)
            #expect(try await test.count("SELECT count(*) FROM pupils") == 0)
        }
    }

    @Test func `another school's rows are refused in the words for a school that is not there`() async throws {
        try await withSite { test in
            try await test.take(.roll, Sheets.roll)
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/imports/roll")
            await dawn.submit(
                "/imports/roll", [:],
                files: file(
                    Sheets.rollHeader + "holloway,B2,Kit,Ames,,,4,,,,\n" + "nowhere,B3,Lou,Ames,,,4,,,,\n"
                        + "larkmere,B1,Isla,Whitcombe,,,4,,,,\n"))
            #expect(dawn.page.status == 422)
            #expect(dawn.text.contains("“holloway”, which is none of your schools"))
            #expect(dawn.text.contains("“nowhere”, which is none of your schools"))
            #expect(dawn.text.contains("This upn is taken"))
            await dawn.visit("/imports/consent")
            await dawn.submit(
                "/imports/consent", [:],
                files: file(
                    "upn,purpose,decision,date,expiry,given_by\nB1,all,yes,2026-09-01,,Jo\nZ9,all,yes,2026-09-01,,Jo\n")
            )
            let words = dawn.text.ranges(of: "Nobody on the roll has this upn").count
            #expect(words == 2)
        }
    }

    @Test func `strangers and wrong roles import nothing`() async throws {
        try await withSite { test in
            var stranger = Visitor(test.site)
            await stranger.visit("/imports")
            #expect(stranger.path == "/sign-in")
            for name in ["Tom", "Geoffrey", "Jo"] {
                var visitor = await Visitor(test.site, as: name)
                for path in ["/imports", "/imports/roll"] {
                    await visitor.visit(path)
                    #expect(visitor.page.status == 404)
                }
                await visitor.post("/imports/roll", [:], files: file(Sheets.roll))
                #expect(visitor.page.status == 404)
            }
            var dawn = await Visitor(test.site, as: "Dawn")
            for kind in ["staff", "schools"] {
                await dawn.visit("/imports/\(kind)")
                #expect(dawn.page.status == 404, "the office imports no \(kind)")
            }
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/imports/schools")
            #expect(ruth.page.status == 404, "one school's head imports no schools")
        }
    }

    @Test func `a staff file makes nobody head over their own head, and changes nobody's own entry`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/imports/staff")
            await ruth.submit(
                "/imports/staff", [:],
                files: file(
                    "school,staff_id,first_name,last_name,email,role\n"
                        + "larkmere,R1,Ruth,Adeyemi,ruth@example.test,dsl\n"
                        + "larkmere,R2,Asha,Other,asha@example.test,teacher\n"))
            #expect(ruth.page.status == 422)
            #expect(ruth.text.contains("Nobody changes their own entry"))
            #expect(ruth.text.contains("trust’s administrator changes their entry"))
        }
    }
}

@Suite struct StaffImportRecordTests {
    @Test("What a staff import changes of somebody stands in the record, from what to what")
    func changes() async throws {
        try await withSite { test in
            try await test.take(.staff, Sheets.staff)
            try await test.take(
                .staff, Sheets.staff.replacing("Hannah@Example.test", with: "h.whitlock@example.test"))
            let fields = try await test.database.read { db in
                try db.all(
                    """
                    SELECT event_fields.name, event_fields.value, people.last_name FROM events
                    JOIN event_fields ON event_fields.chain = events.chain AND event_fields.number = events.number
                    JOIN people ON people.id = events.object_id
                    WHERE events.verb = 'changed' AND events.object = 'person'
                    """
                ) { "\($0.text(2)) \($0.text(0)): \($0.text(1))" }
            }
            #expect(fields == ["Whitlock email: hannah@example.test → h.whitlock@example.test"])
        }
    }

    @Test("A staff list tells nobody another school's staff number")
    func numberOfAnother() async throws {
        try await withSite { test in
            try await test.take(.staff, Sheets.staff.replacing("larkmere,S1", with: "holloway,SECRET-7"))
            let row = "larkmere,S9,Hannah,Whitlock,hannah@example.test,teacher\n"
            let text = "school,staff_id,first_name,last_name,email,role\n" + row
            for (first, isTold) in [("Ruth", false), ("Asha", true)] {
                var visitor = await Visitor(test.site, as: first)
                await visitor.visit("/imports/staff")
                await visitor.submit(
                    "/imports/staff", [:],
                    files: [
                        (
                            name: "file",
                            file: UploadedFile(filename: "s.csv", contentType: "text/csv", bytes: Array(text.utf8))
                        )
                    ])
                #expect(visitor.page.status == 422)
                #expect(visitor.sees("SECRET-7") == isTold, "\(first)")
                #expect(visitor.sees("Check"))
            }
        }
    }
}
