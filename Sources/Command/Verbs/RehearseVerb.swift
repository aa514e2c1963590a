import Foundation
import Gate
import Policy

/// `schoolgate policy rehearse`: what another policy would have done with posts, offline.
enum RehearseVerb {
    static let verb = Verb(
        words: ["policy", "rehearse"], summary: "say what another policy would do with the same posts",
        operands: "POSTS.jsonl",
        options: [
            CommandOption(name: "policy", value: "NEW.md", meaning: "the policy to rehearse", isRequired: true),
            CommandOption(
                name: "against", value: "OLD.md", meaning: "the policy to compare it with, such as the one in force",
                isRequired: true),
            CommandOption(name: "roll", value: "FILE.csv", meaning: "the pupils", isRequired: true),
            CommandOption(name: "consent", value: "FILE.csv", meaning: "the families' answers"),
            CommandOption(name: "staff", value: "FILE.csv", meaning: "the staff"),
            CommandOption(name: "schools", value: "FILE.csv", meaning: "the schools"),
            CommandOption(
                name: "today", value: "YYYY-MM-DD", meaning: "the day of posts that give none (today in London)"),
            CommandOption(name: "examples", value: "N", meaning: "how many posts to name for each change (10)"),
            .format,
        ],
        explanation: """
            Posts are JSON Lines as `gate check` takes them. They are read and checked a few hundred at a time, so their
            number is not limited by memory. For each rule, the strongest thing that it says of a post counts. The roll
            and the answers are taken as they are in the files. It never goes online.

            Exit status: 0 rehearsed, whatever changes; 1 a policy has errors; 2 wrong usage or input.
            """,
        run: { arguments in try run(arguments) })

    private static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.operands.count == 1, let file = arguments.operands.first else {
            throw UsageProblem("Name one file of posts as JSON Lines.")
        }
        guard let limit = Int(arguments.value("examples") ?? "10"), (0...10_000).contains(limit) else {
            throw UsageProblem("`--examples` is a whole number from 0 to 10000.")
        }
        var rulebooks: [Rulebook] = []
        for option in ["against", "policy"] {
            let reading = try PolicyFiles.read(arguments.value(option) ?? "")
            guard let rulebook = reading.rulebook else {
                for problem in reading.errors { Output.error(problem.description) }
                return 1
            }
            rulebooks.append(rulebook)
        }
        let room = try RehearsalRoom(arguments)
        let comparison = Comparison(from: rulebooks[0], to: rulebooks[1])
        var tally = RehearsalTally<String>(examples: limit)
        do throws(GateVerb.Stop) {
            try PostStream.read(file, today: room.today, schools: room.schools, usual: room.usual) { id, post in
                let compared = comparison.compare([post], roll: room.roll, consents: room.consents)
                tally.add(id, compared, text: post.text)
            }
        } catch {
            for line in error.lines { Output.error(line) }
            return error.code
        }
        if arguments.isJSON {
            Output.json(RehearsalReport.json(tally, of: rulebooks[1]))
        } else {
            Output.line(RehearsalReport.text(tally, of: rulebooks[1]))
        }
        return 0
    }
}

/// What the posts are judged with.
private struct RehearsalRoom {
    let roll: RollIndex
    let consents: ConsentRegister
    let schools: [String]
    /// The school of a post that names none.
    let usual: String?
    let today: Day

    init(_ arguments: Arguments) throws {
        let roll = Roll(
            pupils: try Self.rows(arguments.value("roll"), RollFiles.pupils),
            staff: try Self.rows(arguments.value("staff"), RollFiles.staff),
            schools: try Self.rows(arguments.value("schools"), RollFiles.schools))
        self.roll = RollIndex(roll)
        consents = ConsentRegister(try Self.rows(arguments.value("consent"), RollFiles.consents))
        let ofRoll = Set(roll.pupils.map(\.school)), all = ofRoll.union(roll.schools.map(\.code))
        schools = all.sorted()
        usual = ofRoll.count == 1 ? ofRoll.first : all.count == 1 ? all.first : nil
        guard let written = arguments.value("today") else {
            let parts = Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(identifier: "Europe/London") ?? .gmt, from: Date())
            today =
                Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(daysSince1970: 0)
            return
        }
        guard let day = Day(written) else {
            throw UsageProblem("`--today` is “\(written)”, which is not a date. Write it as 2026-11-21.")
        }
        today = day
    }

    private static func rows<Value>(
        _ path: String?, _ read: ([UInt8], String) -> FileReading<Value>
    ) throws(UsageProblem) -> [Value] {
        guard let path else { return [] }
        let reading = read(try InputFile.read(path, limit: 256 << 20), path)
        guard reading.isUsable else {
            throw UsageProblem(reading.problems.map(\.description).joined(separator: "\n"))
        }
        return reading.values
    }
}

/// JSON Lines read a part at a time, so that any number of posts fits.
enum PostStream {
    private static let part = 1 << 20
    /// The longest line and a part.
    private static let most = 6 << 20

    static func read(
        _ path: String, today: Day, schools: [String], usual: String?, _ body: (_ id: String, Post) -> Void
    ) throws(GateVerb.Stop) {
        guard let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            throw GateVerb.Stop(
                code: 2,
                lines: ["\(path): the file cannot be read. Check that it is there and that you may read it."])
        }
        let name = path == "-" ? "standard input" : path
        var rest: [UInt8] = [], lines = 0
        while true {
            let more: Data?
            do { more = try handle.read(upToCount: part) } catch {
                throw GateVerb.Stop(code: 2, lines: ["\(name): the file cannot be read to its end."])
            }
            let isEnd = more?.isEmpty ?? true
            rest += more ?? Data()
            let end = isEnd ? rest.count : (rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
            guard end > 0 || isEnd || rest.count < most else {
                throw GateVerb.Stop(code: 2, lines: ["\(name):\(lines + 1): The line is longer than 4 MB."])
            }
            let whole = Array(rest[..<end])
            let posts = try PostLines.read(
                whole, file: name, today: today, schools: schools, usual: usual, after: lines)
            for note in posts.notes.prefix(100) { Output.error(note) }
            for (offset, (id, post)) in posts.posts.enumerated() { body(id ?? "\(lines + offset + 1)", post) }
            lines += whole.count { $0 == UInt8(ascii: "\n") }
            rest.removeFirst(end)
            if isEnd { return }
        }
    }
}
