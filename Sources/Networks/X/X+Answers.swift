extension X {
    static func judge(_ problem: Outgoing.Problem) -> Answer<Outgoing.Reply> {
        switch problem.kind {
        case .malformed where !problem.wasSent, .addressRefused: .failed(noInterface)
        default: judgement.problem(problem)
        }
    }

    private static let judgement = Judgement(network: "X")

    static func judge(_ reply: Outgoing.Reply, _ path: String) -> Heard {
        let said = JSON(reply.body)
        let problems = [said].compactMap { $0 } + (said?["errors"].array ?? [])
        let number = path.split(separator: "/").last.map(String.init) ?? ""
        // X answers 200 for what is not there, with a problem in place of it.
        let gone = problems.contains { problem in
            problem["type"].string?.hasSuffix("/problems/resource-not-found") == true
                && [problem["resource_id"].string, problem["value"].string].contains(number)
        }
        if gone, said?["data"].object == nil, reply.status == 200 || reply.status == 404 {
            let failure = Failure(.refused, "It is no longer on X.")
            return Heard(status: reply.status, answer: .failed(failure), saysGone: true)
        }
        guard reply.status >= 300 else { return Heard(status: reply.status, answer: .done(reply)) }
        let words = problems.flatMap { [$0["detail"].string, $0["message"].string] }.compactMap { $0 }
        let twice =
            reply.status == 403
            && words.contains { $0.contains("duplicate content") || $0.contains("Status is a duplicate") }
        let types = problems.compactMap { $0["type"].string }
        return Heard(
            status: reply.status, answer: answer(to: reply, types, isTwice: twice), saysTwice: twice)
    }

    private static func answer(
        to reply: Outgoing.Reply, _ types: [String], isTwice: Bool
    ) -> Answer<Outgoing.Reply> {
        func says(_ type: String) -> Bool { types.contains { $0.hasSuffix("/problems/\(type)") } }
        let failure: Failure
        switch reply.status {
        case 300..<400: failure = noInterface
        case 401, 408, 500...: return judgement.reply(reply)
        case 402:
            failure = noCredit
        case 403 where isTwice:
            failure = Failure(.refused, "X says that the same words were posted a short time ago. Change them.")
        case 403 where says("usage-capped"), 429 where says("usage-capped"):
            failure = noCredit
        case 403:
            failure = Failure(
                .refused,
                "X does not let this account do that, or Schoolgate was not given the right. Connect the account again, and look at it in the X app."
            )
        case 404 where types.isEmpty: failure = noInterface
        case 413: failure = Failure(.tooLarge, "X does not take a picture or video this large. Use a smaller one.")
        case 429:
            failure = Failure(
                .rateLimited(seconds: reply.secondsToWait),
                "X asks to be left alone for a while. It is tried again later.")
        case let status:
            failure = Failure(.refused, "X refused it (\(status)). Look at the account in the X app, or ask for help.")
        }
        return .failed(failure)
    }

    static func unreadable<Value: Sendable>(_ reply: Outgoing.Reply) -> Answer<Value> { judgement.unreadable(reply) }

    static let noInterface = Failure(
        .misconfigured, "X’s interface is not at the address that Schoolgate has for it. Tell whoever runs Schoolgate.")
    private static let noCredit = Failure(
        .refused, "The school’s credit at X is used up. Buy more in X’s developer console, then send it again.")
    static let strangeID = Failure(.misconfigured, "This is not the number of anything on X.")
}
