internal import FoundationEssentials

extension WordPress {
    func refusal(of publication: Publication) -> Failure? {
        let limits = capabilities
        guard !publication.key.isEmpty, publication.key.utf8.count <= 64 else {
            return Failure(.misconfigured, "The post has no key that WordPress could find it by.")
        }
        if publication.media.count > limits.mostMedia {
            return Failure(.tooLarge, "A post on the website takes \(limits.mostMedia) pictures. Leave some out.")
        }
        for video in publication.media where video.isVideo {
            guard let why = limits.refusal(ofVideo: video.bytes.count, seconds: video.seconds, "The website") else {
                continue
            }
            return Failure(.tooLarge, why)
        }
        if publication.media.contains(where: { !$0.isVideo && $0.bytes.count > limits.largestMedia }) {
            return Failure(.tooLarge, "A picture is larger than 32 MB. Use a smaller one.")
        }
        return nil
    }

    /// Uploads what is not there yet, then makes the post.
    func publishNew(_ publication: Publication) async -> Answer<Published> {
        let there: [Int: Picture]
        switch await pictures(of: publication) {
        case .done(let found): there = found
        case let other: return other.asking()
        }
        var pictures: [Picture] = []
        for (index, media) in publication.media.enumerated() {
            if let picture = there[index] {
                pictures.append(picture)
                continue
            }
            switch await upload(media, as: Marker(publication.key).picture(index)) {
            case .done(let picture): pictures.append(picture)
            case let other: return other.asking()
            }
        }
        return await create(publication, pictures)
    }

    private func create(_ publication: Publication, _ pictures: [Picture]) async -> Answer<Published> {
        let marker = Marker(publication.key)
        let content = Content(publication, pictures: zip(pictures, publication.media).map { ($0, $1.alt) })
        let draft = Draft(
            slug: marker.post, status: "publish", title: content.title, content: content.blocks,
            // A video cannot stand above a post.
            featured_media: pictures.first { $0.media_type != "file" }?.id
        )
        guard let body = try? JSONEncoder().encode(draft) else {
            return .failed(Failure(.misconfigured, "The post could not be written for WordPress."))
        }
        return await post("posts", contentType: "application/json", Array(body)).flatMap { reply in
            guard let post = Post.one(reply.body) else { return WordPress.unreadable(reply).asking() }
            guard post.status == "publish" else { return await withdraw(post) }
            // Two at once may get the same slug: the first of them stays, the others are taken back.
            let first = await find(publication).value??.id
            if post.slug != marker.post || first.map({ $0 != post.remoteID }) == true {
                return await withdraw(post, twinOf: publication)
            }
            return .done(
                Published(
                    id: post.remoteID, url: post.link, media: pictures.map(\.remoteID), raw: reply.body,
                    contentType: reply.contentType
                )
            )
        }
    }

    /// Takes back a second post of the same publication: somebody else was quicker.
    private func withdraw(_ post: Post, twinOf publication: Publication) async -> Answer<Published> {
        guard case .done = await delete("posts", post.remoteID) else {
            return .unknown("The post may be on the website twice. Look at \(post.link) and delete it there if it is.")
        }
        return await find(publication).flatMap { found in
            guard let found else {
                return .unknown("WordPress says that the post is there and then that it is not. Look at the website.")
            }
            return .done(found)
        }
    }

    /// Takes back a post that WordPress kept from the public.
    private func withdraw(_ post: Post) async -> Answer<Published> {
        guard case .done = await delete("posts", post.remoteID) else {
            return .unknown("WordPress took the post but keeps it back. Look at \(post.link) and publish or delete it.")
        }
        return .failed(
            Failure(
                .refused,
                "WordPress keeps this account's posts back for somebody to look at. Ask whoever looks after the website to let it publish."
            )
        )
    }

    /// The pictures of a publication that are on the website, by their place in it.
    func pictures(of publication: Publication) async -> Answer<[Int: Picture]> {
        guard !publication.media.isEmpty else { return .done([:]) }
        let marker = Marker(publication.key)
        let slugs = publication.media.indices.map(marker.picture)
        let query = "slug=\(slugs.joined(separator: ","))&per_page=100"
        return await get("media", query: query).flatMap { reply in
            guard let found = Picture.list(reply.body) else { return WordPress.unreadable(reply).asking() }
            var places: [Int: Picture] = [:]
            for picture in found {
                if let place = slugs.firstIndex(of: picture.slug) { places[place] = picture }
            }
            return .done(places)
        }
    }

    private func upload(_ media: PublicationMedia, as slug: String) async -> Answer<Picture> {
        let form = Multipart(
            fields: [("slug", slug), ("title", slug), ("alt_text", media.alt)],
            // The name is seen by everybody: the one that the file had may be a child's.
            file: (name: slug + Multipart.ending(of: media), type: media.contentType, bytes: media.bytes)
        )
        return await post("media", contentType: form.contentType, form.body, .seconds(media.isVideo ? 600 : 120))
            .flatMap { reply in
                guard let picture = Picture.one(reply.body) else { return WordPress.unreadable(reply).asking() }
                guard picture.slug == slug else {
                    _ = await delete("media", picture.remoteID)
                    return .unknown(
                        "The same post is being published twice at once. It is looked up before it is tried again.")
                }
                return .done(picture)
            }
    }
}

private struct Draft: Encodable {
    let slug: String
    let status: String
    let title: String
    let content: String
    let featured_media: Int?
}
