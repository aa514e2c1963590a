extension Graph {
    /// An error as Graph tells it.
    private struct Complaint {
        let code: Int64
        let subcode: Int64?
        let isPassing: Bool

        init?(_ json: JSON?) {
            guard let error = json?["error"], let code = error["code"].int else { return nil }
            self.code = code
            subcode = error["error_subcode"].int
            isPassing = error["is_transient"].bool ?? false
        }
    }

    func judge(_ reply: Outgoing.Reply) -> Heard {
        let json = JSON(reply.body)
        // Graph's own codes say more than the status, which differs between versions.
        if let complaint = Complaint(json) { return judge(complaint, reply) }
        return Heard(
            answer: judgement.reply(reply).flatMap { reply in
                guard let json, json.object != nil, json["error"].isNull else { return judgement.unreadable(reply) }
                return .done(Found(json: json, reply: reply))
            })
    }

    private func judge(_ complaint: Complaint, _ reply: Outgoing.Reply) -> Heard {
        let failure: Failure
        switch (complaint.code, complaint.subcode) {
        case (190, _), (102, _), (_, 1_404_078): failure = judgement.unauthorised
        // Instagram's own come first: some share their codes with others.
        case (4, 2_207_051), (25, _):
            failure = Failure(
                .refused, "\(network) restricts the account. Sign in to the app as this account and follow its notices."
            )
        case (9, _):
            failure = Failure(
                .rateLimited(seconds: nil),
                "\(network) takes no more posts of this account today. It is tried again later.")
        case (24, 2_207_008): return Heard(answer: unknown(complaint.code))
        case (9_004, _):
            failure = Failure(
                .misconfigured,
                "\(network) could not fetch a picture from Schoolgate. Tell whoever runs Schoolgate: its address must be open to the web."
            )
        case (9_007, _):
            failure = Failure(.unavailable, "\(network) is not ready with a picture. It is tried again later.")
        case (36_000, _), (36_004, _):
            failure = Failure(
                .tooLarge,
                "\(network) does not take a picture or a text this large. Use a smaller picture, or shorten it.")
        case (36_001, _), (36_003, _), (352, _):
            failure = Failure(
                .refused,
                "\(network) does not take a picture of this kind or shape. Use a JPEG that is not too narrow or wide.")
        case (4, _), (17, _), (32, _), (613, _), (341, _), (80_000...80_014, _), (_, 1_390_008):
            failure = Failure(
                .rateLimited(seconds: Self.secondsToWait(reply)),
                "\(network) asks to be left alone for a while. It is tried again later.")
        // Of these nobody can say whether they happened.
        case (1, _), (2, _), (-1, _), (-2, _): return Heard(answer: unknown(complaint.code))
        case _ where complaint.isPassing || reply.status >= 500: return Heard(answer: unknown(complaint.code))
        case (3, _), (10, _), (200...299, _):
            failure = Failure(
                .refused,
                "\(network) does not let Schoolgate do that: a right was not given, or was taken away. Connect the account again and allow everything that is asked for."
            )
        case (506, _):
            failure = Failure(.refused, "\(network) says that the same words were posted just before. Change them.")
        case (368, _):
            failure = Failure(
                .refused, "\(network) keeps the account from doing this for a while. Look at its notices there.")
        case (100, 33), (803, _):
            failure = Failure(
                .refused, "It is not on \(network) any more, or Schoolgate may no longer look at it. Look there.")
        case (_, 1_366_046):
            failure = Failure(.tooLarge, "\(network) does not take a picture like this. Use a smaller JPEG or PNG.")
        case (104, _):
            failure = Failure(
                .misconfigured,
                "\(network) wants proof of Schoolgate’s own secret. Tell whoever runs Schoolgate to enter it.")
        case (2_500, _), (2_635, _): failure = noInterface
        default:
            failure = Failure(
                .refused, "\(network) refused it (\(complaint.code)). Look at the account there, or ask for help.")
        }
        return Heard(
            answer: .failed(failure),
            saysMissing: complaint.code == 803 || (complaint.code == 100 && complaint.subcode == 33),
            saysTwice: complaint.code == 506)
    }

    private func unknown(_ code: Int64) -> Answer<Found> {
        .unknown(
            "\(network) has a problem of its own (\(code)). It is looked up there before anything is tried again.")
    }

    var noInterface: Failure {
        Failure(
            .misconfigured,
            "\(network)’s interface is not at the address or in the version that Schoolgate has for it. Tell whoever runs Schoolgate."
        )
    }

    /// From Meta's own headers, in minutes, or the usual ones; nil when it does not say.
    static func secondsToWait(_ reply: Outgoing.Reply) -> Int? {
        var minutes: Int64 = 0
        if let usage = reply.header("x-business-use-case-usage"), let json = JSON(Array(usage.utf8)) {
            for entry in (json.object ?? [:]).values.flatMap({ $0.array ?? [] }) {
                minutes = max(minutes, entry["estimated_time_to_regain_access"].int ?? 0)
            }
        }
        guard (1...1_440).contains(minutes) else { return reply.secondsToWait }
        return Int(minutes) * 60
    }
}
