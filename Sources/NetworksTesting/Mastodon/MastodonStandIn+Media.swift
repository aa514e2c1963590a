import Foundation
import Synchronization

extension MastodonStandIn {
    private static let badFile = refused("File content type is invalid, File is invalid")

    func upload(_ request: HTTPRequest, version: String) -> HTTPAnswer {
        guard let parts = request.parts, let file = parts.first(where: { $0.name == "file" }), file.filename != nil,
            let type = file.contentType, ["image/png", "image/jpeg", "video/mp4"].contains(type)
        else { return Self.badFile }
        let isPicture = file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || file.bytes.starts(with: [0xFF, 0xD8])
        let isVideo = file.bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
        guard type.hasPrefix("image/") ? isPicture : isVideo else { return Self.badFile }
        let description = parts.first { $0.name == "description" }?.text ?? ""
        guard description.count <= 1_500 else { return Self.refused("Description is too long") }
        let polls: Int =
            switch ways.media {
            case .ready: 0
            case .slow(let polls): polls
            case .neverReady, .rejected: .max
            }
        return state.withLock { state in
            state.count += 1
            let media = Attachment(
                id: String(state.count), description: description, contentType: type, status: nil, polls: polls)
            state.media[media.id] = media
            return .json(json(media), status: polls == 0 ? "200 OK" : "202 Accepted")
        }
    }

    func media(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            // As Mastodon does: what belongs to a post is asked for with it.
            guard let media = state.media[id], media.status == nil else { return Self.notFound }
            if case .rejected = ways.media { return Self.badFile }
            if case .neverReady = ways.media { return .json(json(media), status: "206 Partial Content") }
            guard media.polls > 0 else { return .json(json(media)) }
            state.media[id]?.polls -= 1
            return .json(json(media), status: "206 Partial Content")
        }
    }

    func discard(_ id: String) -> HTTPAnswer {
        state.withLock { state in
            guard let media = state.media[id] else { return Self.notFound }
            guard media.status == nil else { return Self.refused("Media attachment is in use") }
            state.media[id] = nil
            return .json([String: String]())
        }
    }
}
