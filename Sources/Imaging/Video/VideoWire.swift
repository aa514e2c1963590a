/// What is said about videos, in the words of the picture wire.
extension PictureWire {
    // MARK: - From the server

    static func request(_ bytes: [UInt8], _ order: VideoOrder) -> [[UInt8]] {
        let sizes = order.posters.prefix(PictureLimits.sizes)
        var head = number(order.isKept ? 1 : 0) + number(sizes.count)
        for size in sizes { head += number(size.maxEdge) + number(size.maxBytes) }
        return start(.video, head, bytes)
    }

    package static func videoOrder(_ bytes: [UInt8]) -> VideoOrder? {
        var reader = WireReader(bytes[...])
        guard let isKept = reader.number(), let sizes = reader.sizes(), reader.isAtEnd else { return nil }
        return VideoOrder(posters: sizes, isKept: isKept == 1)
    }

    // MARK: - From the child

    package static func answer(_ result: Result<VideoResult, PictureProblem>) -> [UInt8] {
        switch result {
        case .success(let result):
            var bytes = number(3) + text(result.facts.format)
            for value in [
                result.facts.milliseconds, result.facts.width, result.facts.height, result.facts.orientation,
            ] { bytes += number(value) }
            bytes += text(result.facts.codec) + text(result.facts.sound ?? "")
            bytes += pictures(result.poster)
            bytes += text(result.video?.contentType ?? "") + number(result.video?.bytes.count ?? 0)
            if let video = result.video { bytes += video.bytes }
            return bytes
        case .failure(let problem): return refusal(problem)
        }
    }

    /// Nil when the answer is not whole, or not what a child says.
    static func readVideo(_ answer: [UInt8]) -> Result<VideoResult, PictureProblem>? {
        var reader = WireReader(answer[...])
        switch reader.number() {
        case 2: return reader.problem().map { .failure($0) }
        case 3:
            guard let facts = reader.videoFacts(), let poster = reader.pictures(), let type = reader.text(),
                ["", "video/mp4", "video/webm"].contains(type), let bytes = reader.bytes(), reader.isAtEnd
            else { return nil }
            let video = type.isEmpty ? nil : PreparedVideo(bytes: Array(bytes), contentType: type)
            return .success(VideoResult(facts: facts, poster: poster, video: video))
        default: return nil
        }
    }
}

extension WireReader {
    fileprivate mutating func videoFacts() -> VideoFacts? {
        guard let format = text(), ["mp4", "mov", "webm"].contains(format), let milliseconds = number(),
            let width = number(), let height = number(), let orientation = number(), (1...8).contains(orientation),
            let codec = text(), let sound = text()
        else { return nil }
        return VideoFacts(
            format: format, milliseconds: milliseconds, width: width, height: height, orientation: orientation,
            codec: codec, sound: sound.isEmpty ? nil : sound)
    }
}
