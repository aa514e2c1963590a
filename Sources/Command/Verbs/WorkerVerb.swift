import Schoolgate

/// `schoolgate worker`: what is due, without pages, where several machines share a PostgreSQL database.
enum WorkerVerb {
    static let verb = Verb(
        words: ["worker"], summary: "do what is due, without serving pages", operands: nil,
        options: StoredData.options + [
            CommandOption(
                name: "public-url", value: "URL", meaning: "the address people type, for links in what it sends"),
            CommandOption(
                name: "allow-host", value: "HOST:PORT",
                meaning: "a host in a private network that official accounts may live on", mayRepeat: true),
        ],
        explanation: """
            Publishes, removes and does what a new day brings, until it is told to stop; `serve` does that too, and any
            number of both may share one PostgreSQL database. They share the data folder's keys and pictures as well.
            """,
        run: { arguments in
            // A worker never sets anything up, so a wrong address is noticed.
            try await StoredData.open(arguments).requireKeys(StoredData.environment)
            var options = ServeVerb.Options()
            options.data = StoredData.folder(arguments)
            options.database = arguments.value("database")
            options.publicURL = arguments.value("public-url")
            options.privateHosts = Set(arguments.values("allow-host"))
            options.doesJobsOnly = true
            try await ServeVerb.run(options)
            return 0
        })
}
