public import Policy

/// Whose camera or phone took a picture of children.
public struct TakenWith: PostControl {
    public var onOther = Severity.hold
    public var onUnsaid = Level.warn

    public init() {}

    public static let name = "posts.device"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<TakenWith>] = [
        Parameter("on-other", \.onOther, tighter: .higher, allowed: Severity.forPictures),
        Parameter("on-unsaid", \.onUnsaid, tighter: .higher),
    ]

    public var sentence: String {
        "A post with a picture that was not taken with one of the school's cameras or phones, or not with the one its"
            + " author names, \(onOther.consequence). A post with a picture of which neither the file nor the author says"
            + " what took it \(onUnsaid.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.post.images.enumerated().compactMap { index, image in
            guard let device = image.device, let severity = severity(device),
                let reason = reason(device, image.called(index))
            else {
                return nil
            }
            return Remark(severity, image: index, reason, remedy: remedy(device, image))
        }
    }

    private func severity(_ device: Device) -> Severity? {
        isUnsaid(device) ? onUnsaid.severity : onOther
    }

    private func isUnsaid(_ device: Device) -> Bool { device.recorded == nil && device.declared == .nothing }

    /// Nil when nothing is wrong.
    private func reason(_ device: Device, _ called: String) -> String? {
        switch (device.recorded, device.declared) {
        case (_, .own): return "\(called.capitalisedFirst) was taken with somebody's own camera or phone."
        case (let recorded?, .schools(let named, fits: false)):
            return
                "\(called.capitalisedFirst) says that it was taken with \(recorded.withArticle), and its author says with “\(named)”."
        case (_, .schools): return nil
        case (let recorded?, _) where !device.isSchools:
            return
                "\(called.capitalisedFirst) was taken with \(recorded.withArticle), which is not on the school's list."
        case (nil, .nothing): return "Nobody has said what \(called) was taken with."
        default: return nil
        }
    }

    private func remedy(_ device: Device, _ image: Image) -> String {
        if isUnsaid(device) {
            return "Choose the camera or phone under the \(image.word), or say that it was not taken here."
        }
        return
            "Use a \(image.word) from one of the school's devices. If leadership allowed this one, whoever approves the post says so."
    }
}

extension String {
    /// `an Apple iPhone`, `a Canon EOS`.
    fileprivate var withArticle: String {
        let isVowel = first.map { "AEIOUaeiou".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + self
    }
}
