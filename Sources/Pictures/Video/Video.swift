import CFFmpeg
public import Imaging

/// Reads videos and makes them ready to be published. It decodes files of strangers: servers ask `PictureWorker` instead.
public enum Video {
    /// Says what a video is, takes a still picture of it, and writes its picture and sound into a file of their own,
    /// as they were recorded and without anything else that its file says.
    public static func work(on bytes: [UInt8], _ order: VideoOrder) throws(PictureProblem) -> VideoResult {
        guard bytes.count <= VideoLimits.bytes else { throw .tooLargeVideo }
        guard let kind = VideoKind(bytes) else { throw PictureProblem("This file is no MP4, MOV or WebM video.") }
        try VideoEnd.check(bytes, kind)
        guard Picture.isStarted else {
            throw PictureProblem("Videos cannot be read on this server: libvips does not start.")
        }
        let reader = try VideoReader(bytes, kind)
        let orientation = Orientation(reader.picture)
        let metadata = VideoMetadata(reader)
        var passage = try Passage(reader, order.isKept ? VideoWriter(reader, orientation: orientation) : nil)
        let video = try passage.run()
        let still = try passage.still(orientation, maxEdge: order.stillEdge)
        var posters: [PreparedPicture] = []
        for size in order.posters { posters.append(try still.encoded(size, keepsPNG: false)) }
        let faces = FaceFinder.faces(in: still, fullWidth: still.width, fullHeight: still.height)
        let parameters = reader.picture.pointee.codecpar.pointee
        let (width, height) = (Int(parameters.width), Int(parameters.height))
        return VideoResult(
            facts: VideoFacts(
                format: kind == .elements ? "webm" : isQuickTime(bytes) ? "mov" : "mp4",
                milliseconds: passage.milliseconds, width: orientation.isOnItsSide ? height : width,
                height: orientation.isOnItsSide ? width : height, orientation: orientation.rawValue,
                codec: reader.codec.rawValue, sound: reader.soundCodec?.rawValue),
            poster: PictureResult(
                facts: PictureFacts(
                    format: "jpeg", width: still.width, height: still.height, orientation: 1, device: metadata.device,
                    removed: metadata.names, faces: faces),
                pictures: posters),
            video: video)
    }

    private static func isQuickTime(_ bytes: [UInt8]) -> Bool {
        !bytes[4..<8].elementsEqual("ftyp".utf8) || bytes[8..<12].elementsEqual("qt  ".utf8)
    }
}

/// All pieces of a video, once, from its beginning to its end.
private struct Passage {
    private let reader: VideoReader
    private let writer: VideoWriter?
    /// Pieces that hold a whole picture: the first, and the first after a moment, when a hand no longer shakes.
    private var stills: [UnsafeMutablePointer<AVPacket>] = []
    private var start: Double?
    private var end = 0.0

    private static let moment = 1.0

    init(_ reader: VideoReader, _ writer: VideoWriter?) {
        self.reader = reader
        self.writer = writer
    }

    var milliseconds: Int { Int(((end - (start ?? 0)) * 1_000).rounded()) }

    mutating func run() throws(PictureProblem) -> PreparedVideo? {
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        guard let packet else { throw .tooMuchVideo }
        var count = 0
        while try reader.next(packet) {
            count += 1
            guard count <= VideoLimits.packets else { throw .tooLongVideo }
            try note(packet)
            try writer?.write(packet)
        }
        guard start != nil else { throw .damagedVideo }
        return try writer?.finish()
    }

    private mutating func note(_ packet: UnsafeMutablePointer<AVPacket>) throws(PictureProblem) {
        let isPicture = reader.isOf(reader.picture, packet)
        guard let track = isPicture ? reader.picture : reader.sound else { return }
        let unit = av_q2d(track.pointee.time_base)
        let time = packet.pointee.pts == video_no_time() ? packet.pointee.dts : packet.pointee.pts
        guard time != video_no_time() else { return }
        let begins = Double(time) * unit
        end = max(end, begins + Double(max(0, packet.pointee.duration)) * unit)
        guard isPicture else { return }
        let start = min(self.start ?? begins, begins)
        self.start = start
        guard end - start <= Double(VideoLimits.seconds) else { throw .tooLongVideo }
        let isWhole = packet.pointee.flags & AV_PKT_FLAG_KEY != 0
        let isWanted = stills.isEmpty || (stills.count == 1 && begins - start >= Self.moment)
        if isWhole, isWanted, let copy = av_packet_clone(packet) { stills.append(copy) }
    }

    /// The still picture; the pieces it was chosen from are gone after it.
    mutating func still(_ orientation: Orientation, maxEdge: Int) throws(PictureProblem) -> Pixels {
        defer {
            for still in stills {
                var gone: UnsafeMutablePointer<AVPacket>? = still
                av_packet_free(&gone)
            }
            stills = []
        }
        for packet in stills.reversed() {
            if let pixels = try VideoStill.pixels(of: packet, in: reader, orientation, maxEdge: maxEdge) {
                return pixels
            }
        }
        throw .damagedVideo
    }
}

extension VideoOrder {
    /// How large the picture is decoded: enough for every size and for looking for faces.
    fileprivate var stillEdge: Int {
        max(FaceFinder.edge, posters.map { max(16, min($0.maxEdge, PictureLimits.madeEdge)) }.max() ?? 0)
    }
}
