import Dispatch
import Glibc

/// SIGTERM and SIGINT as something to wait for; made before anything starts, so that none is missed.
struct StopSignal {
    private let told: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (told, continuation) = AsyncStream<Void>.makeStream()
        self.told = told
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue(label: "signals"))
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    func wait() async {
        for await _ in told { return }
    }
}
