import Gate
import Policy
import Testing

@Suite struct PictureTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    private func consent(
        _ decision: Consent.Decision, _ purpose: Purpose? = .website, on date: String = "2026-01-01",
        until: String? = nil,
        by giver: String = "Sana Khan", network: Network? = nil, lifted: String? = nil
    ) -> Consent {
        Consent(
            upn: "A1", purpose: purpose, network: network, decision: decision, date: day(date), expiry: until.map(day),
            givenBy: giver, lifted: lifted.map(day))
    }

    private func image(_ named: [String] = ["A1"], kind: Image.Kind = .photo, faces: Int? = nil) -> Image {
        Image(
            file: "a.jpg", kind: kind, faces: faces ?? named.count, named: named, provenance: "own",
            alt: "A child plants a tree")
    }

    private func severities(
        _ consents: [Consent], _ control: PupilImage = PupilImage(), image: Image? = nil
    ) -> [Severity] {
        Oakfield.findings("Planting", images: [image ?? self.image()], consents: consents, controls: [control]).map(
            \.severity)
    }

    @Test(
        "S5: what took a picture is held against the school's list and against what its author says",
        arguments: [
            (nil, nil), (Device(), .warn), (Device(declared: .own), .hold), (Device(declared: .notTaken), nil),
            (Device(recorded: "Apple iPhone 12"), .hold), (Device(recorded: "Canon EOS", isSchools: true), nil),
            (Device(recorded: "Canon EOS", isSchools: true, declared: .own), .hold),
            (Device(recorded: "Canon EOS", isSchools: true, declared: .schools("Tablet", fits: false)), .hold),
            (Device(recorded: "Canon EOS", isSchools: true, declared: .schools("Camera", fits: true)), nil),
            (Device(declared: .schools("Camera", fits: true)), nil),
        ] as [(Device?, Severity?)])
    func devices(device: Device?, severity: Severity?) {
        var image = image([])
        image.device = device
        let found = Oakfield.findings("Planting", images: [image], consents: [], controls: [TakenWith()])
        #expect(found.first?.severity == severity)
    }

    @Test("S10: a finding about somebody with a box names the face, so that it can be blurred")
    func faceNumbers() throws {
        var image = image(["A1"])
        image.boxes = ["A1": 4]
        let found = Oakfield.findings("Planting", images: [image], consents: [], controls: [PupilImage()])
        let finding = try #require(found.first)
        #expect(finding.face == 4)
        #expect(finding.reason.contains("is face 4 in picture 1"))
        #expect(finding.remedy.hasPrefix("Blur face 4"))
    }

    @Test("S10, P4: a pictured pupil without consent in force blocks")
    func consentInForce() {
        #expect(severities([]) == [.block])
        #expect(severities([consent(.yes)]) == [])
        #expect(severities([consent(.yes, nil)]) == [])
        #expect(severities([consent(.yes, .press)]) == [.block])
        #expect(severities([consent(.yes), consent(.no, by: "Imran Khan")]) == [.block])
        #expect(severities([consent(.yes), consent(.withdrawn, on: "2026-02-01")]) == [.block])
        #expect(severities([consent(.no), consent(.yes, on: "2026-02-01")]) == [])
        #expect(severities([consent(.yes), consent(.no)]) == [.block])
        #expect(severities([consent(.yes, until: "2026-11-21")]) == [])
        #expect(severities([consent(.yes, until: "2026-11-20")]) == [.block])
        #expect(severities([consent(.yes, on: "2026-11-22")]) == [.block])
        #expect(severities([consent(.yes, network: "facebook")]) == [.block])
        #expect(severities([consent(.yes, network: "website")]) == [])
        #expect(severities([consent(.yes), consent(.no, nil, on: "2026-03-01")]) == [.block])
    }

    @Test("S10: opt-out takes silence for a yes, and both guardians may be required")
    func models() {
        var optOut = PupilImage()
        optOut.model = .optOut
        #expect(severities([], optOut) == [])
        #expect(severities([consent(.no)], optOut) == [.block])
        var both = PupilImage()
        both.guardians = .both
        #expect(severities([consent(.yes)], both) == [.block])
        #expect(severities([consent(.yes), consent(.yes, by: "imran khan")], both) == [])
    }

    @Test("S10: a video needs consent for video, where the policy says so")
    func videos() {
        let video = image(kind: .video)
        #expect(severities([consent(.yes)], image: video) == [.block])
        #expect(severities([consent(.yes), consent(.yes, .video)], image: video) == [])
        var without = PupilImage()
        without.video = false
        #expect(severities([consent(.yes)], without, image: video) == [])
    }

    @Test("M15, M16: the list and an objection hold for every purpose until lifted")
    func standing() {
        let controls: [any Control] = [DoNotPublish(), Objection()]
        func found(_ consents: [Consent], _ text: String = "Planting", images: [Image]) -> [String] {
            Oakfield.findings(text, images: images, consents: consents, controls: controls).map {
                "\($0.rule) \($0.severity)"
            }
        }
        #expect(found([consent(.doNotPublish, .press)], images: [image()]) == ["posts.do-not-publish block"])
        #expect(
            found([consent(.objected), consent(.yes, nil, on: "2026-05-01")], images: [image()]) == [
                "posts.objection block"
            ])
        #expect(found([consent(.doNotPublish, lifted: "2026-11-01")], images: [image()]) == [])
        #expect(found([consent(.doNotPublish)], "Well done Amira Khan", images: []) == ["posts.do-not-publish hold"])
        #expect(severities([consent(.objected, .press), consent(.yes, nil)]) == [.block])
    }

    @Test("W22: somebody whom the roll does not know holds")
    func stranger() { #expect(severities([], image: image(["ZZ"])) == [.hold]) }

    @Test("S11: work needs consent for work")
    func work() {
        var picture = image([])
        picture.workOf = ["A1"]
        #expect(Oakfield.findings("Art", images: [picture], controls: [PupilWork()]).map(\.severity) == [.block])
        #expect(
            Oakfield.findings("Art", images: [picture], consents: [consent(.yes, .work)], controls: [PupilWork()])
                .isEmpty)
    }

    @Test("S10: every face is accounted for")
    func faces() {
        func found(_ image: Image) -> [Severity] {
            Oakfield.findings("x", images: [image], controls: [Faces()]).map(\.severity)
        }
        var picture = image(["A1"], faces: 3)
        #expect(found(picture) == [.hold])
        picture.notPupils = 1
        picture.blurred = 1
        #expect(found(picture) == [])
        picture.faces = 2
        #expect(found(picture) == [.warn])
    }

    @Test("A picture without alt text blocks", arguments: [nil, "", "  ", "🎉"])
    func missingAltText(alt: String?) {
        let picture = Image(file: "a.jpg", alt: alt)
        #expect(Oakfield.findings("x", images: [picture], controls: [AltText()]).map(\.severity) == [.block])
    }

    @Test(
        "A file's name is no alt text, and blocks",
        arguments: [
            "IMG_1234.jpg", "photo.png", "DSC0001", "IMG 4021", "20261121_101500", "PXL_20261121_101500123.jpg",
            "IMG-20261121-WA0003", "Screenshot 2026-11-21 at 10.15.21", "holly wreaths.JPEG", "image 3", "P1010023",
        ])
    func fileNameAsAltText(alt: String) {
        let picture = Image(file: "a.jpg", alt: alt)
        #expect(Oakfield.findings("x", images: [picture], controls: [AltText()]).map(\.severity) == [.block])
    }

    @Test(arguments: [
        "Year 4 at the beach", "4 children and 2 hens", "Scan of a leaf", "Picture 3 of the mural",
        "A jpg logo on a screen",
        "Photo finish of the egg race", "Room 12 after the flood",
    ])
    func `alt text with numbers and words of the trade is no file name`(alt: String) {
        let picture = Image(file: "a.jpg", alt: alt)
        #expect(!Oakfield.findings("x", images: [picture], controls: [AltText()]).contains { $0.severity == .block })
    }

    @Test(arguments: ["Image of two children reading", "a photo showing a tree", "Tree"])
    func `poor alt text gets a hint`(alt: String) {
        let picture = Image(file: "a.jpg", alt: alt)
        #expect(Oakfield.findings("x", images: [picture], controls: [AltText()]).map(\.severity) == [.hint])
    }

    @Test("M22: others' material needs permission, and its author a credit")
    func provenance() {
        func found(_ provenance: String?, _ text: String = "x") -> [String] {
            let picture = Image(file: "a.jpg", provenance: provenance, alt: "A tree in the snow")
            return Oakfield.findings(text, images: [picture], controls: [Provenance(), Credit()]).map {
                "\($0.rule) \($0.severity)"
            }
        }
        #expect(found("own") == [] && found("Own: taken by the office") == [])
        #expect(found(nil) == ["posts.provenance hold"] && found("google") == ["posts.provenance hold"])
        #expect(found("licence: CC BY 4.0") == ["posts.credit warn"] && found("permission") == ["posts.credit warn"])
        // A name that stands in the facts alone is nothing that a reader sees.
        #expect(found("licence: CC BY 4.0, Jo Bell") == ["posts.credit warn"])
        #expect(found("permission: Jo Bell", "Thank you to Jo Bell for this picture.") == [])
        #expect(found("licence: CC BY", "Snow. Photo: Jo Bell") == [])
        #expect(found("own", "A picture from Google") == ["posts.provenance hold"])
    }

    @Test("S10: a refusal never helps, whatever else was answered")
    func properties() {
        var random = SystemRandomNumberGenerator()
        let days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-12-01"]
        for _ in 0..<2_000 {
            let consents = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                consent(
                    Consent.Decision.allCases.randomElement(using: &random) ?? .yes,
                    ([nil, .website, .press] as [Purpose?]).randomElement(using: &random) ?? nil,
                    on: days.randomElement(using: &random) ?? "2026-01-01",
                    until: Bool.random(using: &random) ? "2026-12-31" : nil,
                    by: Bool.random(using: &random) ? "A" : "B")
            }
            let before = ConsentRegister(consents)
            let refused = ConsentRegister(consents + [consent(.no, nil, on: "2026-11-21", by: "A")])
            let shuffled = ConsentRegister(consents.shuffled(using: &random))
            let today = day("2026-11-21")
            for model in ConsentRegister.Model.allCases {
                #expect(!refused.isInForce(.website, for: "A1", on: "wordpress", day: today, model: model))
                #expect(
                    before.isInForce(.website, for: "A1", on: "wordpress", day: today, model: model)
                        == shuffled.isInForce(.website, for: "A1", on: "wordpress", day: today, model: model))
            }
            if before.isInForce(.website, for: "A1", on: "wordpress", day: today) {
                #expect(before.isInForce(.website, for: "A1", on: "wordpress", day: today, model: .optOut))
                #expect(before.standing(of: "A1", on: today) == nil)
            }
        }
    }
}
