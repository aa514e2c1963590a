import Database
import Foundation
import Imaging
import Policy
import Testing
import Web

import struct Gate.Consent

@testable import Schoolgate

@Suite struct FacePostTests {
    @Test("N5: a post with a face that nobody has named is not sent; named, not a pupil or blurred, it is")
    func everyFace() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk([
                "box-0-1": "137,376,157,172", "box-0-2": "357,427,146,160", "box-0-3": "537,238,205,226",
            ])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("Who is face 1?") && tom.sees("Who is face 3?"))
            #expect(tom.sees(##"href="#field-face-0-3""##) && tom.sees(##"id="field-face-0-3""##))

            fields["edits"] = "1"
            fields["name-0-1"] = "Finn Doherty"
            fields["face-0-1"] = "name"
            fields["face-0-2"] = "other"
            fields["face-0-3"] = "blur"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1", "\(tom)")
            let picture = try #require(try await test.post(1)?.pictures.first)
            #expect(picture.faces.map(\.answer) == [.pupil(Pupil.ID(rawValue: 1)), .notPupil, .blur])
            #expect(picture.shown == [Pupil.ID(rawValue: 1)])
            #expect(picture.isMade && picture.blurred == "537,238,205,226")
        }
    }

    @Test("S10: a named child without consent blocks, one press blurs the face, and only the blurred picture goes out")
    func blurred() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .no)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            let plain = try #require(try await test.post(1)?.pictures.first)
            let unblurred = try test.context.media.bytes(plain.media)
            var fields = tom.walk(["box-0-1": "137,376,157,172", "face-0-1": "name", "name-0-1": "Finn Doherty"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("Finn Doherty is face 1 in picture 1"))
            #expect(tom.sees("No consent for social media. Blur Finn, or ask the family."))
            #expect(tom.sees(#"name="blur" value="0-1""#))

            fields["edits"] = "1"
            fields["intent"] = nil
            fields["face-0-1"] = "pupil-1"
            fields["blur"] = "0-1"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1/edit")
            let made = try #require(try await test.post(1)?.pictures.first)
            #expect(made.media != plain.media && made.shown.isEmpty)
            #expect(try !test.holds(unblurred), "the picture with the face is nowhere in clear")
            #expect(try test.context.working.bytes(made.key) != nil, "what it was made from is kept sealed")

            fields = tom.walk(["face-0-1": "blur"])
            fields["intent"] = "send"
            fields["edits"] = "2"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1", "\(tom)")
            _ = try await Publisher(context: test.context).workOff()
            #expect(try await test.post(1)?.state == .published)
            #expect(try test.context.working.bytes(made.key) == nil, "once it is out, the original is deleted")
            let files = try test.files("media")
            #expect(files.map { $0.lastPathComponent } == [made.media])
            #expect(try test.files("working").isEmpty)
        }
    }

    @Test("M15: a child on the do-not-publish list blocks by the box that shows the child")
    func list() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .yes)
            try await test.consent(of: "F1", .doNotPublish)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk(["box-0-1": "137,376,157,172", "face-0-1": "name", "name-0-1": "Finn Doherty"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("Finn Doherty is face 1 in picture 1 and is on the do-not-publish list."))
            #expect(tom.sees("Blur face 1, or use another picture."))
        }
    }

    @Test("N11: a box that is moved, a name or a blur is another post, and voids what was approved")
    func fingerprints() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var prints: Set<String> = []
            let changes = [
                ["box-0-1": "137,376,157,172", "face-0-1": "other"],
                ["box-0-1": "140,376,157,172", "face-0-1": "other"],
                ["box-0-1": "140,376,157,172", "face-0-1": "name", "name-0-1": "Finn Doherty"],
                ["box-0-1": "140,376,157,172", "face-0-1": "blur"],
            ]
            for (number, change) in changes.enumerated() {
                var fields = tom.walk(change)
                fields["edits"] = "\(number)"
                await tom.submit("/posts/1/draft", fields)
                prints.insert(try #require(try await test.post(1)?.fingerprint))
            }
            #expect(prints.count == 4)
        }
    }

    @Test("A box by numbers needs no mouse, no finger and no script; one that is no face goes again")
    func byNumbers() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            #expect(tom.sees("Add this box"))
            var fields = tom.walk(["new-across-0": "50", "new-down-0": "40", "new-size-0": "small", "add": "0"])
            await tom.submit("/posts/1/draft", fields)
            let face = try #require(try await test.post(1)?.pictures.first?.faces.first)
            #expect(face.box.x + face.box.width / 2 == 480 && !face.isFound)
            #expect(tom.sees(#"aria-label="Face 1, not named yet""#))
            fields = tom.walk(["face-0-1": "none"])
            fields["edits"] = "1"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.pictures.first?.faces.isEmpty == true)
        }
    }

    @Test("A box that the detector found stays although a form forgets it, and says that it is none only when told")
    func foundStays() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            try await test.find("1,1,40,40")
            await tom.visit("/posts/1/edit")
            #expect(tom.sees("One face. Say who it is, or blur it."))
            await tom.submit("/posts/1/draft", tom.walk([:]))
            #expect(try await test.post(1)?.pictures.first?.faces.count == 1)
            var fields = tom.walk(["face-0-1": "none"])
            fields["edits"] = "\(try await test.post(1)?.edits ?? 0)"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.pictures.first?.faces.map(\.answer) == [.noFace])
            #expect(tom.sees("No face was found."))
        }
    }

    @Test("A child of another school is not to be chosen, whatever a form says")
    func otherSchool() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            await tom.submit("/posts/1/draft", tom.walk(["box-0-1": "1,1,40,40", "face-0-1": "pupil-3"]))
            #expect(try await test.post(1)?.pictures.first?.faces.map(\.answer) == [.open])
            await tom.visit("/posts/pupils?q=Zara")
            #expect(tom.text == "[]")
            await tom.visit("/posts/pupils?q=fin")
            #expect(tom.text == #"["Finn Doherty, Year 4"]"#)
        }
    }

    @Test("M16: who asks on the spot not to be in pictures is respected from the composer, with one press")
    func objection() async throws {
        try await withPhotoPosting { test in
            try await test.consent(of: "F1", .yes)
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            let name = ["box-0-1": "137,376,157,172", "face-0-1": "name", "name-0-1": "Finn Doherty"]
            await tom.submit("/posts/1/draft", tom.walk(name))
            #expect(tom.sees("Consent for social media"))
            #expect(tom.sees("Record that Finn Doherty objects"))
            var fields = tom.walk(["face-0-1": "pupil-1", "objection": "0-1"])
            fields["edits"] = "1"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.sees("Finn asked not to be in pictures. Blur this face."))
            #expect(tom.sees("Stops here."))
        }
    }

    @Test("S11: a picture of a pupil's work needs consent for work")
    func work() async throws {
        try await withPhotoPosting { test in
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk(["work-0": "Finn Doherty"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.page.status == 422)
            #expect(tom.sees("shows work by Finn Doherty"))
            try await test.consent(of: "F1", .yes)
            fields["edits"] = "1"
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.path == "/posts/1")
        }
    }
}

