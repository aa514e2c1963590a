import Glibc

/// Time and memory of this process, as the kernel and the allocator count them.
enum BenchClock {
    /// Time that this thread has spent on a core: what other programs do meanwhile is not in it.
    static var threadTime: Int { read(CLOCK_THREAD_CPUTIME_ID) }

    /// The same for all threads.
    static var processTime: Int { read(CLOCK_PROCESS_CPUTIME_ID) }

    static var wallTime: Int { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// How much memory the process occupies, after the allocator has given back what it can.
    static var resident: Int {
        trim()
        return status("VmRSS:")
    }

    /// The most it has occupied since `forgetPeak`.
    static var peak: Int { status("VmHWM:") }

    static func forgetPeak() {
        trim()
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// `malloc_trim`, which Swift's Glibc does not show.
    private static func trim() {
        typealias Trim = @convention(c) (Int) -> Int32
        guard let found = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(found, to: Trim.self)(0)
    }

    private static func status(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            guard bytes.starts(with: name.utf8) else { continue }
            let digits = bytes.filter { (0x30...0x39).contains($0) }
            return (Int(String(decoding: digits, as: UTF8.self)) ?? 0) * 1_024
        }
        return 0
    }
}

/// Many measurements of one thing.
struct BenchSpread {
    let median: Int
    let p99: Int

    init(_ samples: [Int]) {
        let sorted = samples.sorted()
        median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        p99 = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    }
}

/// The same numbers on every machine, so that a bench measures the same work everywhere.
struct BenchRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// One of these, the first far more often than the last, as names are.
    mutating func common<Element>(_ elements: [Element]) -> Element {
        let place = Double(next() >> 11) / Double(1 << 53)
        return elements[min(elements.count - 1, Int(Double(elements.count) * place * place * place))]
    }

    mutating func any<Element>(_ elements: [Element]) -> Element { elements[Int(next() % UInt64(elements.count))] }

    mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}
