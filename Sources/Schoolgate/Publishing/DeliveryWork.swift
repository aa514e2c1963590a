import Database
import Networks

/// All that a delivery needs, read in one go before the network is asked.
struct DeliveryWork: Sendable {
    let post: Post
    let account: Account
    let secret: String?

    static func load(_ delivery: Delivery, _ context: Context, in db: Connection) throws -> DeliveryWork? {
        guard let post = try Post.find(delivery.post, in: db), let account = try Account.find(delivery.account, in: db)
        else { return nil }
        return DeliveryWork(post: post, account: account, secret: try Account.secret(of: account.id, context, in: db))
    }

    /// Exactly what was approved, under the delivery's own key.
    func publication(_ key: String, _ context: Context) throws -> Publication {
        Publication(
            key: key, text: post.text,
            media: try post.pictures.enumerated().map { index, picture in
                PublicationMedia(
                    bytes: try context.media.bytes(picture.media), filename: "picture-\(index + 1).jpg",
                    contentType: "image/jpeg", alt: picture.alt)
            },
            account: account.name)
    }
}
