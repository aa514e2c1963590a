import Database
import Networks

/// All that a delivery needs, read in one go before the network is asked.
struct DeliveryWork: Sendable {
    let post: Post
    let account: Account
    /// The account to speak through; nil when it was disconnected and no other leads to the same place.
    let way: (account: Account, secret: String?)?
    /// Of each picture, by digest.
    let contentTypes: [String: String]

    static func load(_ delivery: Delivery, _ context: Context, in db: Connection) throws -> DeliveryWork {
        guard let post = try Post.find(delivery.post, in: db), let account = try Account.find(delivery.account, in: db)
        else { throw Problem.notFound }
        var types: [String: String] = [:]
        if !post.pictures.isEmpty {
            try db.each(
                "SELECT digest, content_type FROM media WHERE digest IN (\(list: post.pictures.map(\.media)))"
            ) { types[$0.text(0)] = $0.text(1) }
        }
        let way = try account.standIn(in: db).map { ($0, try Account.secret(of: $0.id, context, in: db)) }
        return DeliveryWork(post: post, account: account, way: way, contentTypes: types)
    }

    /// Exactly what was approved, under the delivery's own key.
    func publication(_ key: String, _ context: Context) throws -> Publication {
        Publication(
            key: key, text: post.text,
            media: try post.pictures.enumerated().map { index, picture in
                let type = contentTypes[picture.media] ?? "image/jpeg"
                return PublicationMedia(
                    bytes: try context.media.bytes(picture.media),
                    filename: "picture-\(index + 1).\(type == "image/png" ? "png" : "jpg")", contentType: type,
                    alt: picture.alt)
            },
            account: account.name)
    }

    /// What a publication is looked for by, whatever has become of the post and its pictures since.
    func trace(_ key: String) -> Publication {
        let place = PublicationMedia(bytes: [], filename: "", contentType: "image/jpeg", alt: "")
        return Publication(
            key: key, text: post.text, media: Array(repeating: place, count: Draft.mostPictures),
            account: account.name)
    }

    func connector(_ context: Context) throws -> (any Connector)? {
        try way.map { try context.networks.connector(for: $0.account, secret: $0.secret, context) }
    }
}
