import Foundation
import Gate
import Policy

/// `schoolgate gate check`: runs a policy over posts, offline.
struct GateVerb {
    static let help = """
        schoolgate gate check --policy FILE --roll FILE.csv [--consent FILE.csv] [--staff FILE.csv]
                              [--schools FILE.csv] [--today YYYY-MM-DD] [--format text|json] [POST.md | -]

        Says what a policy finds in a post: Markdown with a front matter, or many posts as JSON Lines
        on standard input. It never goes online. The post's own `date` beats --today.

        Exit codes: 0 whatever the outcome, 1 errors in the policy, 2 bad usage or input.
        """

    /// Why the verb stops, and with which exit code.
    struct Stop: Error {
        let code: Int32
        let lines: [String]
    }

    private var options: [String: String] = [:]
    private var file = "-"
    private var notes: [String] = []

    /// Runs the verb on the arguments after `gate`.
    static func run(_ arguments: [String]) -> Int32 {
        if arguments.contains("--help") || arguments == ["help"] {
            print(help)
            return 0
        }
        do throws(Stop) {
            var verb = try GateVerb(arguments)
            let output = try verb.check()
            for note in verb.notes { complain(note) }
            FileHandle.standardOutput.write(Data(output))
            return 0
        } catch {
            for line in error.lines { complain(line) }
            return error.code
        }
    }

    private static func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    // MARK: - Arguments

    private static let known = ["--policy", "--roll", "--consent", "--staff", "--schools", "--today", "--format"]

    private init(_ arguments: [String]) throws(Stop) {
        guard arguments.first == "check" else {
            throw Stop(code: 2, lines: ["schoolgate gate: expected `check`.", "", GateVerb.help])
        }
        var rest = arguments.dropFirst()
        var files: [String] = []
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                files.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, GateVerb.known.contains(name) else {
                let hint = nearest(argument, in: GateVerb.known).map { " Did you mean \($0)?" } ?? ""
                throw Stop(code: 2, lines: ["schoolgate gate check: \(argument) is not an option.\(hint)"])
            }
            guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw Stop(code: 2, lines: ["schoolgate gate check: \(name) needs a value."])
            }
            guard options.updateValue(value, forKey: name) == nil else {
                throw Stop(code: 2, lines: ["schoolgate gate check: \(name) is there twice."])
            }
        }
        guard files.count < 2 else {
            throw Stop(
                code: 2, lines: ["schoolgate gate check: give one post, or many as JSON Lines on standard input."])
        }
        file = files.first ?? "-"
        for name in ["--policy", "--roll"] where options[name] == nil {
            throw Stop(code: 2, lines: ["schoolgate gate check: \(name) FILE is missing.", "", GateVerb.help])
        }
        guard ["text", "json"].contains(options["--format"] ?? "text") else {
            throw Stop(code: 2, lines: ["schoolgate gate check: --format is text or json."])
        }
    }

    private func today() throws(Stop) -> Day {
        guard let written = options["--today"] else {
            let parts = Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(identifier: "Europe/London") ?? .gmt, from: Date())
            return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(daysSince1970: 0)
        }
        guard let day = Day(written) else {
            throw Stop(
                code: 2,
                lines: ["schoolgate gate check: --today is “\(written)”, which is not a date. Write it as 2026-11-21."])
        }
        return day
    }

    // MARK: - Checking

    private mutating func check() throws(Stop) -> [UInt8] {
        let today = try today()
        let rulebook = try rulebook()
        let roll = Roll(
            pupils: try rows("--roll", RollFiles.pupils), staff: try rows("--staff", RollFiles.staff),
            schools: try rows("--schools", RollFiles.schools))
        let consents = ConsentRegister(try rows("--consent", RollFiles.consents))
        let index = RollIndex(roll)
        // A post may leave its school out when the roll knows one alone, whatever else the schools file lists.
        let ofRoll = Set(roll.pupils.map(\.school)), all = ofRoll.union(roll.schools.map(\.code))
        let schools = all.sorted(), usual = ofRoll.count == 1 ? ofRoll.first : all.count == 1 ? all.first : nil
        let input = try bytes(of: file)
        let name = file == "-" ? "standard input" : file
        var output: [UInt8] = []
        if isLines(input) {
            let posts = try PostLines.read(input, file: name, today: today, schools: schools, usual: usual)
            notes += posts.notes
            for (id, post) in posts.posts {
                let findings = Gate.check(post, roll: index, consents: consents, rulebook: rulebook)
                let answer = GateAnswer(id: id, post: post, findings: findings)
                output += options["--format"] == "text" ? answer.text : answer.json
            }
            return output
        }
        do throws(FileProblem) {
            let (post, notes) = try PostFile.read(
                input, file: name, today: today, schools: schools, usual: usual)
            self.notes += notes.map(\.description)
            let findings = Gate.check(post, roll: index, consents: consents, rulebook: rulebook)
            let answer = GateAnswer(id: nil, post: post, findings: findings)
            return options["--format"] == "json" ? answer.json : answer.text
        } catch {
            throw Stop(code: 2, lines: [error.description])
        }
    }

    /// JSON Lines begin with an object; Markdown begins with its front matter.
    private func isLines(_ input: [UInt8]) -> Bool {
        file.hasSuffix(".jsonl")
            || input.drop {
                $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
            }.first == UInt8(ascii: "{")
            || (file == "-" && input.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D })
    }

    private mutating func rulebook() throws(Stop) -> Rulebook {
        let path = options["--policy"] ?? ""
        let source = try bytes(of: path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let library = PolicyLibrary(
            policy: { name in
                let url = folder.appendingPathComponent("\(name).md")
                guard !name.contains("/"), let data = try? Data(contentsOf: url) else { return nil }
                return (url.relativePath, Array(data))
            },
            names: {
                let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
                return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
            })
        let reading = PolicyReader(catalogue: .all, library: library).read(source, file: path)
        notes += reading.notes.map(\.description)
        guard reading.errors.isEmpty, let rulebook = reading.rulebook else {
            throw Stop(code: 1, lines: reading.errors.map(\.description))
        }
        return rulebook
    }

    private mutating func rows<Value>(
        _ option: String, _ read: ([UInt8], String) -> FileReading<Value>
    ) throws(Stop) -> [Value] {
        guard let path = options[option] else { return [] }
        let reading = read(try bytes(of: path), path)
        guard reading.isUsable else {
            var lines = reading.problems.map(\.description)
            let more = reading.problemCount - reading.problems.count
            if more > 0 { lines.append("\(path): and \(more) more.") }
            throw Stop(code: 2, lines: lines)
        }
        notes += NoteLines.of(reading.notes, count: reading.noteCount)
        return reading.values
    }

    private func bytes(of path: String) throws(Stop) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Stop(
                code: 2, lines: ["\(path): the file cannot be read. Check that it is there and that you may read it."])
        }
    }
}
