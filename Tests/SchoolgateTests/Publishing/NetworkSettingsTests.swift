import Foundation
import Networks
import Testing

@testable import Schoolgate

@Suite("What the operator says of the networks")
struct NetworkSettingsTests {
    private func read(_ text: String) throws -> NetworkSettings {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-networks-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(text.utf8).write(to: URL(filePath: folder + "/networks.conf"))
        return try NetworkSettings.read(folder: folder)
    }

    @Test("versions, limits and prices are taken from networks.conf, and everything else stays as it was made")
    func taken() throws {
        let settings = try read(
            "# next year\nfacebook-version: v27.0\nlinkedin-version: 202711\nx-price-post: 0.02\nbluesky-longest-text: 600\n"
        )
        #expect(settings.facebook.graph.version == "v27.0" && settings.instagram.graph.version == "v27.0")
        #expect(settings.linkedIn.version == "202711" && settings.bluesky.longestText == 600)
        #expect(settings.x.prices.post.thousandths == 20)
        let usual = try NetworkSettings.read(folder: "/nowhere")
        #expect(settings.x.longestText == usual.x.longestText && settings.youTube == usual.youTube)
    }

    @Test(
        "what makes no sense is named with its line and what to write",
        arguments: [
            ("facebook-version: 25", "such as v25.0"), ("linkedin-version: May", "such as 202605"),
            ("x-price-post: dear", "US dollars"), ("bluesky-longest-text: 0", "whole number"),
            ("facebook: yes", "no setting"), ("hello", "not “name: value”"),
            ("x-longest-text: 280\nx-longest-text: 281", "second time"),
        ])
    func refused(_ text: String, _ words: String) throws {
        do {
            _ = try read(text)
            Issue.record("\(text) was taken")
        } catch let problem as SettingsProblem {
            #expect(problem.description.contains("networks.conf: line") && problem.description.contains(words))
        }
    }
}
