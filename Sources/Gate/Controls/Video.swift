public import Policy

/// How long a video may be: a long one is hard to check, and few people watch it.
public struct Video: PostControl {
    public var longest = 120
    public var onLonger = Severity.hold

    public init() {}

    public static let name = "posts.video"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<Video>] = [
        Parameter("longest", \.longest, tighter: .lower, within: 5...600),
        Parameter("on-longer", \.onLonger, tighter: .higher, allowed: Severity.forPictures),
    ]

    public var sentence: String {
        "A post with a video of more than \(longest) seconds, or of which nobody knows how long it is,"
            + " \(onLonger.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        situation.post.images.enumerated().compactMap { index, image in
            guard image.kind == .video, image.seconds.map({ $0 > longest }) ?? true else { return nil }
            let called = image.called(index).capitalisedFirst
            return Remark(
                onLonger, image: index,
                image.seconds.map { "\(called) is \($0) seconds long; \(longest) is the most." }
                    ?? "Nobody knows how long \(image.called(index)) is.",
                remedy: "Cut out the part that families should see, and watch it to its end before you add it.")
        }
    }
}
