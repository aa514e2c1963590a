import Gate
import Policy
import Testing

@Suite struct RollFilesTests {
    private let header = RollFiles.rollColumns.joined(separator: ",")

    private func pupils(_ text: String) -> FileReading<Pupil> { RollFiles.pupils(Array(text.utf8), file: "roll.csv") }

    @Test func `columns come in any order, and unknown ones are named`() {
        let columns = RollFiles.rollColumns.reversed().joined(separator: ",") + ",shoe_size"
        let reading = pupils("\u{FEFF}\(columns)\r\n,,,Sana Khan,4,2018-03-12,,\"O\"\"Brien, Jr\",Amira,A1,oak,3\r\n")
        #expect(reading.isUsable && reading.values.first?.lastName == "O\"Brien, Jr")
        #expect(reading.values.first?.guardians == [Guardian(name: "Sana Khan")])
        #expect(reading.notes.first?.message.contains("shoe_size") == true)
    }

    @Test func `each bad row is named with its line`() {
        let reading = pupils(
            "\(header)\noak,A1,Amira,Khan,,12/03/2018,4,,,,\noak,A2,,Khan,,,4,,,,\noak,A3,Ben,O'Brien,,,6,,,,\noak,A3,Zoë,Jones,,,6,,,,\noak,A4,x\n"
        )
        #expect(reading.problems.map(\.line) == [2, 3, 5, 6])
        #expect(reading.problems[0].message.contains("Write it as 2026-11-21"))
        #expect(reading.problems[2].message.contains("line 4"))
    }

    @Test(arguments: [
        ("school,upn\n", "missing"), ("", "empty"), ("a;b;c\n", "semicolons"), ("\"a", "never closes"),
        ("school,school\n", "twice"), ("a\"b,c\n", "inside a value"), ("\"a\"b\n", "after a closing"),
    ])
    func `a broken file says what to do`(text: String, expected: String) {
        let reading = pupils(text)
        #expect(reading.problems.first?.message.contains(expected) == true, "\(reading.problems)")
    }

    @Test func `wrong encodings are named`() {
        let latin = Array("\(header)\noak,A1,Zo".utf8) + [0xEB, 0x0A]
        #expect(
            RollFiles.pupils(latin, file: "r").problems.first?.description.hasPrefix("r:2: The file is not UTF-8")
                == true)
        #expect(RollFiles.pupils([0xFF, 0xFE, 0x61, 0], file: "r").problems.first?.message.contains("UTF-16") == true)
    }

    @Test func `consents are read with their words`() {
        let text =
            "decision,upn,purpose,date,expiry,given_by,network\nyes,A1,all,2026-01-01,,Sana,\nmaybe,A1,all,2026-01-01,,x,\nyes,A1,tv,2026-01-01,,x,\n"
        let reading = RollFiles.consents(Array(text.utf8), file: "c.csv")
        #expect(reading.values.count == 1 && reading.problems.map(\.line) == [3, 4])
        #expect(reading.values.first?.purpose == nil && reading.values.first?.network == nil)
    }

    @Test func `a post file gives facts, and spans count from its body`() throws {
        let text =
            "---\nschool: oak\nnetwork: website\nauthor-role: Teacher\ndate: 2026-05-01\nimages:\n  - file: a.jpg\n    faces: 2\n    named: [A1]\n    not-pupils: 1\ncolour: red\n---\nHello\n"
        let (post, notes) = try PostFile.read(
            Array(text.utf8), file: "p.md", today: Day(daysSince1970: 0), schools: ["oak"])
        #expect(post.text == "Hello\n" && post.network == "wordpress" && post.date.description == "2026-05-01")
        #expect(post.images.first?.named == ["A1"] && post.images.first?.faces == 2)
        #expect(notes.map(\.line) == [11])
        #expect(throws: FileProblem.self) {
            try PostFile.read(Array("no front matter".utf8), file: "p.md", today: post.date, schools: [])
        }
        #expect(throws: FileProblem.self, "a school that is nowhere has no roll to find names by") {
            try PostFile.read(
                Array("---\nschool: elm\n---\n".utf8), file: "p.md", today: post.date, schools: ["oak", "ash"])
        }
        #expect(throws: FileProblem.self) {
            try PostFile.read(
                Array("---\ndate: soon\nschool: a\n---\n".utf8), file: "p.md", today: post.date, schools: [])
        }
    }
}
