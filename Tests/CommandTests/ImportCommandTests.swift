import Foundation
import Testing

/// `schoolgate import`, run as an operator runs it on a new installation.
@Suite struct ImportCommandTests {
    static let schools =
        "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\noak,Oakfield School,,,,,,,,england\n"
    static let staff =
        "school,staff_id,first_name,last_name,email,role\noak,S1,Hannah,Whitlock,hannah@example.test,teacher\n"
    static let consent = "upn,purpose,decision,date,expiry,given_by\nA1,website,yes,2026-09-01,,Priya Khan\n"

    private func withSchool(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        try inFolder(files.merging(["schools.csv": Self.schools]) { a, _ in a }) { folder in
            let ran = try run("schools", "schools.csv", in: folder)
            try #require(ran.status == 0, "\(ran.errors)")
            try body(folder)
        }
    }

    private func run(_ kind: String, _ file: String, _ more: [String] = [], in folder: URL) throws -> Ran {
        try schoolgate(["import", kind, file, "--data", "data", "--format", "json"] + more, in: folder)
    }

    private func report(_ ran: Ran) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
    }

    @Test func `schools, staff, the roll and consent come in, and again add nothing`() throws {
        try withSchool(["staff.csv": Self.staff, "roll.csv": GateCommandTests.roll, "consent.csv": Self.consent]) {
            folder in
            for (kind, count) in [("staff", 1), ("roll", 2), ("consent", 1)] {
                let first = try run(kind, "\(kind).csv", in: folder)
                #expect(first.status == 0, "\(first.errors)")
                let answer = try report(first)
                #expect(answer["kind"] as? String == kind && answer["imported"] as? Bool == true)
                #expect(answer["added"] as? Int == count && answer["refusedCount"] as? Int == 0)
                let again = try report(try run(kind, "\(kind).csv", in: folder))
                #expect(again["added"] as? Int == 0 && again["unchanged"] as? Int == count, "\(kind)")
            }
        }
    }

    @Test(arguments: [
        (
            "schools",
            "school,name,address,postcode,phone,email,domain,handle,hashtag,nation\nelm,Elm,,,,,,,,england\nash,,,,,,,,,england\n",
            3
        ),
        ("staff", ImportCommandTests.staff + "oak,S2,,Aziz,,teacher\n", 3),
        ("roll", GateCommandTests.roll + "oak,A1,Twice,Over,,,4,,,,\n", 4),
        ("consent", "upn,purpose,decision,date,expiry,given_by\nA1,website,maybe,2026-09-01,,Priya Khan\n", 2),
    ])
    func `one bad row keeps the whole file out, and is named with its line`(
        kind: String, text: String, line: Int
    ) throws {
        try withSchool(["roll.csv": GateCommandTests.roll, "bad.csv": text]) { folder in
            if kind == "consent" { try #expect(run("roll", "roll.csv", in: folder).status == 0) }
            let ran = try run(kind, "bad.csv", in: folder)
            #expect(ran.status == 1)
            let answer = try report(ran)
            #expect(answer["imported"] as? Bool == false && answer["added"] as? Int == 0)
            #expect((answer["refused"] as? [[String: Any]])?.first?["line"] as? Int == line)
            // Nothing of it is in: the good rows are new when they come alone.
            if kind == "roll" {
                try #expect(report(run("roll", "roll.csv", in: folder))["added"] as? Int == 2)
            }
        }
    }

    @Test func `leavers are marked only when the operator says so`() throws {
        let one = GateCommandTests.roll.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
        try withSchool(["roll.csv": GateCommandTests.roll, "one.csv": one]) { folder in
            try #expect(run("roll", "roll.csv", in: folder).status == 0)
            try #expect(report(run("roll", "one.csv", in: folder))["left"] as? Int == 0)
            try #expect(report(run("roll", "one.csv", ["--leavers"], in: folder))["left"] as? Int == 1)
            try #expect(run("consent", "one.csv", ["--leavers"], in: folder).status == 2)
        }
    }

    @Test(arguments: [
        (["import", "roll", "none.csv", "--data", "data"], "There is no file `none.csv`."),
        (["import", "pupils", "roll.csv", "--data", "data"], "Say what to import"),
        (["import", "roll", "roll.csv"], "There is no database in schoolgate-data."),
    ])
    func `wrong usage exits with 2`(arguments: [String], message: String) throws {
        try withSchool(["roll.csv": GateCommandTests.roll]) { folder in
            let ran = try schoolgate(arguments, in: folder)
            #expect(ran.status == 2)
            #expect(ran.errors.contains(message), "\(ran.errors)")
        }
    }

    @Test func `a file that is no CSV in UTF-8 exits with 2 and says what it is`() throws {
        try withSchool([:]) { folder in
            let text = Data([0xFF, 0xFE]) + (GateCommandTests.roll.data(using: .utf16LittleEndian) ?? Data())
            try text.write(to: folder.appendingPathComponent("utf16.csv"))
            let ran = try schoolgate(["import", "roll", "utf16.csv", "--data", "data"], in: folder)
            #expect(ran.status == 2)
            #expect(ran.errors.contains("UTF-16"), "\(ran.errors)")
        }
    }

    @Test func `two hundred thousand rows come in quickly, and one bad one among them keeps all out`() throws {
        let header = GateCommandTests.roll.prefix { $0 != "\n" }
        var text = header + "\n"
        text.reserveCapacity(16 << 20)
        for number in 0..<200_000 {
            text += "oak,U\(number),Amira\(number % 977),Khan\(number % 1_009),,2017-03-04,4,,,,\n"
        }
        try withSchool(["roll.csv": String(text), "bad.csv": text + "oak,,No,Number,,,4,,,,\n"]) { folder in
            let bad = try run("roll", "bad.csv", in: folder)
            #expect(bad.status == 1)
            #expect((try report(bad)["refused"] as? [[String: Any]])?.first?["line"] as? Int == 200_002)
            let start = ContinuousClock.now
            let ran = try run("roll", "roll.csv", in: folder)
            #expect(ran.status == 0, "\(ran.errors.prefix(500))")
            try #expect(report(ran)["added"] as? Int == 200_000)
            // A debug build on a busy machine: a minute is far from what a quadratic import would take.
            #expect(start.duration(to: .now) < .seconds(60))
        }
    }
}
