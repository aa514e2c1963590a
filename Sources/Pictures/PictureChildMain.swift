import CChild
import CVips
import Glibc
import Imaging

/// The child process that works on one picture: `schoolgate-pictures`, never called by people.
public enum PictureChildMain {
    /// Gives up what it does not need, gets ready, answers one request from standard input, and ends.
    public static func run() -> Never {
        renounce()
        _ = Picture.isStarted
        _ = FaceFinder.isStarted
        guard let start = read(PictureWire.startLength), let (subject, length, count) = PictureWire.lengths(start),
            let order = read(length), let bytes = read(count), let answer = answer(about: subject, order, bytes)
        else { exit(2) }
        exit(write(answer) ? 0 : 3)
    }

    /// Nil when the order is none.
    private static func answer(about subject: PictureWire.Subject, _ order: [UInt8], _ bytes: [UInt8]) -> [UInt8]? {
        switch subject {
        case .picture:
            guard let order = PictureWire.order(order) else { return nil }
            return PictureWire.answer(Result { () throws(PictureProblem) in try Picture.work(on: bytes, order) })
        case .video:
            guard let order = PictureWire.videoOrder(order) else { return nil }
            return PictureWire.answer(Result { () throws(PictureProblem) in try Video.work(on: bytes, order) })
        }
    }

    private static func renounce() {
        _ = child_renounce()
        signal(SIGXFSZ, SIG_IGN)
        limit(RLIMIT_AS, 2 * 1_024 * 1_024 * 1_024)
        limit(RLIMIT_CPU, 20)
        limit(RLIMIT_FSIZE, 0)
        limit(RLIMIT_CORE, 0)
        limit(RLIMIT_NOFILE, 64)
    }

    private static func limit(_ resource: __rlimit_resource, _ value: UInt) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { exit(4) }
    }

    private static func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var place = 0
        while place < count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress.map { $0 + place }, count - place) }
            guard got > 0 else { return nil }
            place += got
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while place < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.map { $0 + place }, bytes.count - place) }
            guard put > 0 else { return false }
            place += put
        }
        return true
    }
}
