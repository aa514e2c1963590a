import CFFmpeg
import Imaging

/// A video that is being read: its picture and its sound, out of all the tracks that its file may have.
///
/// The format is said and not guessed, so that no playlist, list of parts or stream is ever taken for one; whatever a
/// file asks to have opened is refused.
final class VideoReader {
    let file: MemoryFile
    let kind: VideoKind
    let context: UnsafeMutablePointer<AVFormatContext>
    let picture: UnsafeMutablePointer<AVStream>
    let sound: UnsafeMutablePointer<AVStream>?
    let codec: VideoCodec
    let soundCodec: SoundCodec?
    /// The tracks that are left out.
    let others: [UnsafeMutablePointer<AVStream>]

    private let io: UnsafeMutablePointer<AVIOContext>

    init(_ bytes: [UInt8], _ kind: VideoKind) throws(PictureProblem) {
        av_log_set_level(AV_LOG_QUIET)
        let file = MemoryFile(bytes)
        guard let io = file.open(isWritten: false), let fresh = avformat_alloc_context() else { throw .tooMuchVideo }
        var opened: UnsafeMutablePointer<AVFormatContext>? = fresh
        fresh.pointee.pb = io
        fresh.pointee.flags |= AVFMT_FLAG_CUSTOM_IO
        fresh.pointee.io_open = { _, _, _, _, _ in video_refusal() }
        fresh.pointee.protocol_whitelist = av_strdup("none")
        fresh.pointee.format_whitelist = av_strdup("mov,mp4,m4a,3gp,3g2,mj2,matroska,webm")
        fresh.pointee.max_streams = Int32(VideoLimits.tracks)
        let format = av_find_input_format(kind == .boxes ? "mov" : "matroska")
        guard avformat_open_input(&opened, nil, format, nil) == 0, let context = opened else {
            // What could not be opened is freed already, but for what it was read through.
            MemoryFile.close(io)
            throw .damagedVideo
        }
        do throws(PictureProblem) {
            let tracks = Tracks(context)
            guard let picture = tracks.picture else {
                throw PictureProblem("There is no moving picture in this file. Choose a video, or add a picture.")
            }
            let parameters = picture.pointee.codecpar.pointee
            guard let codec = VideoCodec(parameters.codec_id) else {
                throw PictureProblem(
                    "This video is recorded as \(Self.name(parameters.codec_id)), which browsers do not play. Save it as MP4 (H.264)."
                )
            }
            let soundParameters = tracks.sound?.pointee.codecpar.pointee
            let soundCodec = soundParameters.flatMap { SoundCodec($0.codec_id) }
            if let soundParameters, soundCodec?.isIn(codec.isOfElements) != true {
                throw PictureProblem(
                    "The sound of this video is recorded as \(Self.name(soundParameters.codec_id)), which does not go with its picture in one file that browsers play. Save it as MP4 (H.264 with AAC)."
                )
            }
            try Self.checkSize(Int(parameters.width), Int(parameters.height))
            self.file = file
            self.kind = kind
            self.io = io
            self.context = context
            self.picture = picture
            self.codec = codec
            self.soundCodec = soundCodec
            sound = tracks.sound
            others = tracks.others
        } catch {
            avformat_close_input(&opened)
            MemoryFile.close(io)
            throw error
        }
        for track in others { track.pointee.discard = AVDISCARD_ALL }
    }

    deinit {
        var context: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&context)
        MemoryFile.close(io)
    }

    /// The next piece of picture or sound; false at the end.
    func next(_ packet: UnsafeMutablePointer<AVPacket>) throws(PictureProblem) -> Bool {
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(context, packet)
            if result == video_end() { return false }
            guard result == 0, packet.pointee.flags & AV_PKT_FLAG_CORRUPT == 0 else { throw .damagedVideo }
            if isOf(picture, packet) || sound.map({ isOf($0, packet) }) == true { return true }
        }
    }

    func isOf(_ track: UnsafeMutablePointer<AVStream>, _ packet: UnsafeMutablePointer<AVPacket>) -> Bool {
        packet.pointee.stream_index == track.pointee.index
    }

    static func checkSize(_ width: Int, _ height: Int) throws(PictureProblem) {
        guard width > 0, height > 0 else { throw .damagedVideo }
        guard width <= VideoLimits.edge, height <= VideoLimits.edge, width * height <= VideoLimits.pixels else {
            throw PictureProblem(
                "This video is \(width) by \(height) pixels; 4,096 by 2,304 is the most. Save it in a smaller size.")
        }
    }

    private static func name(_ codec: AVCodecID) -> String { String(cString: avcodec_get_name(codec)) }
}

/// Which tracks of a file are its picture and its sound.
private struct Tracks {
    var picture: UnsafeMutablePointer<AVStream>?
    var sound: UnsafeMutablePointer<AVStream>?
    var others: [UnsafeMutablePointer<AVStream>] = []

    init(_ context: UnsafeMutablePointer<AVFormatContext>) {
        for index in 0..<Int(context.pointee.nb_streams) {
            guard let track = context.pointee.streams[index] else { continue }
            let isCover = track.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC != 0
            switch track.pointee.codecpar.pointee.codec_type {
            case AVMEDIA_TYPE_VIDEO where picture == nil && !isCover: picture = track
            case AVMEDIA_TYPE_AUDIO where sound == nil: sound = track
            default: others.append(track)
            }
        }
    }
}

/// How pictures are recorded that browsers play.
enum VideoCodec: String {
    case h264 = "H.264"
    case h265 = "H.265"
    case vp8 = "VP8"
    case vp9 = "VP9"

    init?(_ codec: AVCodecID) {
        switch codec {
        case AV_CODEC_ID_H264: self = .h264
        case AV_CODEC_ID_HEVC: self = .h265
        case AV_CODEC_ID_VP8: self = .vp8
        case AV_CODEC_ID_VP9: self = .vp9
        default: return nil
        }
    }

    /// Whether it goes out as WebM; otherwise as MP4.
    var isOfElements: Bool { self == .vp8 || self == .vp9 }
}

/// How sound is recorded that browsers play.
enum SoundCodec: String {
    case aac = "AAC"
    case mp3 = "MP3"
    case opus = "Opus"
    case vorbis = "Vorbis"

    init?(_ codec: AVCodecID) {
        switch codec {
        case AV_CODEC_ID_AAC: self = .aac
        case AV_CODEC_ID_MP3: self = .mp3
        case AV_CODEC_ID_OPUS: self = .opus
        case AV_CODEC_ID_VORBIS: self = .vorbis
        default: return nil
        }
    }

    func isIn(_ elements: Bool) -> Bool {
        switch self {
        case .aac, .mp3: !elements
        case .opus: true
        case .vorbis: elements
        }
    }
}
