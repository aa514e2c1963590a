import CMicroHTTPD
import Dispatch
import Glibc
import Synchronization

/// An HTTP/1.1 server whose handlers are asynchronous; TLS is the proxy's part.
public actor Server {
    private struct Running {
        let daemon: UInt
        let core: Unmanaged<ServerCore>
        let watchdog: any DispatchSourceTimer
        let port: Int
    }

    private let configuration: Configuration
    private let respond: @Sendable (Request) async -> Response
    private var running: Running?

    public init(configuration: Configuration, respond: @escaping @Sendable (Request) async -> Response) {
        self.configuration = configuration
        self.respond = respond
    }

    /// The port in use, also when any free one was asked for; zero before the start.
    public var port: Int { running?.port ?? 0 }

    /// How many connections are open, and how many bytes of bodies are held.
    public var load: (connections: Int, buffered: Int) {
        guard let core = running?.core.takeUnretainedValue() else { return (0, 0) }
        return (core.peers.count, core.buffered.load(ordering: .relaxed))
    }

    /// Listens and answers until `stop`.
    public func start() throws(ServerError) {
        guard running == nil else { return }
        let listener = try Listener(host: configuration.host, port: configuration.port)
        let core = Unmanaged.passRetained(ServerCore(configuration, respond: respond))
        var daemon = web_daemon()
        daemon.context = core.toOpaque()
        daemon.listener = listener.socket
        daemon.threads = UInt32(max(1, configuration.threads))
        daemon.connections = UInt32(configuration.maxConnections)
        daemon.connections_per_address =
            configuration.trustedProxies.isEmpty ? UInt32(configuration.maxConnectionsPerAddress) : 0
        daemon.stall_seconds = UInt32(max(1, configuration.stallDeadline.components.seconds))
        daemon.memory = configuration.maxHead
        daemon.handler = handleRequest
        daemon.completed = endRequest
        daemon.connection = changeConnection
        daemon.target = takeTarget
        guard let started = web_start_daemon(&daemon) else {
            close(listener.socket)
            core.release()
            throw ServerError("The server could not start its threads.")
        }
        running = Running(
            daemon: UInt(bitPattern: started), core: core, watchdog: watch(core.takeUnretainedValue()),
            port: listener.port
        )
    }

    /// Takes no more connections, lets what is in flight finish within the drain deadline, and ends.
    public func stop() async {
        guard let running else { return }
        self.running = nil
        running.watchdog.cancel()
        let limit = configuration.drainDeadline
        // On a thread of its own: the shared ones may be busy with the very handlers that are waited for.
        await withCheckedContinuation { continuation in
            let daemon = running.daemon
            let core = UInt(bitPattern: running.core.toOpaque())
            DispatchQueue(label: "server.stop").async {
                drain(daemon: daemon, core: core, within: limit)
                continuation.resume()
            }
        }
        running.core.release()
    }

    private func watch(_ core: ServerCore) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "server.watchdog"))
        let interval = configuration.watchInterval
        let milliseconds = Int(interval / .milliseconds(1))
        timer.schedule(deadline: .now() + .milliseconds(milliseconds), repeating: .milliseconds(milliseconds))
        timer.setEventHandler { core.peers.enforce(core.configuration) }
        timer.resume()
        return timer
    }
}

private func drain(daemon: UInt, core: UInt, within limit: Duration) {
    guard let daemon = OpaquePointer(bitPattern: daemon), let core = UnsafeRawPointer(bitPattern: core) else { return }
    let shared = Unmanaged<ServerCore>.fromOpaque(core).takeUnretainedValue()
    shared.isDraining.store(true, ordering: .relaxed)
    close(MHD_quiesce_daemon(daemon))
    wait(until: .now + limit) {
        shared.peers.cutIdle()
        return shared.peers.count == 0
    }
    // What has not answered by now is told to stop, and its client that it may try again.
    for pending in shared.peers.pending() {
        let refusal = Refusal(503, "The server is stopping. Try again in a minute.")
        pending.stop(shared.refuse(refusal), resume: MHD_resume_connection)
    }
    wait(until: .now + .milliseconds(500)) {
        shared.peers.cutIdle()
        return shared.peers.count == 0
    }
    shared.peers.cutAll()
    MHD_stop_daemon(daemon)
}

private func wait(until deadline: ContinuousClock.Instant, _ isDone: () -> Bool) {
    while !isDone(), .now < deadline { usleep(10_000) }
}
