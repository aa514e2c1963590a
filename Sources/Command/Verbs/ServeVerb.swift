import Crypto
import Database
import Foundation
import Schoolgate
import Web

/// `schoolgate serve`: pages and jobs in one process, until it is told to stop.
enum ServeVerb {
    struct Options {
        var data = "schoolgate-data"
        var database: String?
        var host = "127.0.0.1"
        var port = 8080
        var publicURL: String?
        var proxies: Set<String> = []
        var privateHosts: Set<String> = []
        var isDemo = false
        var idleTime = Duration.minutes(30)
        var sessionTime = Duration.hours(12)
        var restAfterLink = Duration.hours(24)
        var doesJobsOnly = false
    }

    static func run(_ given: Options) async throws {
        var options = given
        if options.port == 0, !options.doesJobsOnly, let free = FreePort.find() { options.port = free }
        let stop = StopSignal()
        if options.isDemo { try Demo.refuse(host: options.host) }
        try FileManager.default.createDirectory(
            atPath: options.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let environment = ProcessInfo.processInfo.environment
        let identity =
            options.isDemo
            ? nil
            : try IdentitySettings.read(
                folder: options.data, environment: environment, privateHosts: options.privateHosts)
        let database = try open(options)
        let listener = Listener(options)
        let application = try await Application(
            database: database,
            configuration: Configuration(
                publicURL: options.publicURL ?? "http://\(options.host):\(options.port)", isDemo: options.isDemo,
                idleTime: options.idleTime, absoluteTime: options.sessionTime,
                restAfterLink: options.restAfterLink, dataFolder: options.data, privateHosts: options.privateHosts,
                identity: identity, mail: try MailSettings.read(folder: options.data, environment: environment),
                networks: try NetworkSettings.read(folder: options.data)),
            keys: Keys(folder: options.data, environment: environment))
        for line in try await application.prepare() { say(line) }
        let server = options.doesJobsOnly ? nil : try await listener.start(application)
        if let server {
            say("Schoolgate is at http://\(options.host):\(await server.port)/")
            for line in try await application.greeting() { say(line) }
        } else {
            say("Schoolgate does what is due.")
        }
        let jobs = Task { await application.work() }
        await stop.wait()
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
            var configuration = configuration
            configuration.admitsLargeBody = { await application.admitsLargeBody($0) }
            let server = Server(configuration: configuration) { await application.respond(to: $0) }
            try await server.start()
            return server
        }
    }

    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
