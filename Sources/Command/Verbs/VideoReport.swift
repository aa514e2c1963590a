import Imaging

/// What `schoolgate photo inspect` says of a video.
struct VideoReport: FileReport {
    let file: String
    let facts: VideoFacts
    /// Of the still, with what took the video and what is left out of it.
    let still: PictureFacts

    var lines: [String] {
        let seconds = "\(facts.milliseconds / 1_000).\(facts.milliseconds % 1_000 / 100)"
        let lines = [
            "\(file): \(facts.format.uppercased()), \(facts.width) by \(facts.height) pixels\(facts.orientation.asLie)",
            "  \(seconds) seconds, \(facts.codec), \(facts.sound.map { "with sound (\($0))" } ?? "without sound")",
        ]
        let faces = still.faces.map { "\($0.count)" } ?? "the detector failed, so look yourself"
        return lines + still.traces + ["  faces on a still: \(faces)"]
    }

    var json: JSON {
        .object([
            ("file", .string(file)), ("format", .string(facts.format)), ("milliseconds", .number(facts.milliseconds)),
            ("width", .number(facts.width)), ("height", .number(facts.height)),
            ("orientation", .number(facts.orientation)), ("codec", .string(facts.codec)),
            ("sound", facts.sound.map { .string($0) } ?? .null), ("device", still.deviceJSON),
            ("removed", .strings(still.removed)), ("faces-on-a-still", still.faces.map { .number($0.count) } ?? .null),
        ])
    }
}
