import Policy

/// A control with every kind of direction, standing in for one that looks at posts.
struct SampleControl: Control {
    static let name = "posts.pupil-image"
    static let kept = Kept.enforced
    static let parameters: [Parameter<SampleControl>] = [
        Parameter("consent", \.consent, tighter: .fixed),
        Parameter("on-missing", \.onMissing, tighter: .higher, allowed: [.warn, .hold, .block]),
        Parameter("words", \.words, tighter: .more()),
        Parameter("roles", \.roles, tighter: .fewer()),
        Parameter("faces", \.faces, tighter: .lower, within: 0...20),
        Parameter("keep", \.keep, tighter: .longer),
        Parameter("strict", \.isStrict, tighter: .yes),
        Parameter("from", \.days, tighter: .more()),
    ]

    var consent = Purpose.socialMedia
    var onMissing = Severity.block
    var words: [String] = []
    var roles: [Role] = ["headteacher", "deputy"]
    var faces = 10
    var keep = Period(1, .year)
    var isStrict = false
    var days: [DayRange] = []

    var sentence: String { "A picture without consent for \(consent.rawValue): \(onMissing.rawValue)." }
}

let sample = Catalogue.policy.adding([SampleControl.self])

func library(_ files: [String: String]) -> PolicyLibrary {
    PolicyLibrary(
        policy: { name in files[name].map { (file: "\(name).md", bytes: Array($0.utf8)) } },
        names: { files.keys.sorted() })
}

func read(_ text: String, file: String = "policy.md", beside files: [String: String] = [:]) -> PolicyReading {
    PolicyReader(catalogue: sample, library: library(files)).read(text, file: file)
}

/// A small policy with these lines as its text.
func policy(_ body: String, extends base: String? = nil) -> String {
    "---\ntitle: Social media\n" + (base.map { "extends: \($0)\n" } ?? "") + "---\n" + body
}

extension PolicyReading {
    /// As the command prints them.
    var lines: [String] { problems.map(\.description) }
}
