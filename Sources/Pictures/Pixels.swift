/// A decoded picture: eight bits each of red, green and blue, and of alpha when there are four bands.
struct Pixels: Equatable {
    let width: Int
    let height: Int
    let bands: Int
    var bytes: [UInt8]

    var withoutAlpha: [UInt8] {
        guard bands == 4 else { return bytes }
        return [UInt8](unsafeUninitializedCapacity: width * height * 3) { colours, count in
            bytes.withUnsafeBufferPointer { bytes in
                for pixel in 0..<(width * height) {
                    for band in 0..<3 { colours[pixel * 3 + band] = bytes[pixel * 4 + band] }
                }
            }
            count = width * height * 3
        }
    }
}
