import CFFmpeg
import Imaging

/// What a video's file says beside its picture and sound; none of it is in what is made of it.
struct VideoMetadata {
    /// In plain words, each once, in a fixed order.
    let names: [String]
    let device: PictureDevice?

    init(_ reader: VideoReader) {
        let context = reader.context.pointee
        var entries = Self.entries(context.metadata)
        for index in 0..<Int(context.nb_streams) {
            guard let track = context.streams[index] else { continue }
            entries.merge(Self.entries(track.pointee.metadata)) { first, _ in first }
        }
        var found: Set<String> = []
        for key in entries.keys where !Self.structure.contains(key) {
            found.insert(Self.words.first { key.contains($0.part) }?.name ?? Self.title)
        }
        if context.nb_chapters > 0 { found.insert("chapters") }
        for track in reader.others { found.insert(Self.name(of: track)) }
        names = Self.order.filter(found.contains)
        func value(_ part: String) -> String {
            let plain = entries[part] ?? entries.first { $0.key.hasSuffix(".\(part)") }?.value ?? ""
            return String(plain.filter { !$0.isNewline }.prefix(64))
        }
        let make = value("make").isEmpty ? value("manufacturer") : value("make"), model = value("model")
        device =
            make.isEmpty && model.isEmpty ? nil : PictureDevice(make: make, model: model, serial: "")
    }

    private static func name(of track: UnsafeMutablePointer<AVStream>) -> String {
        if track.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC != 0 { return "attached picture" }
        switch track.pointee.codecpar.pointee.codec_type {
        case AVMEDIA_TYPE_SUBTITLE: return "subtitles"
        case AVMEDIA_TYPE_VIDEO, AVMEDIA_TYPE_AUDIO: return "further tracks"
        default: return "timed data"
        }
    }

    private static let title = "title and comments"
    private static let words: [(part: String, name: String)] = [
        ("location", "where it was taken (GPS)"), ("gps", "where it was taken (GPS)"),
        ("date", "when it was recorded"), ("time", "when it was recorded"), ("make", "camera details"),
        ("model", "camera details"), ("manufacturer", "camera details"), ("software", "camera details"),
        ("encoder", "camera details"), ("android", "camera details"), ("camera", "camera details"),
    ]
    private static let order = [
        "where it was taken (GPS)", "when it was recorded", "camera details", title, "chapters", "timed data",
        "subtitles", "further tracks", "attached picture",
    ]
    /// What every file has.
    private static let structure: Set<String> = [
        "major_brand", "minor_version", "compatible_brands", "handler_name", "vendor_id", "language", "duration",
    ]

    private static func entries(_ dictionary: OpaquePointer?) -> [String: String] {
        var entries: [String: String] = [:]
        var entry = av_dict_get(dictionary, "", nil, AV_DICT_IGNORE_SUFFIX)
        while let found = entry, entries.count < 1_000 {
            if let key = found.pointee.key, let value = found.pointee.value {
                entries[String(cString: key).lowercased()] = String(cString: value)
            }
            entry = av_dict_get(dictionary, "", found, AV_DICT_IGNORE_SUFFIX)
        }
        return entries
    }
}
