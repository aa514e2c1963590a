import Crypto
import Database
import Gate

/// Something a school wants to say on its accounts, on its way from draft to removal.
struct Post: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<Post>

    enum State: String, Sendable, CaseIterable {
        case draft
        /// Waits for whoever the policy names.
        case held
        /// Sent back by an approver with a reason.
        case returned
        case scheduled, publishing, published
        /// Its slot passed before it could go out; a person decides.
        case missed
        /// The gate or the network stopped it on its way out; a person decides.
        case stopped
        case removing, removed, discarded

        /// Whether its words and pictures can still be changed.
        var isEditable: Bool {
            switch self {
            case .draft, .held, .returned, .scheduled, .missed, .stopped: true
            case .publishing, .published, .removing, .removed, .discarded: false
            }
        }
    }

    let id: ID
    let school: School.ID
    let author: Person.ID
    let lastEditor: Person.ID
    let text: String
    let state: State
    /// When it should go out; nil means as soon as it may.
    let slot: Instant?
    /// Grows with every save, so that two people editing cannot overwrite each other unseen.
    let edits: Int64
    let createdAt: Instant
    let updatedAt: Instant
    let accounts: [Account.ID]
    let pictures: [PostPicture]

    /// The first line, shortened, for lists.
    var title: String { Self.title(of: text) }

    static func title(of text: String) -> String {
        let line = text.firstLine
        guard !line.isEmpty else { return "A post without words" }
        guard line.utf8.count > 60, line.count > 60 else { return line }
        // Ends with a whole word.
        let start = line.prefix(57)
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return start[..<end].trimmingSuffix { $0.isWhitespace || $0 == "," || $0 == ":" } + "…"
    }
}

/// A picture of a post, with what people have said about it.
struct PostPicture: Sendable, Equatable {
    var media: String
    var alt: String
    var provenance: String
    var shown: [Pupil.ID]
    var workOf: [Pupil.ID]
    var notPupils: Int64
    /// The author has said that everybody who can be recognised is named.
    var isComplete: Bool
    /// The sealed picture it is made from; nil for one that was added before there were any.
    var working: String?
    /// Where there are faces, and whose; in pixels of the working picture.
    var faces: [PictureFace] = []
    /// Whether the detector could look at it.
    var isCounted = false
    /// The places without which `media` was made.
    var blurred = ""
    /// What its author says took it.
    var device = ""
    /// Its pixels have been deleted.
    var isErased = false
    /// What it is a still of; nil for a picture.
    var video: PostVideo?

    var isVideo: Bool { video != nil }
    /// `picture` or `video`, as people call it.
    var word: String { isVideo ? "video" : "picture" }
    /// All that goes out of it.
    var digests: [String] { [media] + [video?.digest].compactMap { $0 } }
}

extension Post {
    /// The digest of exactly what an approval is given for: words, pictures and what is said of them, accounts, time.
    ///
    /// N11: any change gives another fingerprint, which voids the approvals given for this one.
    var fingerprint: String {
        var parts = ["schoolgate post 1", text, slot.map { "\($0.milliseconds)" } ?? "as soon as it may"]
        parts += accounts.map { "account \($0.rawValue)" }.sorted()
        for picture in pictures {
            parts += ["picture", picture.media, picture.alt, picture.provenance, "\(picture.notPupils)"]
            parts += picture.shown.map { "shown \($0.rawValue)" }.sorted()
            parts += picture.workOf.map { "work \($0.rawValue)" }.sorted()
            parts += picture.faces.map(\.words)
            if let video = picture.video { parts.append("video \(video.digest)") }
            if !picture.device.isEmpty { parts.append("device \(picture.device)") }
            parts.append(picture.isComplete ? "complete" : "open")
        }
        return Digest.of(parts: parts.map { Array($0.utf8) }).hex
    }
}

extension String.SubSequence {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// The first line that is not empty, found without looking at the rest.
    fileprivate var firstLine: String {
        var start = startIndex
        while start < endIndex, self[start].isNewline { start = index(after: start) }
        let end = self[start...].firstIndex(where: \.isNewline) ?? endIndex
        return String(self[start..<end])
    }
}
