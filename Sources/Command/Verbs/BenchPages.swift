import Database
import Foundation
import Gate
import Policy

/// `schoolgate bench pages`: what a signed-in page costs a server with a large roll.
enum BenchPages {
    static let verb = Verb(
        words: ["bench", "pages"], summary: "measure what pages cost a server with a large roll",
        operands: nil,
        options: [
            BenchVerb.pupils,
            CommandOption(name: "requests", value: "N", meaning: "how often each page is asked for: 500"), .format,
        ],
        explanation: """
            Starts a demo of its own in a temporary folder, with so many pupils more, and asks it over HTTP on this machine \
            for the page Today and the composer, signed in, on SQLite. What a request costs is the time that the server's \
            threads spent on a core, the HTTP server included; child processes are apart. Each page is measured twice: \
            while nothing changes, and with a change by another process before each request.
            """,
        run: run)

    private static func run(_ arguments: Arguments) async throws -> Int32 {
        let pupils = try BenchVerb.count("pupils", arguments, usual: 50_000, in: 1...2_000_000)
        let requests = try BenchVerb.count("requests", arguments, usual: 500, in: 1...1_000_000)
        return try await BenchFolder.with { folder in
            let data = folder.appendingPathComponent("data").path
            // Makes the demo, which takes a while; the second start finds it there.
            try BenchServer.start(data: data).stop()
            try takeIn(pupils, folder, data)
            var report = BenchReport("pages", "Pages of a server with \(pupils) pupils more than the demo's, on SQLite")
            let begin = BenchClock.wallTime
            let server = try BenchServer.start(data: data)
            defer { server.stop() }
            var browser = try BenchBrowser(port: server.port)
            _ = try browser.get("/sign-in")
            report.add("start", "from start to the first answer", BenchClock.wallTime - begin, .nanoseconds)
            try browser.signIn("ruth.adeyemi@larkmere.example", "lantern-walk")
            let other = try Database(path: data + "/schoolgate.sqlite", readers: 1)
            for (key, label, path) in [("today", "Today", "/"), ("composer", "the composer", "/posts/new")] {
                for _ in 0..<max(1, requests / 5) { _ = try browser.get(path) }
                let before = server.time
                var size = 0
                for _ in 0..<requests { size = try browser.get(path).count }
                report.add(key, "\(label), a request", (server.time - before) / requests, .nanoseconds)
                let changing = max(1, requests / 5)
                let start = server.time
                for _ in 0..<changing {
                    try await other.write { db in try db.run("UPDATE sessions SET address = address || '.'") }
                    _ = try browser.get(path)
                }
                report.add(
                    "\(key)Changed", "\(label), after a change", (server.time - start) / changing, .nanoseconds)
                report.add("\(key)Size", "\(label), its size", size, .bytes)
            }
            try await Task.sleep(for: .seconds(2))
            report.add("resident", "memory, idle afterwards", server.resident, .bytes)
            report.print(arguments)
            return 0
        }
    }

    /// Imports a made-up roll, as `schoolgate import` does: the demo's three schools have their share of it.
    private static func takeIn(_ count: Int, _ folder: URL, _ data: String) throws {
        let roll = BenchRoll(pupils: count).roll
        let demo = ["larkmere", "alderweir", "fennbridge"]
        let others = roll.schools.dropFirst(demo.count).map(\.code)
        func code(_ school: String) -> String {
            roll.schools.firstIndex { $0.code == school }.flatMap { demo.indices.contains($0) ? demo[$0] : nil }
                ?? school
        }
        let codes = Dictionary(uniqueKeysWithValues: roll.schools.map { ($0.code, code($0.code)) })
        var schools = ["school,name,address,postcode,phone,email,domain,handle,hashtag,nation"]
        for school in roll.schools where others.contains(school.code) {
            schools.append(
                "\(school.code),\(school.name),\"\(school.address)\",\(school.postcode),\(school.phone),\(school.email),"
                    + "\(school.domain),\(school.handle),\(school.hashtag),england")
        }
        var pupils = [
            "school,upn,first_name,last_name,preferred_name,date_of_birth,year_group,"
                + "guardian_1_name,guardian_1_email,guardian_2_name,guardian_2_email"
        ]
        for pupil in roll.pupils {
            let guardians = (0..<2).map { number in
                number < pupil.guardians.count
                    ? "\(pupil.guardians[number].name),\(pupil.guardians[number].email ?? "")" : ","
            }
            pupils.append(
                "\(codes[pupil.school] ?? pupil.school),\(pupil.upn),\(pupil.firstName),\(pupil.lastName),"
                    + "\(pupil.preferredName ?? ""),\(pupil.dateOfBirth.map { "\($0)" } ?? ""),Year \(pupil.yearGroup),"
                    + guardians.joined(separator: ","))
        }
        if schools.count > 1 { try takeIn("schools", schools, folder, data) }
        try takeIn("roll", pupils, folder, data)
    }

    private static func takeIn(_ kind: String, _ lines: [String], _ folder: URL, _ data: String) throws {
        let file = folder.appendingPathComponent("\(kind).csv")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        let process = Process()
        process.executableURL = BenchServer.program
        process.arguments = ["import", kind, file.path, "--data", data]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw UsageProblem("the made-up \(kind) could not be imported") }
    }
}
