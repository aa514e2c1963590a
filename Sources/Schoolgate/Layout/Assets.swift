import Crypto
import Embedded
import Web

/// The files built into the program, each under an address that carries its digest.
struct Asset: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]

    private static let all: [String: Asset] = {
        var assets: [String: Asset] = [:]
        for (name, bytes) in EmbeddedFiles.all {
            guard let dot = name.lastIndex(of: "."), let type = types[String(name[name.index(after: dot)...])] else {
                continue
            }
            let digest = Digest.of(bytes).hex.prefix(12)
            assets[name] = Asset(path: "/assets/\(name[..<dot])-\(digest)\(name[dot...])", type: type, bytes: bytes)
        }
        return assets
    }()

    private static let byFile: [String: Asset] = Dictionary(
        uniqueKeysWithValues: all.values.map { (String($0.path.dropFirst("/assets/".count)), $0) })

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// The address of a file by its plain name, such as `look.css`.
    static func path(_ name: String) -> String { all[name]?.path ?? "/assets/\(name)" }

    static func served(as file: String) -> Asset? { byFile[file] }
}

enum AssetHandlers {
    static let show = Route<String>(.get, "/assets/:file")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .anyone) { _, _, _, file in
            guard let asset = Asset.served(as: file) else { throw Problem.notFound }
            var response = Response.bytes(asset.bytes, type: asset.type)
            response.headers.append(("Cache-Control", "public, max-age=31536000, immutable"))
            return response
        }
    }
}
