import Database
import Gate
import Imaging

/// What the gate is told of pictures beside what their authors say: the files' own word, and the school's devices.
struct PictureRoom: Sendable {
    let working: [String: WorkingPicture]
    let devices: [SchoolDevice]

    static let empty = PictureRoom(working: [:], devices: [])

    static func load(_ pictures: [PostPicture], at school: School.ID, in db: Connection) throws -> PictureRoom {
        guard !pictures.isEmpty else { return .empty }
        return PictureRoom(
            working: try WorkingPicture.of(pictures.compactMap(\.working), in: db),
            devices: try SchoolDevice.all(at: school, in: db))
    }

    func device(of picture: PostPicture) -> Device {
        let recorded = picture.working.flatMap { working[$0]?.device }
        let declared: Device.Declaration
        switch DeviceChoice(picture.device) {
        case .unsaid: declared = .nothing
        case .own: declared = .own
        case .notTaken: declared = .notTaken
        case .schools(let id):
            let device = devices.first { $0.id == id }
            declared =
                device.map { device in
                    .schools(device.name, fits: recorded.map(device.fits) ?? true)
                } ?? .nothing
        }
        return Device(
            recorded: recorded?.name, isSchools: recorded.map { found in devices.contains { $0.fits(found) } } ?? false,
            declared: declared)
    }
}

/// What an author says took a picture, as it is kept.
enum DeviceChoice: Equatable {
    case unsaid, own, notTaken
    case schools(SchoolDevice.ID)

    init(_ word: String) {
        switch word {
        case "own": self = .own
        case "not taken": self = .notTaken
        default: self = SchoolDevice.ID(pathComponent: word[...]).map { .schools($0) } ?? .unsaid
        }
    }

    var word: String {
        switch self {
        case .unsaid: ""
        case .own: "own"
        case .notTaken: "not taken"
        case .schools(let id): id.pathComponent
        }
    }
}

extension PostFacts {
    /// A picture as the gate sees it.
    func image(of picture: PostPicture) -> Image {
        if let video = picture.video { return image(of: picture, video) }
        // Boxes to blur count as blurred once the picture was made without them, and as open until then.
        let blurred = picture.isMade ? picture.faces.count { $0.answer == .blur } : 0
        let unblurred = picture.isMade ? 0 : picture.faces.count { $0.answer == .blur }
        let others = Int(picture.notPupils) + picture.faces.count { $0.answer == .notPupil }
        let named = picture.shown.compactMap { upns[$0] }
        let known = Set(named).count + others + blurred
        // The author's word that nobody else can be recognised is the count where the detector could not look.
        let isCounted = picture.isCounted || picture.isComplete
        var image = Image(
            file: picture.media, faces: isCounted ? known + picture.open.count + unblurred : nil, named: named,
            notPupils: others, blurred: blurred, workOf: picture.workOf.compactMap { upns[$0] },
            provenance: picture.provenance, alt: picture.alt)
        for face in picture.faces.reversed() {
            if let upn = face.pupil.flatMap({ upns[$0] }) { image.boxes[upn] = face.number }
        }
        image.device = room.device(of: picture)
        return image
    }

    /// A video as the gate sees it: its author's word counts, and so do the faces on the still.
    private func image(of picture: PostPicture, _ video: PostVideo) -> Image {
        let named = picture.shown.compactMap { upns[$0] }
        let known = Set(named).count + Int(picture.notPupils)
        let found = picture.working.flatMap { room.working[$0]?.found } ?? 0
        var image = Image(
            file: video.digest, kind: .video, faces: picture.isComplete ? max(known, found) : nil, named: named,
            notPupils: Int(picture.notPupils), workOf: picture.workOf.compactMap { upns[$0] },
            provenance: picture.provenance, alt: picture.alt)
        image.seconds = video.seconds
        image.device = room.device(of: picture)
        return image
    }
}
