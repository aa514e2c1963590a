extension YouTube {
    /// How far a session has come.
    private enum Progress {
        case at(Int)
        case whole(Outgoing.Reply)
        /// Whether the rest arrived is not known.
        case unknown(Answer<Outgoing.Reply>)
        case over(Answer<Outgoing.Reply>)
    }

    /// Opens a session, sends the video in parts, and asks how far it is wherever an answer is missing.
    func upload(_ media: PublicationMedia, _ body: JSON) async -> Answer<Outgoing.Reply> {
        let address =
            "\(settings.api)/upload/youtube/\(settings.version)/videos?uploadType=resumable&part=snippet%2Cstatus"
        let opened = await ask(
            "POST", address,
            [
                Outgoing.Header("Content-Type", "application/json; charset=utf-8"),
                Outgoing.Header("X-Upload-Content-Length", String(media.bytes.count)),
                Outgoing.Header("X-Upload-Content-Type", media.contentType),
            ], body.written)
        let nothing = Failure(
            .unavailable, "YouTube did not take the video. Nothing was published; it is tried again later.")
        switch opened.answer {
        case .done: break
        // A session without a video is nothing yet.
        case .unknown: return .failed(nothing)
        case let other: return other
        }
        guard opened.status == 200, let session = opened.header("location") else { return .failed(nothing) }
        guard isGoogles(session) else {
            return .failed(
                Failure(
                    .misconfigured,
                    "YouTube wanted the video sent to an address that is not its own. Tell whoever runs Schoolgate; nothing was published."
                ))
        }
        var place = 0
        var resumes = 0
        var isAsking = false
        while true {
            let progress = isAsking ? await progress(of: media, session) : await send(media, from: place, to: session)
            switch progress {
            case .whole(let reply): return .done(reply)
            case .over(let answer): return answer
            case .at(let next) where next < media.bytes.count && (isAsking || next > place):
                place = next
                isAsking = false
                continue
            // All of it is there and YouTube is not done with it, or nothing went forward, or nobody knows.
            case .at:
                guard resumes < settings.mostResumes else {
                    return .unknown(
                        "YouTube does not end the upload. It is looked up there before anything is tried again.")
                }
            case .unknown(let answer):
                guard resumes < settings.mostResumes else { return answer }
            }
            resumes += 1
            if isAsking { try? await Task.sleep(for: settings.between) }
            isAsking = true
        }
    }

    private func send(_ media: PublicationMedia, from place: Int, to session: String) async -> Progress {
        let total = media.bytes.count
        let end = min(total, place + max(262_144, settings.chunk))
        let headers = [
            Outgoing.Header("Content-Type", media.contentType),
            Outgoing.Header("Content-Range", "bytes \(place)-\(end - 1)/\(total)"),
        ]
        let heard = await ask("PUT", session, headers, Array(media.bytes[place..<end]), time: .seconds(600))
        return progress(heard, total)
    }

    private func progress(of media: PublicationMedia, _ session: String) async -> Progress {
        let total = media.bytes.count
        let heard = await ask("PUT", session, [Outgoing.Header("Content-Range", "bytes */\(total)")], [])
        return progress(heard, total)
    }

    private func progress(_ heard: Heard, _ total: Int) -> Progress {
        switch heard.answer {
        case .done(let reply) where heard.status == 308:
            // `bytes=0-262143`; without it nothing has arrived.
            guard let range = heard.header("range") else { return .at(0) }
            guard let last = range.split(separator: "-").last.flatMap({ Int($0) }), range.hasPrefix("bytes=0-"),
                (0..<total).contains(last)
            else { return .unknown(YouTube.judgement.unreadable(reply)) }
            return .at(last + 1)
        case .done(let reply):
            guard JSON(reply.body)?["id"].string != nil else { return .unknown(YouTube.judgement.unreadable(reply)) }
            return .whole(reply)
        case .failed where heard.status == 404 || heard.status == 410:
            return .over(
                .unknown("YouTube forgot the upload. It is looked up there before anything is tried again."))
        case .unknown: return .unknown(heard.answer)
        case .failed(let failure) where failure.isPassing: return .unknown(heard.answer)
        case let other: return .over(other)
        }
    }

    /// A token must not follow an address out of Google.
    private func isGoogles(_ address: String) -> Bool {
        guard let target = Address(address), let api = Address(settings.api) else { return false }
        if mayBeInOwnNetwork { return target.host == api.host }
        return target.scheme == "https"
            && (target.host == settings.uploadHost || target.host.hasSuffix(".\(settings.uploadHost)"))
    }
}
