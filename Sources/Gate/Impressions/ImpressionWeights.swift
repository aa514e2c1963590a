internal import CImpressions

/// What was learned from labelled posts, read where it lies in the program: `scripts/train-judgement` writes it.
///
/// All numbers are little-endian. A header of 64 bytes; for each kind five floats; then two tables, for traits and for
/// words, each with the keys and rows of its places and its rows of 16 signed bytes.
struct ImpressionWeights: Sendable {
    /// One number for each kind of impression; the last three stay empty.
    typealias Row = SIMD16<Int8>
    typealias Scores = SIMD16<Float>

    /// What speaks for each kind before a word is read.
    let bias: Scores
    /// What a row's bytes are multiplied by.
    let traitScale: Scores
    let wordScale: Scores
    /// From here on a kind is told without any phrase.
    let tells: Scores
    /// Below this a weak phrase is overruled.
    let doubts: Scores
    let traits: Table
    let words: Table
    /// SHA-256 of the posts they were learned from.
    let trainedOn: [UInt8]

    /// Nil when the file is another's.
    init?(_ file: UnsafeRawBufferPointer) {
        guard file.count > 64 + 5 * 64, let start = file.baseAddress else { return nil }
        func number(_ place: Int) -> Int {
            Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
        }
        guard file.prefix(8).elementsEqual("SGIMPR01".utf8), number(8) == Impression.allCases.count else { return nil }
        trainedOn = Array(file[32..<64])
        func scores(_ index: Int) -> Scores {
            var scores = Scores()
            for lane in 0..<16 {
                scores[lane] = Float(bitPattern: UInt32(number(64 + index * 64 + lane * 4)))
            }
            return scores
        }
        (bias, traitScale, wordScale, tells, doubts) = (scores(0), scores(1), scores(2), scores(3), scores(4))
        let traits = Table(start, at: 64 + 5 * 64, slots: number(12), rows: number(16))
        let words = Table(start, at: traits.end, slots: number(20), rows: number(24))
        guard traits.isSound, words.isSound, words.end == file.count else { return nil }
        (self.traits, self.words) = (traits, words)
    }

    /// Rows that are found by a key.
    ///
    /// Unchecked: it points into constant bytes of the program, which nothing writes and which last as long as it runs.
    struct Table: @unchecked Sendable {
        private let keys: UnsafeRawPointer
        private let places: UnsafeRawPointer
        private let rows: UnsafeRawPointer
        private let mask: Int
        private let count: Int
        /// Where the next part of the file begins.
        fileprivate let end: Int

        fileprivate init(_ file: UnsafeRawPointer, at start: Int, slots: Int, rows: Int) {
            keys = file + start
            places = keys + slots * 4
            self.rows = places + slots * 2
            mask = slots - 1
            count = rows
            end = start + slots * 6 + rows * 16
        }

        fileprivate var isSound: Bool { mask > 0 && mask & (mask + 1) == 0 && count < mask && count <= 0xFFFF }

        @inline(__always)
        func row(_ key: UInt64) -> Row? {
            let mixed = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
            let wanted = UInt32(truncatingIfNeeded: mixed >> 32) | 1
            var slot = Int(truncatingIfNeeded: mixed >> 8) & mask
            while true {
                let found = keys.load(fromByteOffset: slot * 4, as: UInt32.self)
                if found == wanted {
                    let place = Int(places.load(fromByteOffset: slot * 2, as: UInt16.self))
                    return place < count ? rows.loadUnaligned(fromByteOffset: place * 16, as: Row.self) : nil
                }
                if found == 0 { return nil }
                slot = (slot + 1) & mask
            }
        }
    }

    /// Those that come with the program; nil only when its build is broken, which a test would tell.
    static let learned = ImpressionWeights(
        UnsafeRawBufferPointer(start: impressions_weights(), count: impressions_weights_size))
}
