import Gate
import Policy
import Testing

/// How a labelled post is scored.
@Suite struct ScoreTests {
    private func finding(_ rule: String, _ severity: Severity) -> Finding {
        Finding(
            rule: rule, clause: Clause.ID(rawValue: "c"), severity: severity, span: nil, image: nil, reason: "",
            remedy: "")
    }

    @Test func `what must hold is right only when it holds or blocks`() {
        let label = Label(outcome: .hold, holds: ["a"])
        #expect(label.judge([finding("a", .hold)]) == [Judged(control: "a", verdict: .right)])
        #expect(label.judge([finding("a", .block)]) == [Judged(control: "a", verdict: .right)])
        #expect(label.judge([finding("a", .warn)]) == [Judged(control: "a", verdict: .missed)])
        #expect(label.judge([]) == [Judged(control: "a", verdict: .missed)])
    }

    @Test func `a warning may be stronger than asked for, and a hint is no alarm`() {
        let label = Label(outcome: .publish, warns: ["a"])
        #expect(label.judge([finding("a", .hold)]) == [Judged(control: "a", verdict: .right)])
        #expect(label.judge([finding("a", .hint)]) == [Judged(control: "a", verdict: .missed)])
        #expect(label.judge([finding("a", .warn), finding("b", .hint)]) == [Judged(control: "a", verdict: .right)])
    }

    @Test func `one post counts once for a control, however often it speaks`() {
        let label = Label(outcome: .publish, either: ["b"])
        let judged = label.judge([finding("a", .warn), finding("a", .hold), finding("b", .hold)])
        #expect(judged == [Judged(control: "a", verdict: .falseAlarm)])
    }

    @Test func `precision, recall and outcomes add up`() {
        var score = Score()
        score.add(Label(outcome: .hold, holds: ["a"]), [finding("a", .hold)])
        score.add(Label(outcome: .hold, holds: ["a"]), [])
        score.add(Label(outcome: .publish), [finding("a", .hold)])
        score.add(Label(outcome: .publish), [])
        #expect(score.overall == score.controls["a"])
        #expect(score.overall.precision == 0.5)
        #expect(score.overall.recall == 0.5)
        #expect(score.outcomeAccuracy == 0.5)
        #expect(score.passedWrongly == 1)
        #expect(score.stoppedWrongly == 1)
    }

    @Test func `nothing expected and nothing found has neither figure`() {
        #expect(Score.Count().precision == nil)
        #expect(Score.Count().recall == nil)
        #expect(Score().outcomeAccuracy == nil)
    }
}
