public import Policy

/// What the gate knows of a post: facts only; the application resolves links and counts faces.
public struct Post: Sendable {
    public var text: String
    /// The school's code, as in the roll.
    public var school: String
    public var network: Network
    /// The author's `staff_id`, when known.
    public var author: String?
    public var authorRole: Role
    /// The day it is checked on, or would be published on.
    public var date: Day
    public var links: [Link]
    public var images: [Image]
    /// The words of what this reposts, shares or likes: they count as much as its own. Empty when nobody knows them.
    public var repostOf: String?
    /// The days after a bereavement notice of the school.
    public var quietDays: [DayRange] = []

    public init(
        text: String, school: String, network: Network, author: String? = nil, authorRole: Role, date: Day,
        links: [Link] = [], images: [Image] = [], repostOf: String? = nil
    ) {
        self.text = text
        self.school = school
        self.network = network
        self.author = author
        self.authorRole = authorRole
        self.date = date
        self.links = links
        self.images = images
        self.repostOf = repostOf
    }
}

/// Where a post goes; any name but those listed counts as social media without limits of its own.
public struct Network: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue == "website" ? "wordpress" : rawValue }
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The consent that a picture or video needs there.
    public var purpose: Purpose { self == "wordpress" || self == "feed" ? .website : .socialMedia }
}

/// A link in a post, and what is known of where it leads.
public struct Link: Sendable {
    public var url: String
    /// Where it ends up; nil when nobody has looked, or when it stays where it says.
    public var resolved: String?
    public var status: Int?
    public var isBlocked: Bool

    public init(url: String, resolved: String? = nil, status: Int? = nil, isBlocked: Bool = false) {
        self.url = url
        self.resolved = resolved
        self.status = status
        self.isBlocked = isBlocked
    }
}

/// A picture or video, and what people have said about it.
public struct Image: Sendable {
    public enum Kind: String, Sendable { case photo, video }

    public var file: String
    public var kind: Kind
    /// How many faces were counted; nil when nobody has.
    public var faces: Int?
    /// The pupils shown, by UPN.
    public var named: [String]
    /// The numbers of the boxes that show named pupils, by UPN.
    public var boxes: [String: Int] = [:]
    /// Faces that are not a pupil's.
    public var notPupils: Int
    public var blurred: Int
    /// The pupils whose work it shows, by UPN.
    public var workOf: [String]
    /// Begins `own`, `permission` or `licence`; more may follow after a colon.
    public var provenance: String?
    public var alt: String?
    /// What took it; nil where nobody can know.
    public var device: Device?
    /// How long a video plays; nil for a photo, or when nobody knows.
    public var seconds: Int?

    public init(
        file: String, kind: Kind = .photo, faces: Int? = nil, named: [String] = [], notPupils: Int = 0,
        blurred: Int = 0, workOf: [String] = [], provenance: String? = nil, alt: String? = nil
    ) {
        self.file = file
        self.kind = kind
        self.faces = faces
        self.named = named
        self.notPupils = notPupils
        self.blurred = blurred
        self.workOf = workOf
        self.provenance = provenance
        self.alt = alt
    }
}

/// What took a picture: what its file said before that was removed, and what its author says.
public struct Device: Sendable, Equatable {
    public enum Declaration: Sendable, Equatable {
        case nothing
        /// One of the school's, by the name the register gives it; `fits` when the file does not say otherwise.
        case schools(String, fits: Bool)
        /// Somebody's own camera or phone.
        case own
        /// It was drawn, scanned or bought, not taken here.
        case notTaken
    }

    /// Such as `Apple iPhone 12`; nil when the file says nothing.
    public var recorded: String?
    /// Whether what the file says is on the school's register.
    public var isSchools: Bool
    public var declared: Declaration

    public init(recorded: String? = nil, isSchools: Bool = false, declared: Declaration = .nothing) {
        self.recorded = recorded
        self.isSchools = isSchools
        self.declared = declared
    }
}

extension Device {
    /// As files say it: `own`, `school`, or what the picture's own file says.
    init(word: String) {
        switch word.lowercased() {
        case "own": self.init(declared: .own)
        case "school": self.init(declared: .schools("the school's", fits: true))
        default: self.init(recorded: word)
        }
    }
}

extension Image {
    /// `picture` or `video`, as people call it.
    var word: String { kind == .video ? "video" : "picture" }

    /// `picture 1`, counted among all that a post has.
    func called(_ index: Int) -> String { "\(word) \(index + 1)" }

    /// Where a named pupil is: `face 4 in picture 1`, or `in picture 1` where nobody drew a box.
    func place(of upn: String, in index: Int) -> String {
        boxes[upn].map { "face \($0) in \(called(index))" } ?? "in \(called(index))"
    }

    /// What to do about somebody who may not be shown. In a video nobody is blurred, so that is not offered.
    func hiding(_ upn: String) -> String {
        if kind == .video { return "Cut the part that shows the child out of the video" }
        return boxes[upn].map { "Blur face \($0)" } ?? "Blur the face"
    }
}
