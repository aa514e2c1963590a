import Foundation
import Policy
import Testing

@testable import Gate

/// Would a teacher know what to do next? Asked of every finding of every control.
@Suite struct FindingTextTests {
    /// What a next step begins with: something to do, said to whoever reads it.
    private static let verbs: Set<String> = [
        "Add", "Ask", "Begin", "Blur", "Call", "Check", "Choose", "Copy", "Cut", "Describe", "End", "Give", "Keep",
        "Leave",
        "Let", "Link", "Make", "Mark", "Name", "Open", "Post", "Put", "Read", "Remove", "Say", "Send", "Shorten",
        "Show",
        "Speak", "Take", "Talk", "Tell", "Think", "Use", "Write",
    ]

    private static func image(_ change: (inout Image) -> Void = { _ in }) -> Image {
        var image = Image(
            file: "a.jpg", faces: 1, notPupils: 1, provenance: "own", alt: "A child plants a tree beside the playground"
        )
        change(&image)
        return image
    }

    private static func answer(_ decision: Consent.Decision) -> Consent {
        Consent(
            upn: "A1", purpose: nil, decision: decision, date: Day("2026-01-01") ?? Day(daysSince1970: 0),
            givenBy: "Sana Khan")
    }

    private static let named = image {
        $0.named = ["A1"]
        $0.notPupils = 0
        $0.boxes = ["A1": 1]
    }

    /// Posts with pictures, names and settings that make the controls speak for which there are no labelled words.
    private static func others() -> [Finding] {
        let gone = image { $0.named = ["NOBODY"] }
        let pictures: [(images: [Image], consents: [Consent])] = [
            ([named], []), ([gone], []), ([named], [answer(.doNotPublish)]), ([named], [answer(.objected)]),
            ([image { $0.workOf = ["A1"] }, image { $0.workOf = ["NOBODY"] }], []),
            ([image { $0.faces = nil }, image { $0.faces = 3 }, image { $0.faces = 0 }], []),
            ([image { $0.alt = nil }, image { $0.alt = "IMG_2041.jpg" }, image { $0.alt = "tree" }], []),
            ([image { $0.alt = String(repeating: "A long walk to the mill and back. ", count: 20) }], []),
            ([image { $0.provenance = nil }, image { $0.provenance = "licence: CC BY, Ines Duarte" }], []),
            ([image { $0.provenance = "permission: Jo Bell" }, image { $0.provenance = "the internet" }], []),
            ([image { $0.device = Device() }, image { $0.device = Device(declared: .own) }], []),
            ([image { $0.device = Device(recorded: "Apple iPhone 12") }], []),
            (
                [
                    image {
                        $0.kind = .video
                        $0.seconds = 900
                    },
                    image {
                        $0.kind = .video
                        $0.named = ["A1"]
                    },
                ], []
            ),
            (
                [
                    image { $0.device = Device(recorded: "Canon", declared: .schools("Tablet", fits: false)) },
                    image { $0.alt = "Amira Khan with Sana Khan and Jane Patel, 07700 900123" },
                ], []
            ),
        ]
        let texts = [
            "Well done Amira Khan!", "Amira K. swam.", "Amira of Year 4 swam.", "Grace swam.", "The Khan family came.",
            "Thank you, Sana Khan.", "Welcome, Jane Patel.", "Write to a.khan@mail.example or call 07700 900123.",
            "She was born on 12 March 2018 and lives at 4 Mill Lane, LS9 4XY.", "Add me on Snapchat, I am ruthie22.",
            "Find me at https://www.instagram.com/ruth.private", "My own number is 07700 900123.",
            "Picture taken from another school's website.", "Repost of what the museum wrote.",
        ]
        let everything = PostControls.all.map { $0.init() as any Control }
        return pictures.flatMap {
            Oakfield.findings("Amira planted a tree", images: $0.images, consents: $0.consents, controls: everything)
        }
            + texts.flatMap {
                Oakfield.findings($0, images: [named], controls: everything)
                    + Oakfield.findings($0, controls: everything)
            } + rare()
    }

    /// Controls that speak only when a policy or a day makes them.
    private static func rare() -> [Finding] {
        var gain = Gain()
        gain.interests = ["Skelton's Coaches"]
        let quiet = Post(
            text: "Skelton's Coaches took us to the mill, see https://bit.example/x and http://198.51.100.7/a",
            school: "oak",
            network: "facebook", authorRole: "teacher", date: Day("2026-11-21") ?? Day(daysSince1970: 0),
            links: [
                Link(url: "https://bit.example/x", resolved: "https://elsewhere.example/", status: 404),
                Link(url: "http://198.51.100.7/a", isBlocked: true),
            ], repostOf: "")
        var post = quiet
        if let first = Day("2026-11-20"), let last = Day("2026-11-26"), let days = DayRange(first, last) {
            post.quietDays = [days]
        }
        let controls: [any Control] = PostControls.all.map { $0.init() } + [gain]
        return check(
            post, roll: Oakfield.index, consents: ConsentRegister([]), rulebook: WordsDesk.rulebook(controls))
    }

    @Test("Every finding says in a sentence what is the matter, and begins its next step with what to do")
    func sentences() {
        let findings = Self.others() + WordsCaughtTests.cases.flatMap { WordsDesk.findings($0.text) }
        for finding in findings {
            let (reason, remedy) = (finding.reason, finding.remedy)
            #expect(reason.hasSuffix(".") && reason.split(separator: " ").count >= 4, "\(finding.rule): \(reason)")
            #expect(remedy.hasSuffix(".") && remedy.split(separator: " ").count >= 3, "\(finding.rule): \(remedy)")
            #expect(reason != remedy)
            // “If in doubt, leave it out” says what to do after its condition.
            let steps = remedy.components(separatedBy: ". ").compactMap { sentence in
                (sentence.hasPrefix("If ") ? sentence.split(separator: ",").last ?? "" : sentence[...])
                    .split(separator: " ").first.map { String($0).capitalized }
            }
            #expect(
                steps.contains { Self.verbs.contains($0) }, "\(finding.rule) does not say what to do: \(remedy)")
            for word in ["Please", "please ", "nvalid", "Error", "Oops"] {
                #expect(!reason.contains(word) && !remedy.contains(word), "\(finding.rule): \(remedy)")
            }
        }
    }

    @Test("No control is silent here: each one's findings are read")
    func all() {
        let spoken = Set(
            (Self.others() + WordsCaughtTests.cases.flatMap { WordsDesk.findings($0.text) }).map(\.rule))
        let silent = PostControls.all.map { $0.name }.filter { !spoken.contains($0) }
        #expect(silent == [], "let something in this file make them speak")
    }
}
