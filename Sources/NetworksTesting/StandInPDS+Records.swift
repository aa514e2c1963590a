import Foundation
import Synchronization

extension StandInPDS {
    func uploadBlob(_ request: HTTPRequest) -> HTTPAnswer {
        let type = request.headers["content-type"] ?? ""
        guard !request.body.isEmpty else { return bad("an empty blob") }
        guard request.body.count <= 50 * 1_048_576 else {
            return refuse("413 Payload Too Large", "PayloadTooLarge", "request entity too large")
        }
        let cid = StandInPDS.cid(request.body).replacingOccurrences(of: "bafyrei", with: "bafkrei")
        state.withLock { $0.blobs[cid] = (type, request.body) }
        return HTTPAnswer.json([
            "blob": ["$type": "blob", "ref": ["$link": cid], "mimeType": type, "size": request.body.count]
        ])
    }

    /// A picture is handed out while a record refers to it.
    func getBlob(_ request: HTTPRequest) -> HTTPAnswer {
        let cid = request.query("cid") ?? ""
        let blob = state.withLock { $0.isShown(cid) ? $0.blobs[cid] : nil }
        guard request.query("did") == did, !cid.isEmpty, let blob else {
            return refuse("400 Bad Request", "BlobNotFound", "Blob not found")
        }
        return HTTPAnswer(bytes: blob.bytes, contentType: blob.type)
    }

    func listBlobs(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("did") == did else { return bad("Could not find repo") }
        return HTTPAnswer.json(["cids": state.withLock { state in state.blobs.keys.filter(state.isShown).sorted() }])
    }

    func putRecord(_ request: HTTPRequest) -> HTTPAnswer {
        let body = request.json ?? [:]
        guard body["repo"] as? String == did else {
            return refuse("401 Unauthorized", "AuthRequired", "not this account's repository")
        }
        guard let collection = body["collection"] as? String, let key = body["rkey"] as? String,
            let record = body["record"] as? [String: Any]
        else { return bad("Input must have the properties collection, rkey and record") }
        guard record["$type"] as? String == collection else { return bad("Record/$type must be \(collection)") }
        guard StandInPDS.isMoment(key) else { return bad("Invalid record key: expected a tid") }
        if let mistake = mistake(in: record, collection, key) { return bad("Invalid \(collection) record: \(mistake)") }
        let path = "\(collection)/\(key)"
        let json = StandInPDS.bytes(record)
        return state.withLock { state in
            let current = state.records[path]?.cid
            if body.keys.contains("swapRecord"), body["swapRecord"] as? String != current {
                return refuse("400 Bad Request", "InvalidSwap", "Record was at \(current ?? "null")")
            }
            state.records[path] = (StandInPDS.cid(json), json)
            return HTTPAnswer.json([
                "uri": "at://\(did)/\(path)", "cid": StandInPDS.cid(json), "validationStatus": "valid",
            ])
        }
    }

    func deleteRecord(_ request: HTTPRequest) -> HTTPAnswer {
        let body = request.json ?? [:]
        guard body["repo"] as? String == did, let collection = body["collection"] as? String,
            let key = body["rkey"] as? String
        else { return bad("Input must have the properties repo, collection and rkey") }
        let was = state.withLock { $0.records.removeValue(forKey: "\(collection)/\(key)") }
        if was == nil, dialect == .plain { return HTTPAnswer.text("400 Bad Request", "no such record") }
        return HTTPAnswer.json([String: Any]())
    }

    func getRecord(_ request: HTTPRequest) -> HTTPAnswer {
        guard let repo = request.query("repo"), let collection = request.query("collection"),
            let key = request.query("rkey")
        else { return bad("Params must have the properties repo, collection and rkey") }
        let uri = "at://\(repo)/\(collection)/\(key)"
        let found = state.withLock { state in
            repo == did ? state.records["\(collection)/\(key)"] : state.others[uri].map { ($0.cid, $0.json) }
        }
        guard let found else {
            return refuse("400 Bad Request", "RecordNotFound", "Could not locate record: \(uri)")
        }
        return HTTPAnswer.json(["uri": uri, "cid": found.0, "value": StandInPDS.object(found.1)])
    }

    func listRecords(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("repo") == did, let collection = request.query("collection") else {
            return bad("Could not find repo")
        }
        let limit = Int(request.query("limit") ?? "50") ?? 0
        guard (1...100).contains(limit) else { return bad("limit out of range") }
        return state.withLock { state in
            let keys = state.records.keys.filter { $0.hasPrefix("\(collection)/") }
                .map { String($0.dropFirst(collection.count + 1)) }.sorted(by: >)
                .filter { key in request.query("cursor").map { key < $0 } ?? true }.prefix(limit)
            var reply: [String: Any] = [
                "records": keys.map { key -> [String: Any] in
                    let record = state.records["\(collection)/\(key)"]
                    return [
                        "uri": "at://\(did)/\(collection)/\(key)", "cid": record?.cid ?? "",
                        "value": StandInPDS.object(record?.json ?? []),
                    ]
                }
            ]
            if let last = keys.last, keys.count == limit { reply["cursor"] = last }
            return HTTPAnswer.json(reply)
        }
    }

