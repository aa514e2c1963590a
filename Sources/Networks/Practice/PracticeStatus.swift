internal import FoundationEssentials

extension Published {
    /// The answer of a network that speaks as Mastodon does.
    public init(_ post: PracticePost) throws {
        let status = PracticeStatus(
            id: post.id.rawValue, url: post.url, account: PracticeStatus.Account(acct: post.account), text: post.text,
            media_attachments: post.media.map {
                PracticeStatus.Attachment(
                    id: $0.id.rawValue, url: $0.url, type: $0.contentType.hasPrefix("video/") ? "video" : "image",
                    description: $0.alt
                )
            }
        )
        self.init(
            id: post.id, url: post.url, media: post.media.map(\.id), raw: status.bytes,
            contentType: "application/json"
        )
    }
}

/// A post or a comment as Mastodon writes one; the names are Mastodon's.
struct PracticeStatus: Encodable {
    let id: String
    let url: String
    let account: Account
    let text: String
    var in_reply_to_id: String?
    var media_attachments: [Attachment] = []

    struct Account: Encodable { let acct: String }

    struct Attachment: Encodable {
        let id: String
        let url: String
        let type: String
        let description: String
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and lists of texts are always written.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}

extension PracticeStatus {
    init(id: RemoteID, url: String, by handle: String, answering parent: RemoteID, _ text: String) {
        self.init(
            id: id.rawValue, url: url, account: Account(acct: handle), text: text, in_reply_to_id: parent.rawValue)
    }
}
