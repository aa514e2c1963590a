import Schoolgate

extension GateVerb {
    /// In the list of verbs; it reads its words itself.
    static let verb = Verb(
        words: ["gate", "check"], summary: "say what a policy finds in a post", operands: nil, options: [],
        explanation: "", run: { _ in 2 }, runItself: { words in run(Array(words.dropFirst())) })
}

extension ServeVerb {
    static let verb = Verb(
        words: ["serve"], summary: "serve the pages and do what is due",
        operands: nil,
        options: [
            CommandOption(name: "data", value: "DIR", meaning: "where media, keys and the SQLite database are kept"),
            CommandOption(
                name: "database", value: "URL", meaning: "a PostgreSQL database instead, as postgresql://user@host/name"
            ),
            CommandOption(
                name: "listen", value: "HOST:PORT",
                meaning: "where to listen (127.0.0.1:8080; port 0 takes any free one)"),
            CommandOption(
                name: "public-url", value: "URL", meaning: "the address people type, when a proxy stands in front"),
            CommandOption(
                name: "trusted-proxy", value: "ADDR", meaning: "a proxy whose X-Forwarded-For is believed",
                mayRepeat: true),
            CommandOption(
                name: "allow-host", value: "HOST:PORT",
                meaning: "a host in a private network that official accounts may live on", mayRepeat: true),
            CommandOption(
                name: "idle-minutes", value: "N",
                meaning: "how long somebody may do nothing before signing in again: 30"
            ),
            CommandOption(
                name: "session-hours", value: "N", meaning: "how long one sign-in lasts whatever happens: 12"),
            CommandOption(
                name: "link-rest-hours", value: "N",
                meaning: "how long nobody approves or signs after a reset link made by another was used: 24"),
            CommandOption(
                name: "demo", value: nil, meaning: "a trust of three schools with a year of life, for trying things out"
            ),
        ],
        explanation:
            "On an empty folder it prints a one-time link for setting up. Without --data it uses ./schoolgate-data.",
        run: { arguments in
            try await run(try options(arguments))
            return 0
        })

    private static func options(_ arguments: Arguments) throws(UsageProblem) -> Options {
        var options = Options()
        if let data = arguments.value("data") { options.data = data }
        options.database = arguments.value("database")
        options.publicURL = arguments.value("public-url")
        options.proxies = Set(arguments.values("trusted-proxy"))
        options.privateHosts = Set(arguments.values("allow-host"))
        options.isDemo = arguments.has("demo")
        options.idleTime = .minutes(try number("idle-minutes", 1...1_440, arguments) ?? 30)
        options.sessionTime = .hours(try number("session-hours", 1...168, arguments) ?? 12)
        options.restAfterLink = .hours(try number("link-rest-hours", 0...720, arguments) ?? 24)
        if let listen = arguments.value("listen") {
            guard let colon = listen.lastIndex(of: ":"), colon != listen.startIndex,
                let port = UInt16(listen[listen.index(after: colon)...])
            else { throw UsageProblem("`--listen` is an address and a port, such as 127.0.0.1:8080, not `\(listen)`") }
            options.host = String(listen[..<colon])
            options.port = Int(port)
        }
        return options
    }

    private static func number(
        _ name: String, _ range: ClosedRange<Int>, _ arguments: Arguments
    ) throws(UsageProblem) -> Int? {
        guard let text = arguments.value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageProblem("`--\(name)` is a number from \(range.lowerBound) to \(range.upperBound), not `\(text)`")
        }
        return number
    }
}
