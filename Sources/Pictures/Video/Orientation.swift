import CFFmpeg

/// How a video lies in its file, as EXIF counts. Only quarter turns and mirrors are kept of what a file may say.
enum Orientation: Int {
    case upright = 1
    case mirrored, upsideDown, mirroredUpsideDown, transposed, turnedRight, transversed, turnedLeft

    /// Of a track, by its display matrix.
    init(_ track: UnsafeMutablePointer<AVStream>) {
        var size = 0
        guard let data = av_stream_get_side_data(track, AV_PKT_DATA_DISPLAYMATRIX, &size),
            size >= 9 * MemoryLayout<Int32>.size
        else {
            self = .upright
            return
        }
        let matrix = UnsafeRawPointer(data)
        func sign(_ index: Int) -> Int {
            let value = matrix.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
            return abs(Int(value)) < 0x8000 ? 0 : value < 0 ? -1 : 1
        }
        let signs = [sign(0), sign(1), sign(3), sign(4)]
        self = Self.known.first { $0.signs == signs }?.orientation ?? .upright
    }

    private static let known: [(signs: [Int], orientation: Orientation)] = [
        ([1, 0, 0, 1], .upright), ([-1, 0, 0, 1], .mirrored), ([-1, 0, 0, -1], .upsideDown),
        ([1, 0, 0, -1], .mirroredUpsideDown), ([0, 1, 1, 0], .transposed), ([0, 1, -1, 0], .turnedRight),
        ([0, -1, -1, 0], .transversed), ([0, -1, 1, 0], .turnedLeft),
    ]

    /// A matrix that says nothing but this.
    var matrix: [Int32] {
        let signs = Self.known.first { $0.orientation == self }?.signs ?? [1, 0, 0, 1]
        let values = signs.map { Int32($0 * 0x1_0000) }
        return [values[0], values[1], 0, values[2], values[3], 0, 0, 0, 1 << 30]
    }

    var isOnItsSide: Bool { rawValue >= 5 }
}
