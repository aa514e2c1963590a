import Policy
import Schoolgate

@main
enum Command {
    /// Every verb there is; each stands in a file of its own under `Verbs`.
    static let verbs: [Verb] =
        [ServeVerb.verb, WorkerVerb.verb, ImportVerb.verb] + PolicyVerbs.all + [GateVerb.verb] + PhotoVerbs.all
        + AuditVerb.all
        + [BundleVerb.verify] + BackupVerb.all + [RestoreVerb.verb] + KeysVerb.all + [RegisterVerb.verify]
        + [SecondFactorVerb.remove] + MailVerbs.all + BenchVerb.all

    static func main() async {
        let status = await run(Array(CommandLine.arguments.dropFirst()))
        Output.flush()
        Output.exit(status)
    }

    /// The exit status: 0 fine, 1 what was asked about is not, 2 wrong usage or input.
    static func run(_ words: [String]) async -> Int32 {
        guard let first = words.first else {
            Output.error(overview)
            return 2
        }
        if first == "--help" || first == "help" {
            Output.line(overview)
            return 0
        }
        if first == "--version" {
            Output.line("schoolgate \(Application.version)")
            return 0
        }
        guard let verb = verbs.filter({ words.starts(with: $0.words) }).max(by: { $0.words.count < $1.words.count })
        else { return unknown(words) }
        if let runItself = verb.runItself { return await runItself(words) }
        let rest = Array(words.dropFirst(verb.words.count))
        if rest.contains("--help") {
            Output.line(verb.help)
            return 0
        }
        do {
            return try await verb.run(try Arguments(rest, for: verb))
        } catch let problem as UsageProblem {
            Output.error("\(problem.message)\nSee: schoolgate \(verb.name) --help")
            return 2
        } catch {
            Output.error("schoolgate \(verb.name): \(error)")
            return 2
        }
    }

    private static func unknown(_ words: [String]) -> Int32 {
        let family = verbs.filter { $0.words.first == words.first }
        if !family.isEmpty, words.count == 1 || words[1] == "--help" {
            let text = listing(family)
            if words.count == 1 { Output.error(text) } else { Output.line(text) }
            return words.count == 1 ? 2 : 0
        }
        let written = words.prefix(family.isEmpty ? 1 : 2).joined(separator: " ")
        let names = family.isEmpty ? verbs.map { $0.words[0] } : family.map(\.name)
        let near = nearest(written, in: names).map { "; the nearest is `\($0)`" } ?? ""
        Output.error("There is no command `\(written)`\(near).\nSee: schoolgate --help")
        return 2
    }

    private static var overview: String {
        listing(verbs)
            + "\n\nEach explains itself: schoolgate policy check --help\nWhich one this is: schoolgate --version"
    }

    private static func listing(_ verbs: [Verb]) -> String {
        let width = verbs.map(\.name.count).max() ?? 0
        return "Usage:\n"
            + verbs.map { verb in
                "  schoolgate \(verb.name)\(String(repeating: " ", count: width - verb.name.count))  \(verb.summary)"
            }.joined(separator: "\n")
    }
}