    static func isMoment(_ key: String) -> Bool {
        key.utf8.count == 13 && key.allSatisfy { "234567abcdefghijklmnopqrstuvwxyz".contains($0) }
            && key.first.map { "234567abcdefghij".contains($0) } == true
    }

    // MARK: the lexicons

    private func mistake(in record: [String: Any], _ collection: String, _ key: String) -> String? {
        guard let created = record["createdAt"] as? String, StandInPDS.isInstant(created) else { return "createdAt" }
        switch collection {
        case "app.bsky.feed.post": return mistake(inPost: record)
        case "app.bsky.graph.block":
            return (record["subject"] as? String)?.hasPrefix("did:") == true ? nil : "subject"
        case "app.bsky.feed.threadgate":
            guard record["post"] as? String == "at://\(did)/app.bsky.feed.post/\(key)" else { return "post" }
            guard let hidden = record["hiddenReplies"] else { return nil }
            guard let hidden = hidden as? [String], hidden.count <= 300 else { return "hiddenReplies" }
            return hidden.allSatisfy { $0.hasPrefix("at://") } ? nil : "hiddenReplies"
        default: return "an unknown collection"
        }
    }

    static func isInstant(_ text: String) -> Bool {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return formatter.date(from: text) != nil
    }

    private func mistake(inPost record: [String: Any]) -> String? {
        guard let text = record["text"] as? String else { return "text" }
        guard text.utf8.count <= 3_000, text.count <= 300 else { return "text must not be longer than 300 graphemes" }
        if let langs = record["langs"] {
            guard let langs = langs as? [String], langs.count <= 3 else { return "langs" }
        }
        if let facets = record["facets"] {
            guard let facets = facets as? [[String: Any]] else { return "facets" }
            if let mistake = mistake(in: facets, Array(text.utf8)) { return mistake }
        }
        if let embed = record["embed"] {
            guard let embed = embed as? [String: Any] else { return "embed" }
            if let mistake = mistake(inEmbed: embed) { return mistake }
        }
        if let reply = record["reply"] {
            for part in ["root", "parent"] {
                let reference = (reply as? [String: Any])?[part] as? [String: Any]
                guard let uri = reference?["uri"] as? String, let cid = reference?["cid"] as? String,
                    state.withLock({ $0.cid(of: uri, did) }) == cid
                else { return "reply/\(part)" }
            }
        }
        return nil
    }

    /// Bluesky's own server lets overlapping facets pass, and its app then shows nonsense; here they are mistakes.
    private func mistake(in facets: [[String: Any]], _ text: [UInt8]) -> String? {
        var last = 0
        for facet in facets {
            let index = facet["index"] as? [String: Any] ?? [:]
            guard let start = index["byteStart"] as? Int, let end = index["byteEnd"] as? Int, start >= last,
                start < end,
                end <= text.count
            else { return "facets/index out of range" }
            for place in [start, end] where place < text.count && text[place] & 0xC0 == 0x80 {
                return "facets/index inside a character"
            }
            last = end
            guard let features = facet["features"] as? [[String: Any]], !features.isEmpty else {
                return "facets/features"
            }
            for feature in features {
                let words = String(decoding: text[start..<end], as: UTF8.self)
                let isRight =
                    switch feature["$type"] as? String {
                    case "app.bsky.richtext.facet#link": (feature["uri"] as? String)?.hasPrefix("http") == true
                    case "app.bsky.richtext.facet#mention":
                        (feature["did"] as? String)?.hasPrefix("did:") == true && words.hasPrefix("@")
                    case "app.bsky.richtext.facet#tag":
                        (feature["tag"] as? String).map { $0.count <= 64 && words.hasSuffix($0) && !$0.hasPrefix("#") }
                            == true
                    default: false
                    }
                guard isRight else { return "facets/features" }
            }
        }
        return nil
    }

    private func mistake(inEmbed embed: [String: Any]) -> String? {
        guard embed["$type"] as? String == "app.bsky.embed.images" else { return "embed/$type" }
        guard let images = embed["images"] as? [[String: Any]], (1...4).contains(images.count) else {
            return "embed/images"
        }
        for image in images {
            guard image["alt"] is String else { return "embed/images/alt" }
            if let ratio = image["aspectRatio"] {
                let ratio = ratio as? [String: Any] ?? [:]
                guard (ratio["width"] as? Int ?? 0) > 0, (ratio["height"] as? Int ?? 0) > 0 else {
                    return "embed/images/aspectRatio"
                }
            }
            let blob = image["image"] as? [String: Any] ?? [:]
            let link = (blob["ref"] as? [String: Any])?["$link"] as? String ?? ""
            guard blob["$type"] as? String == "blob", let type = blob["mimeType"] as? String,
                let size = blob["size"] as? Int
            else { return "embed/images/image" }
            guard let known = state.withLock({ $0.blobs[link] }) else { return "Could not find blob: \(link)" }
            guard known.type == type, known.bytes.count == size else { return "referenced blob differs" }
            guard type.hasPrefix("image/"), size <= 2_000_000 else { return "embed/images/image is too large" }
        }
        return nil
    }
}

extension StandInPDS.State {
    func isShown(_ cid: String) -> Bool {
        records.values.contains { String(decoding: $0.json, as: UTF8.self).contains(cid) }
    }
}
