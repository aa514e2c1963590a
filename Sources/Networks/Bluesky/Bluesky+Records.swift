extension Bluesky {
    /// A record as its server keeps it.
    struct Record: Sendable {
        let address: RecordAddress
        let cid: String?
        let value: JSON
        let raw: [UInt8]
        let contentType: String
    }

    /// The address when it is a post of this account.
    func own(_ post: RemoteID) -> RecordAddress? {
        guard let address = RecordAddress(post.rawValue), address.repo == did, address.collection == Bluesky.posts
        else {
            return nil
        }
        return address
    }

    /// The record there; nil only when the server itself says that there is none.
    ///
    /// Records are public: they are asked for as anybody, so that an account whose access has run out can still be
    /// looked at.
    func record(_ address: RecordAddress) async -> Answer<Record?> {
        let heard = await look(
            "com.atproto.repo.getRecord",
            [("repo", address.repo), ("collection", address.collection), ("rkey", address.key)])
        if heard.saysNoRecord { return .done(nil) }
        if let status = heard.status, status == 400 || status == 404, !heard.refusesToken {
            return await search(for: address) ?? heard.answer.asking()
        }
        return heard.answer.flatMap { reply in
            guard let found = JSON(reply.body), let uri = found["uri"].string.flatMap(RecordAddress.init),
                uri.collection == address.collection, uri.key == address.key, case let value = found["value"],
                value.object != nil
            else { return Bluesky.unreadable(reply) }
            return .done(
                Record(
                    address: address, cid: found["cid"].string, value: value, raw: reply.body,
                    contentType: reply.contentType))
        }
    }

    /// Looks through the whole collection, for servers that have no word for "no such record"; nil when it cannot be read to its end.
    private func search(for address: RecordAddress) async -> Answer<Record?>? {
        var cursor: String?
        var seen: Set<String> = []
        for _ in 0..<50 {
            var parameters = [("repo", address.repo), ("collection", address.collection), ("limit", "100")]
            if let cursor { parameters.append(("cursor", cursor)) }
            let heard = await look("com.atproto.repo.listRecords", parameters)
            guard case .done(let reply) = heard.answer, let page = JSON(reply.body),
                let records = page["records"].array
            else { return nil }
            for record in records {
                guard let uri = record["uri"].string.flatMap(RecordAddress.init), case let value = record["value"]
                else {
                    return nil
                }
                seen.insert(uri.key)
                guard uri.key == address.key, uri.collection == address.collection else { continue }
                return .done(
                    Record(
                        address: address, cid: record["cid"].string, value: value, raw: Array(record.bytes),
                        contentType: reply.contentType))
            }
            guard let next = page["cursor"].string, !records.isEmpty else { return .done(nil) }
            guard next != cursor else { return nil }
            cursor = next
        }
        return nil
    }

    /// Writes a record only over what is known to be there: a version of it, or nothing; without a version over anything.
    func put(_ record: JSON, at address: RecordAddress, replacing version: JSON?) async -> Heard {
        let body: JSON = [
            "repo": .text(did), "collection": .text(address.collection), "rkey": .text(address.key), "record": record,
        ]
        return await procedure("com.atproto.repo.putRecord", body.with("swapRecord", version))
    }

    /// Deletes a record; what is not there is deleted.
    func delete(_ address: RecordAddress) async -> Answer<Void> {
        let heard = await procedure(
            "com.atproto.repo.deleteRecord",
            ["repo": .text(did), "collection": .text(address.collection), "rkey": .text(address.key)])
        if heard.saysNoRecord { return .done(()) }
        if case .failed(let failure) = heard.answer, failure.kind == .refused,
            await record(address).map({ $0 == nil }) == .done(true)
        {
            return .done(())
        }
        return heard.answer.flatMap { reply in
            guard reply.body.allSatisfy({ $0 <= 0x20 }) || JSON(reply.body) != nil else {
                return Bluesky.unreadable(reply)
            }
            return .done(())
        }
    }

    /// Whether the server still hands a picture out; it does while another post of the account shows the same one.
    func isBlobGone(_ picture: RemoteID) async -> Answer<Bool> {
        guard !picture.rawValue.isEmpty, picture.rawValue.utf8.allSatisfy(\.isLetterOrDigit) else {
            return .failed(.strangeRecord)
        }
        let heard = await look("com.atproto.sync.getBlob", [("did", did), ("cid", picture.rawValue)])
        if let code = heard.code, ["BlobNotFound", "NotFound"].contains(code) { return .done(true) }
        if heard.code == "InvalidRequest", heard.words?.lowercased().contains("blob not found") == true {
            return .done(true)
        }
        if heard.status == 400 || heard.status == 404, let isGone = await isUnlisted(picture) { return .done(isGone) }
        return heard.answer.map { _ in false }
    }

    /// Whether a picture is missing from the list of all of the account's; nil when that cannot be read to its end.
    private func isUnlisted(_ picture: RemoteID) async -> Bool? {
        var cursor: String?
        for _ in 0..<50 {
            let parameters = [("did", did), ("limit", "500")] + (cursor.map { [("cursor", $0)] } ?? [])
            let heard = await look("com.atproto.sync.listBlobs", parameters)
            guard case .done(let reply) = heard.answer, let page = JSON(reply.body), let cids = page["cids"].array
            else {
                return nil
            }
            if cids.contains(where: { $0.string == picture.rawValue }) { return false }
            guard let next = page["cursor"].string, !cids.isEmpty else { return true }
            guard next != cursor else { return nil }
            cursor = next
        }
        return nil
    }
}

extension Failure {
    static let strangeRecord = Failure(
        .misconfigured, "This is not the address of anything of this account on Bluesky.")
}
