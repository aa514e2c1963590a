import Gate
import Schoolgate

/// `schoolgate import`: a school's CSV files, all or nothing.
enum ImportVerb {
    static let verb = Verb(
        words: ["import"], summary: "take in schools, staff, the roll or consent answers from a CSV file",
        operands: "schools|staff|roll|consent FILE",
        options: StoredData.options + [
            CommandOption(
                name: "leavers", value: nil,
                meaning: "for the roll: pupils of the file's schools who are not in the file have left"),
            .format,
        ],
        explanation: """
            Everything in the file is taken in, or nothing: every row that cannot be is named with its line and what to
            do. Columns may come in any order; unknown ones are named and ignored. A file that was imported before adds
            nothing.

              schools  school,name,address,postcode,phone,email,domain,handle,hashtag,nation
              staff    school,staff_id,first_name,last_name,email,role
              roll     school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,
                       guardian_1_name,guardian_1_email,guardian_2_name,guardian_2_email
              consent  upn,purpose,decision,date,expiry,given_by and, if wanted, network

            With --format json it prints {"kind", "file", "imported", "added", "changed", "unchanged", "left",
            "refused": [{"line", "message"}], "refusedCount", "notes": [{"line", "message"}], "noteCount",
            "postsStopped", "removalsOpened"}; a line is null where the whole file is meant.

            Exit status: 0 imported, 1 rows were refused and nothing was imported, 2 wrong usage, or a file that cannot
            be read.
            """,
        run: { arguments in try await run(arguments) })

    /// The largest file that is read.
    private static let largest = 256 * 1_024 * 1_024

    private static func run(_ arguments: Arguments) async throws -> Int32 {
        guard arguments.operands.count == 2, let kind = ImportKind(rawValue: arguments.operands[0]) else {
            throw UsageProblem("Say what to import, and the file: schoolgate import roll pupils.csv")
        }
        guard kind == .roll || !arguments.has("leavers") else {
            throw UsageProblem("`--leavers` is for the roll alone")
        }
        let path = arguments.operands[1]
        let bytes = try InputFile.read(path, limit: largest)
        let application = try await application(arguments)
        let report = try await application.importFile(
            kind, bytes, named: path, marksLeavers: arguments.has("leavers"))
        if arguments.isJSON { Output.json(json(report)) } else { print(report) }
        if report.isUnreadable { return 2 }
        return report.isRefused ? 1 : 0
    }

    private static func application(_ arguments: Arguments) async throws -> Application {
        // A folder that is named is made, as `serve` makes it; the usual one is not made by accident.
        let installation =
            arguments.has("data") || arguments.has("database")
            ? try Installation.make(data: StoredData.folder(arguments), database: arguments.value("database"))
            : try await StoredData.open(arguments)
        return try await Application(
            database: installation.database,
            configuration: Configuration(publicURL: "", dataFolder: installation.folder),
            keys: Keys(folder: installation.folder, environment: StoredData.environment))
    }

    private static func print(_ report: ImportReport) {
        for line in NoteLines.of(report.notes, count: report.noteCount) { Output.error(line) }
        for problem in report.refusals { Output.error(problem.description) }
        let more = report.refusalCount - report.refusals.count
        if more > 0 { Output.error("\(report.file): and \(more) more.") }
        guard !report.isRefused else {
            let rows = report.refusalCount == 1 ? "1 row needs" : "\(report.refusalCount) rows need"
            Output.error(
                report.isUnreadable
                    ? "Nothing was imported." : "\(report.file): \(rows) attention, so nothing was imported.")
            return
        }
        Output.line(
            "\(report.file): \(report.added) added, \(report.changed) changed, \(report.left) left, \(report.unchanged) as they were."
        )
        if report.stoppedPosts + report.openedRemovals > 0 {
            Output.line(
                "Refusals stopped \(report.stoppedPosts) posts and opened the removal of \(report.openedRemovals).")
        }
    }

    private static func json(_ report: ImportReport) -> JSON {
        // A refused file changed nothing, whatever its good rows would have done.
        let done = report.isRefused ? 0 : 1
        return .object([
            ("kind", .string(report.kind.rawValue)), ("file", .string(report.file)),
            ("imported", .bool(!report.isRefused)), ("added", .number(done * report.added)),
            ("changed", .number(done * report.changed)), ("unchanged", .number(done * report.unchanged)),
            ("left", .number(done * report.left)), ("refused", list(report.refusals)),
            ("refusedCount", .number(report.refusalCount)), ("notes", list(report.notes)),
            ("noteCount", .number(report.noteCount)), ("postsStopped", .number(report.stoppedPosts)),
            ("removalsOpened", .number(report.openedRemovals)),
        ])
    }

    private static func list(_ problems: [FileProblem]) -> JSON {
        .array(
            problems.map { problem in
                .object([("line", problem.line.map { .number($0) } ?? .null), ("message", .string(problem.message))])
            })
    }
}
