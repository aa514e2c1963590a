import Testing

@testable import Imaging
@testable import Pictures

@Suite struct PictureTests {
    @Test func `a phone's photo stands upright and tells nothing but its pixels`() throws {
        let photo = Fixture.phonePhoto()
        let picture = try Picture.prepare(photo)
        #expect((picture.width, picture.height) == (200, 400))
        #expect(picture.contentType == "image/jpeg")
        // Orientation 6: the top left of what the sensor saw belongs at the top right.
        #expect(red(picture, 190, 10) > 200)
        #expect(red(picture, 10, 10) < 50)
        #expect(
            picture.removed == [
                "where it was taken (GPS)", "camera details (EXIF)", "maker notes", "embedded thumbnail",
                "editing details (XMP)", "caption details (IPTC)",
            ])
        #expect(contains(photo, "SECRET-NOTE") && contains(photo, "SECRET-XMP") && contains(photo, "SECRET-COMMENT"))
        for trace in ["SECRET", "Exif", "Photoshop", "adobe", "ICC_PROFILE"] {
            #expect(!contains(picture.bytes, trace), "\(trace)")
        }
        #expect(try Picture.prepare(picture.bytes).removed.isEmpty)
    }

    @Test(arguments: ["jpeg", "png", "webp", "heic"])
    func `each kind of picture is taken`(kind: String) throws {
        let bytes =
            switch kind {
            case "jpeg": Fixture.jpeg(48, 32)
            case "png": Fixture.png(48, 32)
            case "webp": Fixture.webp
            default: Fixture.heic
            }
        let picture = try Picture.prepare(bytes)
        #expect((picture.width, picture.height) == (48, 32))
        #expect(picture.contentType == (kind == "png" ? "image/png" : "image/jpeg"))
        #expect(!contains(picture.bytes, "Exif"))
    }

    @Test func `a large picture becomes small, a small one stays`() throws {
        let large = try Picture.prepare(Fixture.jpeg(3_000, 1_500), maxEdge: 1_000)
        #expect((large.width, large.height) == (1_000, 500))
        let small = try Picture.prepare(Fixture.jpeg(30, 15), maxEdge: 1_000)
        #expect((small.width, small.height) == (30, 15))
    }

    @Test func `what is see-through stays so`() throws {
        #expect(try Picture.prepare(Fixture.png(40, 40, bands: 4)).contentType == "image/png")
    }

    @Test(arguments: [
        ("", "empty"), ("%PDF-1.7 and so on", "a PDF"), ("GIF89a..........", "a GIF"),
        ("PK\u{3}\u{4}..........", "a ZIP archive"), ("<svg xmlns=''><script/></svg>", "a web page or drawing"),
        ("hello, this is text", "another kind of file"), ("\0\0\0\u{18}ftypmp42\0\0\0\0mp42", "a video"),
    ])
    func `what is not a picture is named`(text: String, named: String) {
        let problem = #expect(throws: PictureProblem.self) { try Picture.prepare(Array(text.utf8)) }
        #expect(problem?.message.contains(named) == true, "\(String(describing: problem))")
    }

    @Test(arguments: [0.2, 0.5, 0.9, 0.99])
    func `a picture that is cut off is refused, wherever it is cut`(part: Double) {
        for bytes in [Fixture.phonePhoto(), Fixture.png(300, 200), Fixture.webp, Fixture.heic] {
            let cut = Array(bytes.prefix(Int(Double(bytes.count) * part)))
            #expect(throws: PictureProblem.self) { try Picture.prepare(cut) }
        }
    }

    @Test func `a picture with something else behind it is refused`() {
        for tail in ["PK\u{3}\u{4}archive", "<script>alert(1)</script>", "%PDF-1.7"] {
            for bytes in [Fixture.jpeg(40, 40), Fixture.png(40, 40), Fixture.webp, Fixture.heic] {
                let problem = #expect(throws: PictureProblem.self) { try Picture.prepare(bytes + Array(tail.utf8)) }
                #expect(problem?.message.contains("something else behind it") == true)
            }
        }
    }

    @Test func `a motion photo is taken, and its film is left out`() throws {
        let film: [UInt8] = [0, 0, 0, 24] + Array("ftypmp42SECRET-FILM".utf8)
        let picture = try Picture.prepare(Fixture.jpeg(40, 40) + film)
        #expect(picture.removed == ["attached video or second picture"])
        #expect(!contains(picture.bytes, "SECRET"))
    }

    @Test func `a picture that would fill the memory is refused by its header`() {
        // A PNG of a few bytes that says it is 20,000 by 20,000 pixels.
        var bomb = Fixture.png(8, 8)
        bomb.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
        bomb.replaceSubrange(29..<33, with: crc(bomb[12..<29]))
        let problem = #expect(throws: PictureProblem.self) { try Picture.prepare(bomb) }
        #expect(problem?.message.contains("20000 by 20000") == true, "\(String(describing: problem))")
    }

    @Test func `a file above 30 MB is refused unread`() {
        let problem = #expect(throws: PictureProblem.self) {
            try Picture.prepare([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 31 * 1_024 * 1_024))
        }
        #expect(problem?.message.contains("30 MB") == true)
    }

    private func crc(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        crc = ~crc
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> $0) }
    }
}

func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.dropLast(text.count - 1).contains { bytes[$0...].starts(with: text) }
}
