import Foundation
import Mail
import Testing

@testable import Schoolgate

@Suite struct MailSettingsTests {
    private func withFolder(_ text: String, mode: Int = 0o600, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-mail-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = FileManager.default.createFile(
            atPath: folder + "/mail.conf", contents: Data(text.utf8), attributes: [.posixPermissions: mode])
        try body(folder)
    }

    private let good = """
        # The trust's mail server
        server: smtps://mail.weirside.example
        user: schoolgate
        password: lantern=walk #4
        from: schoolgate@weirside.example
        bounces: bounces@weirside.example
        """

    @Test("Settings are read from mail.conf, and the environment goes before it")
    func reading() throws {
        try withFolder(good) { folder in
            let settings = try #require(try MailSettings.read(folder: folder, environment: [:]))
            #expect(settings.server.address == "smtps://mail.weirside.example:465")
            #expect(settings.from.text == "schoolgate@weirside.example")
            let other = try MailSettings.read(
                folder: folder, environment: ["SCHOOLGATE_MAIL_SERVER": "smtp://other.example"])
            #expect(other?.server.address == "smtp://other.example:587")
        }
        #expect(try MailSettings.read(folder: "/nowhere", environment: [:]) == nil)
    }

    @Test("A password stands in no words about the settings, whatever is wrong with them")
    func passwords() throws {
        try withFolder(good) { folder in
            let settings = try #require(try MailSettings.read(folder: folder, environment: [:]))
            var dumped = ""
            dump(settings, to: &dumped)
            #expect(!"\(settings)\(String(reflecting: settings))\(dumped)".contains("lantern"))
        }
        let wrong = [
            good.replacing("password:", with: "pasword:"), good.replacing("smtps", with: "https"),
            good.replacing("user: schoolgate\n", with: ""), good.replacing("from: schoolgate@", with: "from: "),
            good.replacing("bounces@", with: ""), good.replacing("server:", with: "# "),
        ]
        for text in wrong {
            try withFolder(text) { folder in
                do {
                    _ = try MailSettings.read(folder: folder, environment: [:])
                    Issue.record("read: \(text)")
                } catch { #expect(!"\(error)".contains("lantern")) }
            }
        }
    }

    @Test("A file with a password that everybody may read is refused")
    func permissions() throws {
        try withFolder(good, mode: 0o644) { folder in
            #expect(throws: SettingsProblem.self) { try MailSettings.read(folder: folder, environment: [:]) }
        }
    }
}
