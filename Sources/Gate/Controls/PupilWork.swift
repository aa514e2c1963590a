public import Policy

/// Consent before a pupil's work is shown.
public struct PupilWork: PostControl {
    public var model = ConsentRegister.Model.optIn
    public var onMissing = Severity.block

    public init() {}

    public static let name = "posts.pupil-work"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PupilWork>] = [
        Parameter("model", \.model, tighter: .lower),
        Parameter("on-missing", \.onMissing, tighter: .higher, allowed: [.warn, .hold, .block]),
    ]

    public var sentence: String {
        "A post that shows a pupil's work \(onMissing.consequence) unless consent for work is in force;"
            + " \(model == .optIn ? "no answer is a no" : "no answer is a yes")."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let post = situation.post
        return post.images.enumerated().flatMap { index, image in
            image.workOf.compactMap { upn -> Remark? in
                guard let pupil = situation.roll.pupil(upn) else {
                    return Remark(
                        .hold, image: index,
                        "\(image.called(index).capitalisedFirst) shows the work of somebody who is not on the roll.",
                        remedy: "Name the child again from the roll, or leave the name out.")
                }
                let state = situation.consents.state(
                    of: upn, for: .work, on: post.network, day: post.date, model: model)
                guard state != .inForce else { return nil }
                return Remark(
                    onMissing, image: index,
                    "\(image.called(index).capitalisedFirst) shows work by \(pupil.calledName), and consent for work is not in force: \(state.reason).",
                    remedy: "Show other work, or ask the family and record their answer first.")
            }
        }
    }
}
