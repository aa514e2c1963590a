import Crypto
import Foundation
import Networks
import Web

/// Pictures that a network fetches itself, each behind an address that nobody guesses, for the minutes that this takes.
///
/// They lie in files, for the program that publishes may be another than the one that answers.
struct PictureShelf: MediaShelf {
    static let show = Route<String>(.get, "/shelf/:token")
    /// What was not taken away by then belongs to a publication that broke off.
    private static let longest = Duration.hours(1)
    private static let types = ["jpg": "image/jpeg", "png": "image/png"]

    private let folder: String
    private let publicURL: String

    /// Nil where no network can reach this server: without TLS it has no address on the web.
    init?(_ configuration: Configuration) {
        guard configuration.usesTLS else { return nil }
        self.init(folder: Self.folder(configuration), publicURL: configuration.publicURL)
    }

    init(folder: String, publicURL: String) {
        self.folder = folder
        self.publicURL = publicURL
    }

    static func folder(_ configuration: Configuration) -> String { configuration.dataFolder + "/shelf" }

    func offer(_ media: PublicationMedia) async throws -> String {
        guard let ending = Self.types.first(where: { $0.value == media.contentType })?.key else {
            throw Failure(.refused, "Only JPEG and PNG pictures can be handed over this way.")
        }
        let name = "\(random(bytes: 24).hex).\(ending)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(media.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
        return publicURL + Self.show.path(name)
    }

    func withdraw(_ address: String) async {
        guard let name = address.split(separator: "/").last.map(String.init), Self.type(of: name) != nil else { return }
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }

    /// Takes away what lies there for longer than any publication takes.
    static func sweep(_ context: Context) throws {
        let folder = folder(context.configuration)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names {
            let file = "\(folder)/\(name)"
            let written = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            if let written, -written.timeIntervalSinceNow > TimeInterval(longest.components.seconds) {
                try FileManager.default.removeItem(atPath: file)
            }
        }
    }

    /// Nil for a name that is not one of ours.
    private static func type(of name: String) -> String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 48,
            parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        return types[String(parts[1])]
    }

    // MARK: What the network fetches

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .anyone, use: show)
    }

    static func show(_ request: Request, _ context: Context, _: Anyone, token: String) async throws -> Response {
        guard let type = type(of: token),
            let data = FileManager.default.contents(atPath: "\(folder(context.configuration))/\(token)")
        else { throw Problem.notFound }
        var response = Response.part(of: Array(data), type: type, asked: request)
        response.headers.append(("X-Robots-Tag", "noindex, nofollow"))
        return response
    }
}
