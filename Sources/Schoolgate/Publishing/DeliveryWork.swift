import Database
import Imaging
import Networks

/// All that a delivery needs, read in one go before the network is asked.
struct DeliveryWork: Sendable {
    let post: Post
    let account: Account
    /// The account to speak through; nil when it was disconnected and no other leads to the same place.
    let way: (account: Account, secret: String?)?
    /// Of each picture, by digest.
    let contentTypes: [String: String]
    /// What is known to be other posts, for networks that keep no keys.
    let others: Set<RemoteID>

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
        return DeliveryWork(
            post: post, account: account, way: way, contentTypes: types, others: try others(delivery, in: db))
    }

    /// Two days are more than a network's clock may be wrong by.
    private static func others(_ delivery: Delivery, in db: Connection) throws -> Set<RemoteID> {
        let since = delivery.armedAt - .days(2)
        return Set(
            try db.all(
                """
                SELECT publications.remote_id FROM publications
                JOIN accounts ON accounts.id = publications.account_id
                WHERE publications.post_id <> \(delivery.post) AND publications.published_at > \(since)
                    AND accounts.network = (SELECT network FROM accounts WHERE id = \(delivery.account))
                """
            ) { RemoteID(rawValue: $0.text(0)) })
    }

    /// Exactly what was approved, under the delivery's own key.
    ///
    /// A picture that is larger than the network takes is made smaller: from what was approved, so without the blurred.
    func publication(_ delivery: Delivery, largest: Int, _ context: Context) async throws -> Publication {
        var media: [PublicationMedia] = []
        for (index, picture) in post.pictures.enumerated() {
            if let video = picture.video {
                media.append(
                    PublicationMedia(
                        bytes: try video.bytes(context), filename: "video-\(index + 1).\(video.ending)",
                        contentType: video.contentType, alt: picture.alt, seconds: video.seconds,
                        poster: try context.media.bytes(picture.media)))
                continue
            }
            var bytes = try context.media.bytes(picture.media), type = contentTypes[picture.media] ?? "image/jpeg"
            if largest > 0, bytes.count > largest {
                let order = PictureOrder(sizes: [PictureSize(maxBytes: largest)], findsFaces: false)
                do {
                    guard let made = try await context.pictures.work(on: bytes, order).pictures.first else {
                        throw PictureProblem.damaged
                    }
                    (bytes, type) = (made.bytes, made.contentType)
                } catch let problem as PictureProblem { throw Problem.refused(problem.message) }
            }
            media.append(
                PublicationMedia(
                    bytes: bytes, filename: "picture-\(index + 1).\(type == "image/png" ? "png" : "jpg")",
                    contentType: type, alt: picture.alt))
        }
        // What was never sent can be there from now on only.
        let since = delivery.attempts == 0 ? context.now() : delivery.armedAt
        return Publication(
            key: delivery.key, text: post.text, media: media, account: account.name, since: since.milliseconds,
            claimed: others)
    }

    /// Puts the videos of the post among the media, where they stay once they are out.
    func keepVideos(_ context: Context) async throws {
        let videos = try post.pictures.compactMap(\.video).filter { !context.media.holds($0.digest) }
            .map { ($0, try $0.bytes(context)) }
        guard !videos.isEmpty else { return }
        let now = context.now()
        try await context.database.write { db in
            for (video, bytes) in videos { try Media.keep(video, bytes, by: post.author, context, at: now, in: db) }
        }
    }

    /// What a publication is looked for by, whatever has become of the post and its pictures since.
    func trace(_ delivery: Delivery) -> Publication {
        let place = PublicationMedia(bytes: [], filename: "", contentType: "image/jpeg", alt: "")
        return Publication(
            key: delivery.key, text: post.text, media: Array(repeating: place, count: Draft.mostPictures),
            account: account.name, since: delivery.armedAt.milliseconds, claimed: others)
    }

    func connector(_ context: Context) throws -> (any Connector)? {
        try way.map { try context.networks.connector(for: $0.account, secret: $0.secret, context) }
    }
}
