internal import FoundationEssentials

/// What WordPress says of a post; the names are WordPress's.
struct Post: Decodable {
    let id: Int
    let slug: String
    let status: String
    let link: String
    let title: Rendered?
    let content: Rendered?

    struct Rendered: Decodable { let rendered: String }

    var remoteID: RemoteID { RemoteID(rawValue: String(id)) }

    /// Title and text without markup.
    var text: String {
        [title, content].compactMap { $0.map { HTMLText.plain($0.rendered) } }.filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    static func one(_ bytes: [UInt8]) -> Post? { try? JSONDecoder().decode(Post.self, from: Data(bytes)) }
    static func list(_ bytes: [UInt8]) -> [Post]? { try? JSONDecoder().decode([Post].self, from: Data(bytes)) }

    /// The only post of a list, byte for byte.
    static func raw(_ list: [UInt8]) -> [UInt8]? {
        guard let start = list.firstIndex(of: UInt8(ascii: "[")), let end = list.lastIndex(of: UInt8(ascii: "]")),
            start < end
        else { return nil }
        return Array(list[(start + 1)..<end])
    }
}

/// What WordPress says of an uploaded file.
struct Picture: Decodable {
    let id: Int
    let slug: String
    let source_url: String
    let media_type: String

    var remoteID: RemoteID { RemoteID(rawValue: String(id)) }

    static func one(_ bytes: [UInt8]) -> Picture? { try? JSONDecoder().decode(Picture.self, from: Data(bytes)) }
    static func list(_ bytes: [UInt8]) -> [Picture]? { try? JSONDecoder().decode([Picture].self, from: Data(bytes)) }
}

/// How WordPress says no.
struct Refusal: Decodable {
    let code: String
    private let data: Details?

    init?(_ bytes: [UInt8]) {
        guard let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(bytes)) else { return nil }
        self = refusal
    }

    /// The status of what a wrong parameter was refused for: WordPress wraps "not signed in" into a plain 400.
    var inner: Int? { data?.details?.status?.data?.status }

    private struct Details: Decodable {
        let details: Parameters?
        struct Parameters: Decodable { let status: Parameter? }
        struct Parameter: Decodable { let data: Inner? }
        struct Inner: Decodable { let status: Int? }

        /// Whatever else stands there is not looked at.
        init(from decoder: any Decoder) {
            let container = try? decoder.container(keyedBy: Keys.self)
            details = try? container?.decode(Parameters.self, forKey: .details)
        }

        private enum Keys: String, CodingKey { case details }
    }
}

/// How WordPress says that something was deleted.
struct Deletion: Decodable {
    let deleted: Bool

    init?(_ bytes: [UInt8]) {
        guard let deletion = try? JSONDecoder().decode(Deletion.self, from: Data(bytes)) else { return nil }
        self = deletion
    }
}

/// What a WordPress says of itself.
struct Index: Decodable {
    let namespaces: [String]

    /// Nil unless it has the interface for posts.
    init?(_ bytes: [UInt8]) {
        guard let index = try? JSONDecoder().decode(Index.self, from: Data(bytes)) else { return nil }
        guard index.namespaces.contains("wp/v2") else { return nil }
        self = index
    }
}
