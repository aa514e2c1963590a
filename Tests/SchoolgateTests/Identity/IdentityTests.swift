import Crypto
import Database
import Networks
import NetworksTesting
import OpenIDTesting
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite struct IdentityTests {
    private let verified = ProviderSite.address

    private func count(_ sql: SQL, _ test: TestSite) async throws -> Int64 {
        try await test.database.read { db in try db.one(sql) { $0.int(0) } }
    }

    @Test("Somebody on the staff list comes in by a verified address, and afterwards by who they are")
    func byAddress() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site)
            await tom.visit("/sign-in")
            #expect(tom.sees("Sign in with Weirside account"))
            let address = try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            #expect(address.hasPrefix("\(site.provider.issuer)/authorise?"))
            #expect(try site.field("redirect_uri", of: address).hasSuffix("%2Fsign-in%2Fprovider%2Freturn"))
            #expect(tom.path == "/" && tom.sees("Tom Okafor"))
            try await expectEvent("signed in", site.test)
            try await expectEvent("was linked to an account of", site.test)
            // A new surname and a new address there change nothing here.
            var renamed = Visitor(site.test.site)
            try await site.signIn(&renamed, as: "t-1", ["email": #""tom.other@example.test""#])
            #expect(renamed.path == "/" && renamed.sees("Tom Okafor"))
            #expect(try await count("SELECT count(*) FROM identities", site.test) == 1)
        }
    }

    @Test("Nobody gets an account by having one at the provider, and an unverified address finds nobody")
    func unknown() async throws {
        try await ProviderSite.run { site in
            let people = try await count("SELECT count(*) FROM people", site.test)
            for (claims, words) in [
                (ProviderSite.address("Stranger"), "Ask your school’s office"),
                (
                    ProviderSite.address("Ruth", ["email_verified": "false"]),
                    "does not say that the address is really yours"
                ),
                (["email": #""ruth@example.test""#], "does not say that the address is really yours"),
                ([:], "names no address of yours"),
            ] {
                var visitor = Visitor(site.test.site)
                try await site.signIn(&visitor, as: "x-1", claims)
                #expect(visitor.page.status == 403 && visitor.sees(words), "\(claims)")
                await visitor.visit("/")
                #expect(visitor.path == "/sign-in")
            }
            try await site.test.database.write { db in
                try db.run("UPDATE people SET deactivated_at = 1 WHERE id = \(TestPeople.id("Tom"))")
            }
            var tom = Visitor(site.test.site)
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            #expect(tom.sees("You are not on the list"))
            #expect(try await count("SELECT count(*) FROM people", site.test) == people)
            #expect(try await count("SELECT count(*) FROM identities", site.test) == 0)
        }
    }

    @Test("Groups give ordinary roles, and take away only what they gave")
    func groups() async throws {
        let lines = """
            group: Teaching staff -> teacher at larkmere
            group: Web team -> comms at larkmere
            group: Nowhere -> teacher at closed-school
            """
        try await ProviderSite.run(lines) { site in
            func roles(_ first: String) async throws -> Set<String> {
                try await site.test.database.read { db in
                    Set(
                        try Person.appointments(of: TestPeople.id(first), on: site.test.context.today, in: db).map(
                            \.role.rawValue))
                }
            }
            var jo = Visitor(site.test.site)
            let all = #"["Teaching staff","Web team","Nowhere","Heads"]"#
            try await site.signIn(&jo, as: "j-1", ProviderSite.address("Jo", ["groups": all]))
            #expect(try await roles("Jo") == ["caretaker", "teacher", "comms"])
            await jo.visit("/posts")
            #expect(jo.page.status == 200)
            try await site.signIn(&jo, as: "j-1", ProviderSite.address("Jo", ["groups": #"["Web team"]"#]))
            #expect(try await roles("Jo") == ["caretaker", "comms"])
            try await site.signIn(&jo, as: "j-1", ProviderSite.address("Jo"))
            #expect(try await roles("Jo") == ["caretaker"])
            try await expectEvent("ended the appointment of", site.test, in: TestPeople.larkmere)
            // Tom is a teacher without any group.
            var tom = Visitor(site.test.site)
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom", ["groups": "[]"]))
            #expect(try await roles("Tom") == ["teacher"])
        }
    }

    @Test("Who has left the required group is turned away, loses the group's roles and is signed out everywhere")
    func deactivation() async throws {
        let lines = "required-group: staff\ngroup: staff -> teacher at larkmere"
        try await ProviderSite.run(lines) { site in
            var jo = Visitor(site.test.site), other = Visitor(site.test.site)
            let staff = ProviderSite.address("Jo", ["groups": #"["staff"]"#])
            try await site.signIn(&jo, as: "j-1", staff)
            #expect(jo.path == "/")
            try await site.signIn(&other, as: "j-1", ProviderSite.address("Jo", ["groups": #"["leavers"]"#]))
            #expect(other.page.status == 403 && other.sees("You are not in the group"))
            await jo.visit("/")
            #expect(jo.path == "/sign-in")
            try await expectEvent("was turned away", site.test)
            let left = try await count(
                "SELECT count(*) FROM appointments WHERE from_group IS NOT NULL AND until IS NULL", site.test)
            #expect(left == 0)
        }
    }

    @Test(
        "No group makes anybody head, deputy, chair, safeguarding lead, administrator or HR",
        arguments: ["headteacher", "deputy", "chair", "dsl", "deputy-dsl", "administrator", "hr", "wizard", ""])
    func neverByGroup(_ role: String) throws {
        let provider = try StandInProvider()
        #expect(throws: SettingsProblem.self) {
            try ProviderSite.settings(provider, "group: Everybody -> \(role) at larkmere")
        }
    }

    @Test("A second account of the provider with somebody's address does not become them until the link is undone")
    func taken() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site), other = Visitor(site.test.site)
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            try await site.signIn(&other, as: "t-2", ProviderSite.address("Tom"))
            #expect(other.page.status == 403 && other.sees("with another account"))
            var ruth = await Visitor(site.test.site, as: "Ruth")
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/identity/removal", [:])
            #expect(ruth.page.status == 200)
            await tom.visit("/")
            #expect(tom.path == "/sign-in", "sessions of the link end with it")
            try await site.signIn(&other, as: "t-2", ProviderSite.address("Tom"))
            #expect(other.path == "/")
        }
    }

    @Test("A head who comes through the provider needs no second factor of ours, and nothing is granted anew")
    func head() async throws {
        try await ProviderSite.run { site in
            try await site.test.database.write { db in try db.run("DELETE FROM second_factors") }
            var ruth = Visitor(site.test.site)
            try await site.signIn(&ruth, as: "r-1", ProviderSite.address("Ruth"))
            #expect(ruth.path == "/")
            await ruth.visit("/people")
            #expect(ruth.page.status == 200)
        }
    }

    @Test("No staff list gives somebody who opens doors another address to come in by, nor such a role alone")
    func staffList() async throws {
        try await ProviderSite.run { site in
            func file(_ row: String) -> [(name: String, file: UploadedFile)] {
                let text = "school,staff_id,first_name,last_name,email,role\n\(row)\n"
                return [
                    (
                        name: "file",
                        file: UploadedFile(filename: "s.csv", contentType: "text/csv", bytes: Array(text.utf8))
                    )
                ]
            }
            var asha = await Visitor(site.test.site, as: "Asha")
            try await site.test.database.write { db in
                try db.run("UPDATE people SET staff_id = 'R1' WHERE first_name = 'Ruth'")
            }
            await asha.visit("/imports/staff")
            await asha.submit(
                "/imports/staff", [:], files: file("larkmere,R1,Ruth,Adeyemi,thief@example.test,headteacher"))
            #expect(asha.page.status == 422 && asha.sees("Whoever runs the server changes it"))
            await asha.visit("/imports/staff")
            await asha.submit("/imports/staff", [:], files: file("larkmere,T1,Tom,Okafor,tom@example.test,dsl"))
            #expect(asha.page.status == 200 && asha.sees("this waits on their page until a second agrees"))
        }
    }

    @Test("Ending somebody's access ends the sessions they began through the provider, and the way in")
    func ended() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site)
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            var ruth = await Visitor(site.test.site, as: "Ruth")
            await ruth.visit("/people/3")
            await ruth.submit("/people/3/deactivation", [:])
            #expect(ruth.page.status == 200)
            await tom.visit("/")
            #expect(tom.path == "/sign-in")
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            #expect(tom.page.status == 403 && tom.sees("You are not on the list"))
        }
    }

    @Test("Showing again who one is goes through the provider too, and only for the same person, just signed in")
    func confirming() async throws {
        try await ProviderSite.run { site in
            var tom = Visitor(site.test.site)
            try await site.signIn(&tom, as: "t-1", ProviderSite.address("Tom"))
            site.test.time.turn(by: .minutes(6))
            await tom.visit("/me/second-factor")
            #expect(tom.path == "/confirm")
            let door = "/confirm?next=/me/second-factor"
            let now = site.test.time.now.milliseconds / 1_000
            let address = try await site.signIn(&tom, as: "t-1", ["auth_time": "\(now - 3_600)"], from: door)
            #expect(address.contains("prompt=login") && address.contains("max_age=0"))
            #expect(tom.sees("did not sign in anew"))
            try await site.signIn(&tom, as: "s-1", ["auth_time": "\(now)"], from: door)
            #expect(tom.page.status == 403)
            try await site.signIn(&tom, as: "t-1", ["auth_time": "\(now)"], from: door)
            #expect(tom.path == "/me/second-factor" && tom.page.status == 200)
        }
    }

    @Test("Without a provider there is neither button nor route behind it")
    func none() async throws {
        try await withSite { test in
            var visitor = Visitor(test.site)
            await visitor.visit("/sign-in")
            #expect(!visitor.sees("Sign in with"))
            await visitor.visit("/sign-in/provider")
            #expect(visitor.page.status == 404)
        }
    }

    @Test(
        "Settings that cannot be meant say which line",
        arguments: [
            ("no colon here", "line 5"), ("colour: green", "no setting"), ("client-secret: x", "file of its own"),
            ("name: Another", "second time"), ("group: a -> teacher", "ROLE at SCHOOL"),
            ("addresses: maybe", "neither"), ("client-secret-file: /none", "cannot be read"),
        ])
    func settings(_ line: String, _ words: String) throws {
        let provider = try StandInProvider()
        do {
            _ = try ProviderSite.settings(provider, line)
            Issue.record("\(line) was taken")
        } catch let problem as SettingsProblem {
            #expect(problem.description.contains(words), "\(problem)")
            #expect(!problem.description.contains("quite secret"))
        }
    }
}
