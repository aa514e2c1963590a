extension PictureWorker {
    /// Reads what a video is, takes a still picture of it, and makes it anew without all that its file says of itself.
    public func work(on video: [UInt8], _ order: VideoOrder) async throws(PictureProblem) -> VideoResult {
        guard video.count <= VideoLimits.bytes else { throw .tooLargeVideo }
        guard order.posters.count <= PictureLimits.sizes else {
            throw PictureProblem("A still picture is made in at most 8 sizes.")
        }
        return try await ask(
            PictureWire.request(video, order), atMost: VideoLimits.bytes + 64 * 1_048_576, PictureWire.readVideo,
            otherwise: .tooMuchVideo)
    }
}
