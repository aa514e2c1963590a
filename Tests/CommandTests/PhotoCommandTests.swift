import Foundation
import Testing

/// `schoolgate photo`, run as people run it, on a photograph with one face.
@Suite struct PhotoCommandTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures").path

    @Test("S5: inspect says what took the picture, what is left out, and where the face is")
    func inspect() throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(
                ["photo", "inspect", "\(Self.fixtures)/astronaut-phone.jpg", "--format", "json"], in: folder)
            #expect(result.status == 0, "\(result.errors)")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(json["format"] as? String == "jpeg")
            #expect(json["width"] as? Int == 240 && json["height"] as? Int == 180)
            #expect(json["orientation"] as? Int == 6)
            #expect(
                json["device"] as? [String: String]
                    == ["make": "Lantern", "model": "Lantern One", "serial": "SN-0042"])
            #expect((json["removed"] as? [String])?.first == "where it was taken (GPS)")
            let face = try #require((json["faces"] as? [[String: Int]])?.first)
            #expect((50...80).contains(face["x"] ?? 0) && (30...60).contains(face["y"] ?? 0))
            #expect((70...110).contains(face["width"] ?? 0) && (face["percent"] ?? 0) > 80)
            let text = try schoolgate(["photo", "inspect", "\(Self.fixtures)/astronaut-phone.jpg"], in: folder)
            #expect(text.output.contains("JPEG, 240 by 180 pixels, on its side in the file"))
            #expect(text.output.contains("taken with: Lantern Lantern One, number SN-0042"))
            #expect(text.output.contains("faces: 1\n    1  "))
        }
    }

    @Test("inspect says of a video how long it is, how it is recorded, and what would be left out")
    func inspectVideo() throws {
        try inFolder([:]) { folder in
            let file = "\(Self.fixtures)/astronaut-phone.mov"
            let text = try schoolgate(["photo", "inspect", file], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("MOV, 240 by 180 pixels, on its side in the file"))
            #expect(text.output.contains("2.0 seconds, H.264, with sound (AAC)"))
            #expect(text.output.contains("taken with: Lantern Walker 3"))
            #expect(text.output.contains("left out: where it was taken (GPS)"))
            #expect(text.output.contains("faces on a still: 1"))
            let json = try schoolgate(["photo", "inspect", file, "--format", "json"], in: folder)
            #expect(json.output.contains("\"milliseconds\": 2000"))
        }
    }

    @Test("S10: prepare writes what would be published, the face destroyed in every size")
    func prepare() throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(
                [
                    "photo", "prepare", "\(Self.fixtures)/astronaut-phone.jpg", "--blur", "66,44,88,112", "--out",
                    "ready",
                    "--edge", "200", "--edge", "100", "--format", "json",
                ], in: folder)
            #expect(result.status == 0, "\(result.errors)")
            for name in ["astronaut-phone-200x150.jpg", "astronaut-phone-100x75.jpg"] {
                #expect(result.output.contains("ready/\(name)"))
                let bytes = try Data(contentsOf: folder.appending(path: "ready/\(name)"))
                for trace in ["Exif", "Lantern", "SN-0042", "SECRET"] {
                    #expect(bytes.range(of: Data(trace.utf8)) == nil)
                }
                let seen = try schoolgate(["photo", "inspect", "ready/\(name)"], in: folder)
                #expect(seen.output.contains("left out: nothing was found"))
                #expect(seen.output.contains("faces: 0"))
            }
            let again = try schoolgate(
                ["photo", "prepare", "\(Self.fixtures)/astronaut-phone.jpg", "--out", "ready", "--edge", "200"],
                in: folder)
            #expect(again.status == 2)
            #expect(again.errors.contains("is there already"))
        }
    }

    @Test func `a file that cannot be used exits with 1 and says why`() throws {
        try inFolder(["note.jpg": "This is a note."]) { folder in
            let text = try schoolgate(["photo", "inspect", "note.jpg"], in: folder)
            #expect(text.status == 1)
            #expect(text.output.hasPrefix("note.jpg: This file is another kind of file, not a picture"))
            let json = try schoolgate(["photo", "prepare", "note.jpg", "--out", "x", "--format", "json"], in: folder)
            #expect(json.status == 1)
            #expect(json.output.contains("\"problem\": \"This file is"))
        }
    }

    @Test(arguments: [
        (["inspect"], "Name one picture."), (["inspect", "a.jpg"], "There is no file `a.jpg`."),
        (["prepare", "a.jpg"], "`--out DIR` is missing"),
        (["prepare", "a.jpg", "--out", "x", "--blur", "1,2,3"], "four whole numbers of pixels"),
        (["prepare", "a.jpg", "--out", "x", "--blur", "1,2,0,4"], "four whole numbers of pixels"),
        (["prepare", "a.jpg", "--out", "x", "--edge", "9"], "`--edge` is a whole number from 16 to 4096, not `9`"),
        (["inspect", "a.jpg", "--blur", "1,2,3,4"], "has no option `--blur`"),
    ])
    func `wrong usage exits with 2 and says how it is right`(arguments: [String], message: String) throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(["photo"] + arguments, in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }
}
