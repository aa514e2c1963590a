/// `schoolgate bench …`: figures that anybody can measure again; each bench stands in a file of its own.
enum BenchVerb {
    static let all: [Verb] = [BenchJudgement.verb]
}