/// A post with a drawing in which no face is found, at a school whose policy asks for all there is to ask of pictures.
func withPhotoPosting(_ body: @Sendable (TestSite) async throws -> Void) async throws {
    try await withSite { test in
        try await test.database.write { db in
            try TestPolicy.putInForce(photoPolicy, in: db)
            try TestPolicy.putInForce(photoPolicy, at: TestPeople.holloway, in: db)
            _ = try TestPolicy.practiceAccount(in: db)
            try db.run(
                """
                INSERT INTO pupils (school_id, upn, first_name, last_name, year_group)
                VALUES (1, 'F1', 'Finn', 'Doherty', '4'), (1, 'A1', 'Amara', 'Osei', '4'), (2, 'Z1', 'Zara', 'Quist', '4')
                """
            )
            try Revision.roll.raise(in: db)
        }
        try await body(test)
    }
}

private let photoPolicy = """
    ---
    title: Pictures
    sign-off: [headteacher, chair]
    ---

    ## Images

    Nobody is shown without consent. {#images.consent clauses=S10}

    ```rule
    posts.pupil-image:
      consent: social media
    ```

    The list counts. {#images.list clauses=M15}

    ```rule
    posts.do-not-publish:
    ```

    Who asks is left out. {#images.objection clauses=M16}

    ```rule
    posts.objection:
    ```

    Every face is somebody's. {#images.faces}

    ```rule
    posts.faces:
    ```

    Work needs consent too. {#images.work clauses=S11}

    ```rule
    posts.pupil-work:
    ```
    """

extension Visitor {
    /// Begins a post with the drawing, and has its page open.
    mutating func attachWalk() async throws {
        await visit("/posts/new")
        await submit(
            "/posts", ["text": "Lanterns at the mill.", "account": "1", "intent": "save"],
            files: [
                (
                    "photo",
                    UploadedFile(
                        filename: "walk.png", contentType: "image/png",
                        bytes: try DemoFiles.bytes("pictures/field.png"))
                )
            ])
        #expect(path == "/posts/1/edit", "\(text)")
    }

    /// The form as the page has it, with what somebody says of the faces.
    func walk(_ faces: [String: String]) -> [String: String] {
        fields(named: "", intent: "save").merging(faces) { _, new in new }
    }
}

extension TestSite {
    /// Every file in a folder of the installation.
    func files(_ folder: String) throws -> [URL] {
        let path = context.configuration.dataFolder + "/" + folder
        let all = FileManager.default.enumerator(
            at: URL(filePath: path), includingPropertiesForKeys: [.isRegularFileKey])
        return try (all?.allObjects as? [URL] ?? []).filter {
            try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }
    }

    /// Whether these bytes lie in clear anywhere in the installation's folder.
    func holds(_ bytes: [UInt8]) throws -> Bool {
        let needle = Data(bytes)
        return try files("").contains { try Data(contentsOf: $0).range(of: needle) != nil }
    }

    /// As if the detector had found a face on the first picture.
    func find(_ box: String) async throws {
        let numbers = box.split(separator: ",").compactMap { Int64($0) }
        try await database.write { db in
            try db.run(
                """
                INSERT INTO post_picture_faces (picture_id, number, x, y, width, height, is_found, answer)
                VALUES ((SELECT id FROM post_pictures LIMIT 1), 1, \(numbers[0]), \(numbers[1]), \(numbers[2]),
                    \(numbers[3]), 1, 'open')
                """
            )
        }
    }
}
