import Crypto
import Database
import Dispatch
import Foundation
import Schoolgate
import Web

/// `schoolgate serve`: pages and jobs in one process, until it is told to stop.
enum ServeVerb {
    static let help = """
        schoolgate serve [--data DIR] [--database URL] [--listen HOST:PORT] [--public-url URL]
                         [--trusted-proxy ADDR] [--allow-host HOST:PORT] [--demo]

        Serves the pages and does what is due. On an empty folder it prints a one-time link for setting up.

          --data DIR             where media, keys and the SQLite database are kept (default: ./schoolgate-data)
          --database URL         a PostgreSQL database instead, as postgresql://user@host/name
          --listen HOST:PORT     where to listen (default: 127.0.0.1:8080; port 0 takes any free one)
          --public-url URL       the address people type, when a proxy stands in front
          --trusted-proxy ADDR   a proxy whose X-Forwarded-For is believed; may be given more than once
          --allow-host HOST:PORT a host in a private network that official accounts may live on
          --demo                 a trust of three schools with a year of life, for trying things out
        """

    struct Options {
        var data = "schoolgate-data"
        var database: String?
        var host = "127.0.0.1"
        var port = 8080
        var publicURL: String?
        var proxies: Set<String> = []
        var privateHosts: Set<String> = []
        var isDemo = false
        var doesJobsOnly = false
    }

    static func run(_ options: Options) async throws {
        if options.isDemo { try Demo.refuse(host: options.host) }
        try FileManager.default.createDirectory(
            atPath: options.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let database = try open(options)
        let listener = Listener(options)
        let application = try await Application(
            database: database,
            configuration: Configuration(
                publicURL: options.publicURL ?? "http://\(options.host):\(options.port)", isDemo: options.isDemo,
                dataFolder: options.data, privateHosts: options.privateHosts),
            keys: Keys(folder: options.data, environment: ProcessInfo.processInfo.environment))
        for line in try await application.prepare() { say(line) }
        let server = options.doesJobsOnly ? nil : try await listener.start(application)
        if let server {
            say("Schoolgate is at http://\(options.host):\(await server.port)/")
            for line in try await application.greeting() { say(line) }
        } else {
            say("Schoolgate does what is due.")
        }
        let jobs = Task { await application.work() }
        await untilToldToStop()
        say("Stopping: what is under way is finished first.")
        await server?.stop()
        jobs.cancel()
        await jobs.value
    }

    private static func open(_ options: Options) throws -> Database {
        if let url = options.database { return try Database(url: url) }
        return try Database(path: options.data + "/schoolgate.sqlite")
    }

    private struct Listener {
        var configuration: Server.Configuration

        init(_ options: Options) {
            configuration = Server.Configuration(
                host: options.host, port: options.port, trustedProxies: options.proxies)
            configuration.bodyLimit = { method, path in Application.bodyLimit(method, path) }
        }

        func start(_ application: Application) async throws -> Server {
            let server = Server(configuration: configuration) { await application.respond(to: $0) }
            try await server.start()
            return server
        }
    }

    /// Waits for SIGTERM or SIGINT.
    private static func untilToldToStop() async {
        let queue = DispatchQueue(label: "signals")
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let once = Once(continuation)
            for source in sources {
                source.setEventHandler { once.resume() }
                source.resume()
            }
        }
        for source in sources { source.cancel() }
    }

    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// Resumes a continuation the first time and never again; used on one serial queue only.
private final class Once {
    private var continuation: CheckedContinuation<Void, Never>?

    init(_ continuation: CheckedContinuation<Void, Never>) { self.continuation = continuation }

    func resume() {
        continuation?.resume()
        continuation = nil
    }
}
