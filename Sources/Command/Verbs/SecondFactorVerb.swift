import Schoolgate

/// `schoolgate second-factor remove`: the way back in for an administrator whom nobody else can help.
enum SecondFactorVerb {
    static let remove = Verb(
        words: ["second-factor", "remove"], summary: "remove somebody's lost second factor", operands: "EMAIL",
        options: StoredData.options,
        explanation: """
            For the one administrator who lost telephone and recovery codes; everybody else asks an administrator. The
            person is signed out and told, and sets up another after the password. For a day after that they approve and
            sign nothing.
            """,
        run: { arguments in
            guard arguments.operands.count == 1 else {
                throw UsageProblem("`second-factor remove` needs one email address.")
            }
            let name = try await StoredData.open(arguments).removeSecondFactor(
                of: arguments.operands[0], at: StoredData.now)
            Output.line("\(name) has no second factor any more, and is signed out.")
            return 0
        })
}
