import Testing

@testable import Imaging
@testable import Pictures

@Suite struct FaceTests {
    @Test(arguments: ["astronaut.jpg", "astronaut-phone.jpg", "astronaut.webp", "astronaut.heic"])
    func `a face is found where it is in the upright picture`(name: String) throws {
        let facts = try Picture.work(on: Astronaut.file(name), PictureOrder()).facts
        #expect((facts.width, facts.height) == (240, 180))
        let faces = try #require(facts.faces)
        #expect(faces.count == 1)
        let face = try #require(faces.first)
        #expect(Astronaut.face.isLike(face.box), "\(face)")
        #expect(face.score > 0.8)
    }

    @Test func `boxes are in pixels of the whole picture, however large it is`() throws {
        let places = [(x: 100, y: 150), (x: 2_300, y: 1_600), (x: 1_300, y: 900)]
        let picture = try Astronaut.canvas(2_600, 1_950, at: places)
            .encoded(PictureSize(maxEdge: 4_096), keepsPNG: false)
        let facts = try Picture.work(on: picture.bytes, PictureOrder()).facts
        #expect((facts.width, facts.height) == (2_600, 1_950))
        let faces = facts.faces ?? []
        #expect(faces.count == 3)
        for place in places {
            let there = PixelBox(x: place.x + 66, y: place.y + 44, width: 88, height: 112)
            #expect(faces.contains { there.isLike($0.box) }, "\(place): \(faces)")
        }
    }

    @Test func `where nobody is, nobody is found, and not asked is not none`() throws {
        #expect(try Picture.work(on: Fixture.jpeg(600, 400), PictureOrder()).facts.faces?.isEmpty == true)
        #expect(try Picture.work(on: Fixture.jpeg(60, 40), PictureOrder(findsFaces: false)).facts.faces == nil)
    }

    @Test(arguments: [(1, 1), (1, 900), (3, 2), (2_048, 1)])
    func `a picture of hardly any pixels is no trouble`(width: Int, height: Int) throws {
        let facts = try Picture.work(on: Fixture.png(width, height), PictureOrder()).facts
        #expect((facts.width, facts.height) == (width, height))
        #expect(facts.faces?.isEmpty == true)
    }

    @Test(
        "S5: what took the picture is read before it is left out",
        arguments: ["astronaut-phone.jpg", "astronaut.webp", "astronaut.heic"])
    func device(name: String) throws {
        let file = try Astronaut.file(name)
        #expect(contains(file, "SN-0042") && contains(file, "SECRET-NOTE"))
        let result = try Picture.work(on: file, PictureOrder(sizes: [PictureSize()], findsFaces: false))
        #expect(result.facts.device == PictureDevice(make: "Lantern", model: "Lantern One", serial: "SN-0042"))
        #expect(result.facts.removed.contains("where it was taken (GPS)"))
        let made = try #require(result.pictures.first)
        for trace in ["Lantern", "SN-0042", "SECRET", "Exif", "ICC_PROFILE"] {
            #expect(!contains(made.bytes, trace), "\(trace)")
        }
        let again = try Picture.work(on: made.bytes, PictureOrder(findsFaces: false)).facts
        #expect(again.device == nil && again.removed.isEmpty && again.orientation == 1)
    }

    @Test func `a picture is made as small as the network wants it`() throws {
        var noise = try Astronaut.canvas(400, 300, at: [])
        var random = SystemRandomNumberGenerator()
        for index in noise.bytes.indices { noise.bytes[index] = UInt8.random(in: 0...255, using: &random) }
        for keepsPNG in [true, false] {
            let picture = try noise.encoded(PictureSize(maxEdge: 300, maxBytes: 20_000), keepsPNG: keepsPNG)
            #expect(picture.bytes.count <= 20_000)
            #expect(picture.width < 300)
        }
        let fine = try noise.encoded(PictureSize(maxEdge: 200), keepsPNG: false)
        #expect((fine.width, fine.height) == (200, 150))
    }
}
