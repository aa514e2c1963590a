import Database
import DatabaseTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite struct PeopleTests {
    private let tom = TestPeople.id("Tom"), ruth = TestPeople.id("Ruth"), asha = TestPeople.id("Asha")
    private let sam = TestPeople.id("Sam")

    @Test func `strangers and wrong roles learn nothing of people`() async throws {
        try await withSite { test in
            var stranger = Visitor(test.site)
            await stranger.visit("/people")
            #expect(stranger.path == "/sign-in")
            for name in ["Tom", "Geoffrey", "Jo"] {
                var visitor = await Visitor(test.site, as: name)
                for path in ["/people", "/people/new", "/people/\(ruth.rawValue)"] {
                    await visitor.visit(path)
                    #expect(visitor.page.status == 404, "\(name) at \(path)")
                    #expect(!visitor.text.contains("Adeyemi"))
                }
            }
        }
    }

    @Test(arguments: ["link", "appointments", "deactivation", "reactivation"])
    func `who may only see people changes nothing of them`(verb: String) async throws {
        try await withSite { test in
            for name in ["Dawn", "Tom"] {
                var visitor = await Visitor(test.site, as: name)
                await visitor.post("/people/\(tom.rawValue)/\(verb)", ["role": "teacher"])
                #expect(visitor.page.status == 404)
            }
            var stranger = Visitor(test.site)
            await stranger.visit("/sign-in")
            await stranger.post("/people/\(tom.rawValue)/\(verb)", [:])
            #expect(stranger.page.status == 404 || stranger.page.status == 401)
            let links = try await test.database.read { db in
                try db.one("SELECT count(*) FROM one_time_links") { $0.int(0) }
            }
            #expect(links == 0)
        }
    }

    @Test func `another school's people are not there`() async throws {
        try await withSite { test in
            var visitor = await Visitor(test.site, as: "Sam")
            await visitor.visit("/people")
            #expect(!visitor.text.contains("Okafor"))
            await visitor.visit("/people/\(tom.rawValue)")
            #expect(visitor.page.status == 404)
            await visitor.post("/people/\(tom.rawValue)/link", [:])
            #expect(visitor.page.status == 404)
        }
    }

    @Test func `nobody appoints themselves`() async throws {
        try await withSite { test in
            for name in ["Ruth", "Asha"] {
                var visitor = await Visitor(test.site, as: name)
                await visitor.post(
                    "/people/\(TestPeople.id(name).rawValue)/appointments", ["role": "dsl", "since": "2026-11-01"])
                #expect(visitor.page.status == 403)
                #expect(visitor.text.contains("Nobody changes their own roles"))
            }
        }
    }

    @Test func `a head of one school does not get into the account of the trust's administrator`() async throws {
        try await withSite { test in
            var visitor = await Visitor(test.site, as: "Ruth")
            await visitor.post("/people/\(asha.rawValue)/link", [:])
            #expect(visitor.page.status == 403)
            await visitor.post("/people/\(asha.rawValue)/deactivation", [:])
            #expect(visitor.page.status == 403)
            await visitor.post("/people/\(tom.rawValue)/appointments", ["role": "administrator", "school": "trust"])
            #expect(visitor.page.status == 403)
            await visitor.post("/people/\(tom.rawValue)/appointments", ["role": "teacher", "school": "2"])
            #expect(visitor.page.status == 422)
        }
    }

    @Test(arguments: Engine.all)
    func `a role is given from a day and ends, and both are on the record`(engine: Engine) async throws {
        try await withSite(engine) { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/people/\(tom.rawValue)")
            await ruth.submit(
                "/people/\(tom.rawValue)/appointments", ["role": "deputy-dsl", "since": "2026-11-23"])
            #expect(ruth.text.contains("Waits for a second person"))
            try await expectEvent("proposed to appoint", test, in: TestPeople.larkmere)
            let before = try await test.database.read { db in
                try Person.appointments(of: tom, on: test.context.today, in: db).map(\.role)
            }
            #expect(before == ["teacher"])
            // Neither who proposed it nor whom it is about is the second person; Sam heads another school.
            await ruth.post("/appointment-proposals/1/confirmation", [:])
            #expect(ruth.page.status == 403)
            var sam = await Visitor(test.site, as: "Sam")
            await sam.post("/appointment-proposals/1/confirmation", [:])
            #expect(sam.page.status == 404)
            var asha = await Visitor(test.site, as: "Asha")
            await asha.submit("/school", ["school": "1"])
            #expect(asha.sees("Shall Tom Okafor become deputy safeguarding lead?"))
            await asha.visit("/people/\(tom.rawValue)")
            await asha.submit("/appointment-proposals/1/confirmation", [:])
            await asha.post("/appointment-proposals/1/confirmation", [:])
            #expect(asha.page.status == 404, "agreed once")
            await ruth.visit("/people/\(tom.rawValue)")
            #expect(ruth.text.contains("Deputy safeguarding lead") && !ruth.sees("Waits for a second person"))
            try await expectEvent("appointed", test, in: TestPeople.larkmere)
            let id = try await test.database.read { db in
                try db.one("SELECT id FROM appointments WHERE role = 'deputy-dsl'") { $0.int(0) }
            }
            test.time.turn(by: .days(1))
            ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/people/\(tom.rawValue)")
            await ruth.submit("/appointments/\(id)/end", [:])
            try await expectEvent("ended the appointment of", test, in: TestPeople.larkmere)
            let roles = try await test.database.read { db in
                try Person.appointments(of: tom, on: test.context.today, in: db).map(\.role)
            }
            #expect(roles == ["teacher"])
        }
    }

    @Test func `a job title carries no rights, even when it sounds like one`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.post(
                "/people/\(tom.rawValue)/appointments", ["role": "other", "title": "Head", "since": "2026-11-23"])
            #expect(ruth.page.status == 422)
            #expect(ruth.text.contains("carry rights"))
            await ruth.post(
                "/people/\(tom.rawValue)/appointments", ["role": "other", "title": "Librarian", "since": "2026-11-23"])
            #expect(ruth.text.contains("Librarian"))
            #expect(ruth.text.contains("It carries no rights"))
        }
    }

    @Test func `ending somebody's access signs them out at once and is on the record`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth"), visitor = await Visitor(test.site, as: "Tom")
            await ruth.visit("/people/\(tom.rawValue)")
            await ruth.submit("/people/\(tom.rawValue)/deactivation", [:])
            #expect(ruth.text.contains("No access"))
            await visitor.visit("/")
            #expect(visitor.path == "/sign-in")
            await visitor.submit("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(visitor.page.status == 401)
            try await expectEvent("ended the access of", test)
            await ruth.submit("/people/\(tom.rawValue)/reactivation", [:])
            await visitor.submit("/sign-in", ["email": "tom@example.test", "password": TestSite.password])
            #expect(visitor.path == "/")
        }
    }

    @Test func `a rejected form keeps what was typed, with the error beside the field`() async throws {
        try await withSite { test in
            var ruth = await Visitor(test.site, as: "Ruth")
            await ruth.visit("/people/new")
            await ruth.submit("/people", ["first": "Nia", "last": "", "email": "nia", "role": "teacher"])
            #expect(ruth.page.status == 422)
            #expect(ruth.text.contains(#"value="Nia""#))
            #expect(ruth.text.contains("Write the last name."))
            #expect(ruth.text.contains("Add the part after the @"))
            await ruth.submit(
                "/people",
                ["first": "Tom", "last": "Other", "email": "tom@example.test", "role": "teacher"])
            #expect(ruth.text.contains("signs in with this address already"))
        }
    }
}
