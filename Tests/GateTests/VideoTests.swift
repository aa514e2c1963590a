import Gate
import Policy
import Testing

@Suite struct VideoTests {
    private func video(_ named: [String] = [], seconds: Int? = 30, faces: Int? = 0) -> Image {
        var image = Image(
            file: "a.mp4", kind: .video, faces: faces, named: named, provenance: "own", alt: "Children sing a round")
        image.seconds = seconds
        return image
    }

    private func found(_ image: Image, _ control: any PostControl) -> [Finding] {
        Oakfield.findings("Singing", images: [image], controls: [control])
    }

    @Test("A video longer than the policy says waits, or is stopped; one of unknown length counts as longer")
    func length() {
        var control = Video()
        #expect(found(video(seconds: 120), control).isEmpty)
        #expect(found(video(seconds: 121), control).map(\.severity) == [.hold])
        #expect(found(video(seconds: nil), control).map(\.severity) == [.hold])
        control.longest = 30
        control.onLonger = .block
        #expect(found(video(seconds: 31), control).first?.reason == "Video 1 is 31 seconds long; 30 is the most.")
        #expect(found(video(seconds: 31), control).map(\.severity) == [.block])
        var photo = video(seconds: nil)
        photo.kind = .photo
        #expect(found(photo, control).isEmpty)
    }

    @Test("N5: a video of which nobody has said who can be recognised waits")
    func unsaid() {
        #expect(found(video(faces: nil), Faces()).map(\.severity) == [.hold])
        #expect(found(video(faces: 0), Faces()).isEmpty)
        #expect(found(video(["A1"], faces: 1), Faces()).isEmpty)
    }

    @Test("N5: more faces on a still than people its author speaks of make a video wait")
    func more() {
        let finding = found(video(faces: 2), Faces()).first
        #expect(finding?.reason == "Video 1 shows at least two faces, and nobody is accounted for.")
        #expect(finding?.severity == .hold)
    }

    @Test("S10, M15: a child who may not be shown stops a video, and no blur is offered")
    func noBlur() {
        for control in [PupilImage() as any PostControl] {
            let finding = found(video(["A1"], faces: 1), control).first
            #expect(finding?.severity == .block && finding?.face == nil)
            #expect(finding?.reason.contains("in video 1") == true)
            #expect(finding?.remedy.contains("Cut the part that shows the child out of the video") == true)
            #expect(finding.map { $0.remedy.contains("lur") } == false)
        }
    }
}
