import Foundation

@main
enum Command {
    static func main() async {
        var arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "gate" { exit(GateVerb.run(Array(arguments.dropFirst()))) }
        guard arguments.first == "serve" else {
            ServeVerb.say(ServeVerb.help)
            exit(2)
        }
        arguments.removeFirst()
        var options = ServeVerb.Options()
        while let name = arguments.first {
            arguments.removeFirst()
            if name == "--demo" {
                options.isDemo = true
                continue
            }
            guard let value = arguments.first else { exit(2) }
            arguments.removeFirst()
            switch name {
            case "--data": options.data = value
            case "--database": options.database = value
            case "--public-url": options.publicURL = value
            case "--allow-host": options.privateHosts.insert(value)
            case "--trusted-proxy": options.proxies.insert(value)
            case "--listen":
                let parts = value.split(separator: ":")
                options.host = String(parts[0])
                options.port = Int(parts[1]) ?? 8080
            default: exit(2)
            }
        }
        do { try await ServeVerb.run(options) } catch {
            FileHandle.standardError.write(Data("schoolgate: \(error)\n".utf8))
            exit(2)
        }
    }
}
