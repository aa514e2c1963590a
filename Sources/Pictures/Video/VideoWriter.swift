import CFFmpeg
import Imaging

/// Writes picture and sound as they were recorded into a file of its own, in which nothing else of the old one is.
final class VideoWriter {
    private let file = MemoryFile(most: VideoLimits.bytes + 4 * 1_048_576)
    private let io: UnsafeMutablePointer<AVIOContext>
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let reader: VideoReader
    private var lastTime: [Int32: Int64] = [:]

    var contentType: String { reader.codec.isOfElements ? "video/webm" : "video/mp4" }

    init(_ reader: VideoReader, orientation: Orientation) throws(PictureProblem) {
        self.reader = reader
        var made: UnsafeMutablePointer<AVFormatContext>?
        guard let io = file.open(isWritten: true),
            avformat_alloc_output_context2(&made, nil, reader.codec.isOfElements ? "webm" : "mp4", nil) >= 0,
            let context = made
        else { throw .tooMuchVideo }
        self.io = io
        self.context = context
        context.pointee.pb = io
        // Without the name of the program and the time of the making.
        context.pointee.flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT
        // What lists the pictures is moved to the front, so that it plays before all of it has arrived: for that the
        // writer reads what it wrote.
        context.pointee.opaque = Unmanaged.passUnretained(file).toOpaque()
        context.pointee.io_open = { context, read, _, flags, _ in
            guard flags & AVIO_FLAG_WRITE == 0, let opaque = context?.pointee.opaque else { return video_refusal() }
            let file = Unmanaged<MemoryFile>.fromOpaque(opaque).takeUnretainedValue()
            guard let look = file.open(isWritten: false) else { return video_refusal() }
            read?.pointee = look
            return 0
        }
        context.pointee.io_close2 = { _, read in
            MemoryFile.close(read)
            return 0
        }
        try add(reader.picture, orientation)
        if let sound = reader.sound { try add(sound, nil) }
        var options: OpaquePointer?
        av_dict_set(&options, "movflags", "+faststart", 0)
        defer { av_dict_free(&options) }
        guard avformat_write_header(context, &options) >= 0 else { throw .damagedVideo }
    }

    deinit {
        avformat_free_context(context)
        MemoryFile.close(io)
    }

    private func add(
        _ track: UnsafeMutablePointer<AVStream>, _ orientation: Orientation?
    ) throws(PictureProblem) {
        guard let new = avformat_new_stream(context, nil),
            avcodec_parameters_copy(new.pointee.codecpar, track.pointee.codecpar) >= 0
        else { throw .tooMuchVideo }
        // Apple's players take H.265 only under the name that Apple's recorders write.
        let isHVC = new.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_HEVC
        new.pointee.codecpar.pointee.codec_tag = isHVC ? Self.tag("hvc1") : 0
        new.pointee.time_base = track.pointee.time_base
        new.pointee.sample_aspect_ratio = track.pointee.sample_aspect_ratio
        guard let orientation, orientation != .upright, !reader.codec.isOfElements else { return }
        let size = 9 * MemoryLayout<Int32>.size
        guard let matrix = av_stream_new_side_data(new, AV_PKT_DATA_DISPLAYMATRIX, size) else { throw .tooMuchVideo }
        UnsafeMutableRawBufferPointer(start: matrix, count: size).copyBytes(
            from: orientation.matrix.flatMap { value in withUnsafeBytes(of: value) { Array($0) } })
    }

    private static func tag(_ name: String) -> UInt32 {
        name.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Takes a copy of a piece of picture or sound.
    func write(_ packet: UnsafeMutablePointer<AVPacket>) throws(PictureProblem) {
        let isPicture = reader.isOf(reader.picture, packet)
        guard let copy = av_packet_clone(packet), let target = context.pointee.streams[isPicture ? 0 : 1],
            let source = isPicture ? reader.picture : reader.sound
        else { throw .tooMuchVideo }
        defer {
            var gone: UnsafeMutablePointer<AVPacket>? = copy
            av_packet_free(&gone)
        }
        av_packet_rescale_ts(copy, source.pointee.time_base, target.pointee.time_base)
        copy.pointee.stream_index = target.pointee.index
        copy.pointee.pos = -1
        // Some recorders repeat a time; a file that is played must not.
        if copy.pointee.dts == video_no_time() { copy.pointee.dts = copy.pointee.pts }
        if let last = lastTime[copy.pointee.stream_index], copy.pointee.dts <= last { copy.pointee.dts = last + 1 }
        if copy.pointee.pts != video_no_time(), copy.pointee.pts < copy.pointee.dts {
            copy.pointee.pts = copy.pointee.dts
        }
        lastTime[copy.pointee.stream_index] = copy.pointee.dts
        guard av_interleaved_write_frame(context, copy) >= 0 else { throw .damagedVideo }
    }

    func finish() throws(PictureProblem) -> PreparedVideo {
        guard av_write_trailer(context) >= 0 else { throw .damagedVideo }
        avio_flush(io)
        return PreparedVideo(bytes: file.bytes, contentType: contentType)
    }
}
