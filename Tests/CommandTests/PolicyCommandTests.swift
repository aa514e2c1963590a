import Foundation
import Testing

/// The real program, run as people run it.
@Suite struct PolicyCommandTests {
    static let fine =
        "---\ntitle: T\nnumber: HR02\n---\nPosts are approved. {#approval clauses=M19}\n\n```rule\nposts.approval:\n```\n\nBe kind. {#kind}\n"
    static let bad = "---\ntitle: T\n---\nA. {#a}\n\n```rule\nposts.aproval:\n```\n"

    @Test func `a fine policy exits with 0 and says what is in it`() throws {
        try inFolder(["p.md": Self.fine]) { folder in
            let result = try schoolgate(["policy", "check", "p.md"], in: folder)
            #expect(result.status == 0)
            #expect(result.output == "p.md: fine. 2 clauses, 1 rule, 1 clause kept by nothing.\n")
        }
    }

    @Test func `errors exit with 1, a line for each`() throws {
        try inFolder(["p.md": Self.fine, "bad.md": Self.bad]) { folder in
            let result = try schoolgate(["policy", "check", "bad.md", "p.md"], in: folder)
            #expect(result.status == 1)
            #expect(
                result.output.hasPrefix(
                    "bad.md:7:1: `posts.aproval` is not a control; the nearest is `posts.approval`\np.md: fine."))
        }
    }

    @Test func `extends finds the file beside it`() throws {
        let school = "---\ntitle: S\nextends: trust\n---\n"
        try inFolder(["deep/s.md": school, "deep/trust.md": Self.fine]) { folder in
            let result = try schoolgate(["policy", "check", "deep/s.md"], in: folder)
            #expect(result.status == 0)
        }
        try inFolder(["s.md": school, "turst.md": Self.fine]) { folder in
            let result = try schoolgate(["policy", "check", "s.md"], in: folder)
            #expect(result.output == "s.md:3:10: there is no policy `trust` to extend; the nearest is `turst`\n")
        }
    }

    @Test func `problems as JSON`() throws {
        try inFolder(["bad.md": Self.bad]) { folder in
            let result = try schoolgate(["policy", "check", "--format", "json", "bad.md"], in: folder)
            #expect(result.status == 1)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(json["errors"] as? Int == 1)
            let file = try #require((json["files"] as? [[String: Any]])?.first)
            let problem = try #require((file["problems"] as? [[String: Any]])?.first)
            #expect(problem["line"] as? Int == 7)
            #expect(problem["severity"] as? String == "error")
        }
    }

    @Test func `a policy in UTF-16 is told that it is, and what to do`() throws {
        try inFolder([:]) { folder in
            for mark in [Data([0xFF, 0xFE]), Data()] {
                let text = mark + (Self.fine.data(using: .utf16LittleEndian) ?? Data())
                try text.write(to: folder.appendingPathComponent("p.md"))
                let result = try schoolgate(["policy", "check", "p.md"], in: folder)
                #expect(result.status == 1)
                #expect(
                    result.output == "p.md:1:1: expected text in UTF-8; this file is in UTF-16. Save it as UTF-8\n")
            }
        }
    }

    @Test func `the program says which version it is`() throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(["--version"], in: folder)
            #expect(result.status == 0)
            let words = result.output.split(whereSeparator: \.isWhitespace)
            #expect(words.count == 2 && words.first == "schoolgate")
            #expect(words.last?.allSatisfy { $0.isNumber || $0 == "." } == true)
        }
    }

    @Test("N2: coverage lists each clause and what nothing keeps")
    func coverage() throws {
        try inFolder(["p.md": Self.fine]) { folder in
            let text = try schoolgate(["policy", "coverage", "p.md"], in: folder)
            #expect(text.status == 0)
            #expect(
                text.output.contains("1 approval (M19): enforced\n  Posts are approved.\n  → A post that a rule holds"))
            #expect(text.output.contains("2 kind: kept by nothing\n"))
            let json = try schoolgate(["policy", "coverage", "--format=json", "p.md"], in: folder)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            #expect((object["counts"] as? [String: Int])?["nothing"] == 1)
            #expect((object["clauses"] as? [[String: Any]])?.count == 2)
        }
    }

    @Test(arguments: [
        (["policy", "check"], "Name at least one policy to check."),
        (["policy", "check", "none.md"], "There is no file `none.md`."),
        (["policy", "check", "."], "`.` is a folder, not a file."),
        (["policy", "check", "--fromat", "json", "x"], "has no option `--fromat`; the nearest is `--format`"),
        (["policy", "check", "--format", "jsn", "x"], "`--format` is text or json, not `jsn`; the nearest is `json`"),
        (["policy", "check", "x", "--format"], "`--format` needs its value"),
        (["policy", "coverage", "a", "b"], "Name one policy."),
        (["policy", "chekc"], "There is no command `policy chekc`; the nearest is `policy check`."),
        (["polcy"], "There is no command `polcy`; the nearest is `policy`."),
    ])
    func `wrong usage exits with 2 and says how it is right`(arguments: [String], message: String) throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(arguments, in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }

    @Test(arguments: [
        ["--help"], ["policy", "--help"], ["policy", "check", "--help"], ["policy", "coverage", "--help"],
    ])
    func `every command explains itself`(arguments: [String]) throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(arguments, in: folder)
            #expect(result.status == 0)
            #expect(result.output.contains("schoolgate policy c"))
        }
    }
}

struct Ran {
    let status: Int32
    let output: String
    let errors: String
}

/// Runs the program that was built with these tests.
func schoolgate(_ arguments: [String], in folder: URL, program: URL? = nil) throws -> Ran {
    let process = Process()
    process.executableURL = try program ?? programURL()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (folder.appendingPathComponent(".out"), folder.appendingPathComponent(".err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Ran(
        status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
}

private struct NotBuilt: Error {}

func programURL() throws -> URL {
    // The tests run from the folder that the build wrote, wherever that is.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
        let program = folder.appendingPathComponent("schoolgate")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue {
            return program
        }
        folder.deleteLastPathComponent()
    }
    throw NotBuilt()
}

/// A folder of its own with these files, gone afterwards.
func inFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("schoolgate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    try body(folder)
}
