import CFFmpeg

/// The only file that FFmpeg is ever given: bytes in memory. It opens no path, no address and no descriptor.
final class MemoryFile {
    fileprivate(set) var bytes: [UInt8]
    fileprivate let most: Int
    private var cursors: [MemoryCursor] = []

    /// To be read.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        most = bytes.count
    }

    /// To be written, up to so many bytes.
    init(most: Int) {
        bytes = []
        self.most = most
    }

    /// What FFmpeg reads and writes through, from the beginning; the file must outlive it.
    func open(isWritten: Bool) -> UnsafeMutablePointer<AVIOContext>? {
        let cursor = MemoryCursor(self)
        let size = 64 * 1_024
        guard let buffer = av_malloc(size) else { return nil }
        let context = avio_alloc_context(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(size), isWritten ? 1 : 0,
            Unmanaged.passUnretained(cursor).toOpaque(), readMemory, isWritten ? writeMemory : nil, seekMemory)
        if context == nil { av_free(buffer) }
        cursors.append(cursor)
        return context
    }

    static func close(_ context: UnsafeMutablePointer<AVIOContext>?) {
        guard let context else { return }
        av_free(context.pointee.buffer)
        var gone: UnsafeMutablePointer<AVIOContext>? = context
        avio_context_free(&gone)
    }
}

/// A place in such a file.
private final class MemoryCursor {
    private unowned let file: MemoryFile
    private var place = 0

    init(_ file: MemoryFile) { self.file = file }

    static func of(_ opaque: UnsafeMutableRawPointer?) -> MemoryCursor? {
        opaque.map { Unmanaged<MemoryCursor>.fromOpaque($0).takeUnretainedValue() }
    }

    func read(_ count: Int, into target: UnsafeMutablePointer<UInt8>) -> Int32 {
        let taken = min(count, file.bytes.count - place)
        guard taken > 0 else { return video_end() }
        file.bytes.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { target.update(from: start + place, count: taken) }
        }
        place += taken
        return Int32(taken)
    }

    func write(_ source: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard place + source.count <= file.most else { return video_refusal() }
        let over = min(source.count, file.bytes.count - place)
        if over > 0 { file.bytes.replaceSubrange(place..<(place + over), with: source.prefix(over)) }
        if over < source.count { file.bytes.append(contentsOf: source.dropFirst(over)) }
        place += source.count
        return Int32(source.count)
    }

    func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        if whence == video_size_asked() { return Int64(file.bytes.count) }
        let start: Int
        switch video_is_forced(whence) {
        case SEEK_SET: start = 0
        case SEEK_CUR: start = place
        case SEEK_END: start = file.bytes.count
        default: return Int64(video_refusal())
        }
        let (target, isTooFar) = Int64(start).addingReportingOverflow(offset)
        guard !isTooFar, (0...Int64(file.bytes.count)).contains(target) else { return Int64(video_refusal()) }
        place = Int(target)
        return target
    }
}

private let readMemory: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 = {
    guard let cursor = MemoryCursor.of($0), let target = $1 else { return video_refusal() }
    return cursor.read(Int($2), into: target)
}

private let writeMemory: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 = {
    guard let cursor = MemoryCursor.of($0), let source = $1 else { return video_refusal() }
    return cursor.write(UnsafeBufferPointer(start: source, count: Int($2)))
}

private let seekMemory: @convention(c) (UnsafeMutableRawPointer?, Int64, Int32) -> Int64 = {
    guard let cursor = MemoryCursor.of($0) else { return Int64(video_refusal()) }
    return cursor.seek($1, $2)
}
