public import Policy

/// Consent before a pupil is pictured.
public struct PupilImage: PostControl {
    /// Which consent a picture needs.
    public enum Need: String, ParameterWord {
        case byNetwork = "by network"
        case socialMedia = "social media"
        case website, press, video, work
        case nameWithPhoto = "name with photo"

        func purpose(on network: Network) -> Purpose { Purpose(rawValue: rawValue) ?? network.purpose }
    }

    public enum Guardians: String, ParameterWord, Comparable {
        case any, both
        public static func < (a: Guardians, b: Guardians) -> Bool { a == .any && b == .both }
    }

    /// What a picture needs to go to a network.
    public func purpose(on network: Network) -> Purpose { consent.purpose(on: network) }

    public var consent = Need.byNetwork
    public var model = ConsentRegister.Model.optIn
    public var guardians = Guardians.any
    public var video = true
    public var onMissing = Severity.block

    public init() {}

    public static let name = "posts.pupil-image"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PupilImage>] = [
        Parameter("consent", \.consent, tighter: .fixed),
        Parameter("model", \.model, tighter: .lower),
        Parameter("guardians", \.guardians, tighter: .higher),
        Parameter("video-consent", \.video, tighter: .yes),
        Parameter("on-missing", \.onMissing, tighter: .higher, allowed: Severity.forPictures),
    ]

    public var sentence: String {
        let need = consent == .byNetwork ? "for the network it goes to" : "for \(consent.rawValue)"
        let silence = model == .optIn ? "no answer is a no" : "no answer is a yes"
        let both = guardians == .both ? " and every parent or carer on the roll must have agreed" : ""
        let videos = video ? " A video needs consent for video as well." : ""
        return "A post with a picture of a pupil \(onMissing.consequence) unless consent \(need) is in force;"
            + " \(silence)\(both).\(videos)"
    }

    public func findings(in situation: Situation) -> [Remark] {
        let post = situation.post
        return post.images.enumerated().flatMap { index, image in
            var purposes = [consent.purpose(on: post.network)]
            if video, image.kind == .video, !purposes.contains(.video) { purposes.append(.video) }
            return image.named.compactMap { remark(on: $0, in: image, purposes: purposes, index, situation) }
        }
    }

    private func remark(
        on upn: String, in image: Image, purposes: [Purpose], _ index: Int, _ situation: Situation
    ) -> Remark? {
        guard let pupil = situation.roll.pupil(upn) else {
            return Remark(
                .hold, image: index, face: image.boxes[upn],
                "Someone named in \(image.called(index)) is not on the roll: we do not know who this is.",
                remedy:
                    "Name the child again from the roll, or \(image.kind == .video ? "say that it is no pupil" : "mark the face “not a pupil”")."
            )
        }
        let required = guardians == .both ? pupil.guardians.map(\.name) : []
        for purpose in purposes {
            let state = situation.consents.state(
                of: upn, for: purpose, on: situation.post.network, day: situation.post.date, model: model,
                required: required)
            guard state != .inForce else { continue }
            return Remark(
                onMissing, image: index, face: image.boxes[upn],
                "\(pupil.calledName) is \(image.place(of: upn, in: index)), and consent for \(purpose.rawValue) is not in force: \(state.reason).",
                remedy:
                    "\(image.hiding(upn)), use another \(image.word), or ask the family and record their answer first."
            )
        }
        return nil
    }
}

extension ConsentRegister.Model: ParameterWord, Comparable {
    public static func < (a: Self, b: Self) -> Bool { a == .optIn && b == .optOut }
}

extension ConsentRegister.State {
    var reason: String {
        switch self {
        case .inForce: "it is in force"
        case .unanswered: "nobody has answered"
        case .refused: "the answer is no"
        case .withdrawn: "it has been withdrawn"
        case .expired: "it has expired"
        case .objected: "there is an objection"
        case .doNotPublish: "the child is on the do-not-publish list"
        case .waiting: "a parent or carer has not answered"
        }
    }
}

extension Pupil {
    /// As people at the school call them.
    var calledName: String { "\(preferredName ?? firstName) \(lastName)" }
}
