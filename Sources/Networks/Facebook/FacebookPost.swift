/// A post of a page as Graph tells it.
struct FacebookPost {
    static let fields =
        "id,message,created_time,from{id,name},attachments{media_type,media{image{src}},target{id},subattachments.limit(20){media_type,media{image{src}},target{id}}}"

    let id: String
    let message: String
    let createdAt: Int64?
    let from: String?
    let media: [Attached]
    let source: JSON

    struct Attached {
        let id: String
        let url: String
        let isVideo: Bool
    }

    /// Nil when it lacks what every post has.
    init?(_ source: JSON) {
        guard let id = source["id"].id, GraphID.isValid(id) else { return nil }
        self.source = source
        self.id = id
        // A post that is only pictures has no message.
        message = source["message"].string ?? ""
        createdAt = GraphTime.milliseconds(source["created_time"].string)
        from = source["from"]["id"].id
        media = (source["attachments"]["data"].array ?? []).flatMap { attachment in
            let parts = attachment["subattachments"]["data"].array ?? []
            return (parts.isEmpty ? [attachment] : parts).compactMap(Attached.init)
        }
    }
}

extension FacebookPost.Attached {
    /// Nil when it is neither a picture nor a video, such as the preview of a link.
    init?(_ json: JSON) {
        let kind = json["media_type"].string ?? ""
        guard kind == "photo" || kind == "video", let id = json["target"]["id"].id, GraphID.isValid(id) else {
            return nil
        }
        self.init(
            id: id, url: WebText.address(json["media"]["image"]["src"].string) ?? "", isVideo: kind == "video")
    }
}
