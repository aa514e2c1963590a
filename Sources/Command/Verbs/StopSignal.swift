import Dispatch
import Foundation

/// SIGTERM and SIGINT, listened to from the moment this is made, so that none is lost while the program starts.
struct StopSignal {
    private let sources: [any DispatchSourceSignal]
    private let arrivals: AsyncStream<Void>

    init() async {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let queue = DispatchQueue(label: "signals")
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGTERM, SIGINT] {
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { arrival.yield() }
            // Until it is registered a signal ends the program, as it would have before it started.
            await withCheckedContinuation { (registered: CheckedContinuation<Void, Never>) in
                source.setRegistrationHandler { registered.resume() }
                source.resume()
            }
            sources.append(source)
        }
        self.sources = sources
        self.arrivals = arrivals
    }

    /// Returns when the program is, or was already, told to stop; a second signal then ends it at once.
    func wait() async {
        for await _ in arrivals { break }
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }
}
