import Foundation
import Testing

/// `schoolgate mail`, run as an operator runs it.
@Suite struct MailCommandTests {
    private func settings(_ more: String = "", mode: Int = 0o600, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        let text = "server: plain://127.0.0.1:1\nfrom: schoolgate@school.example\n" + more
        try #require(
            FileManager.default.createFile(
                atPath: folder.appending(path: "data/mail.conf").path, contents: Data(text.utf8),
                attributes: [.posixPermissions: mode]))
    }

    @Test func `a server that is not there is said, and is no success`() throws {
        try inFolder([:]) { folder in
            try settings(in: folder)
            let ran = try schoolgate(["mail", "test", "you@school.example", "--data", "data"], in: folder)
            #expect(ran.status == 1 && ran.output.isEmpty)
            #expect(ran.errors.contains("plain://127.0.0.1:1: The mail server cannot be reached."))
            let json = try schoolgate(
                ["mail", "test", "you@school.example", "--data", "data", "--format", "json"], in: folder)
            let answer = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            #expect(json.status == 1 && answer["accepted"] as? Bool == false)
        }
    }

    @Test func `settings that cannot be used are named, without the password`() throws {
        try inFolder([:]) { folder in
            let none = try schoolgate(["mail", "test", "you@school.example", "--data", "data"], in: folder)
            #expect(none.status == 2 && none.errors.contains("No mail server is set."))
            try settings("user: school\npassword: lantern-walk\n", mode: 0o644, in: folder)
            let open = try schoolgate(["mail", "test", "you@school.example", "--data", "data"], in: folder)
            #expect(open.status == 2 && open.errors.contains("chmod 600") && !open.errors.contains("lantern"))
            try settings("pasword lantern-walk\n", in: folder)
            let wrong = try schoolgate(["mail", "test", "you@school.example", "--data", "data"], in: folder)
            #expect(wrong.status == 2 && wrong.errors.contains("line 3") && !wrong.errors.contains("lantern"))
        }
    }

    @Test func `an address that is none, and too many of them, are refused`() throws {
        try inFolder([:]) { folder in
            try settings(in: folder)
            for words in [["nobody"], [], ["a@b.example", "c@d.example"]] {
                let ran = try schoolgate(["mail", "test"] + words + ["--data", "data"], in: folder)
                #expect(ran.status == 2, "\(words)")
            }
        }
    }

    @Test func `a mail that is no report of ours changes nothing`() throws {
        try inFolder(["schools.csv": ImportCommandTests.schools, "mail": "Subject: Hello\n\nHello\n"]) { folder in
            let made = try schoolgate(["import", "schools", "schools.csv", "--data", "data"], in: folder)
            try #require(made.status == 0, "\(made.errors)")
            let ran = try schoolgate(["mail", "bounced", "mail", "--data", "data"], in: folder)
            #expect(ran.status == 1 && ran.errors.contains("This is not a report of a mail server"))
            let missing = try schoolgate(["mail", "bounced", "nowhere", "--data", "data"], in: folder)
            #expect(missing.status == 2)
        }
    }
}
