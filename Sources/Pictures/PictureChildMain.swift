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
        guard let start = read(PictureWire.startLength), let (orderLength, count) = PictureWire.lengths(start),
            let order = read(orderLength).flatMap(PictureWire.order), let bytes = read(count)
        else { exit(2) }
        let result: Result<PictureResult, PictureProblem>
        do throws(PictureProblem) {
            result = .success(try Picture.work(on: bytes, order))
        } catch {
            result = .failure(error)
        }
        exit(write(PictureWire.answer(result)) ? 0 : 3)
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
