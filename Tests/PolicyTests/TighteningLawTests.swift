import Policy
import Testing

/// Tightening is a partial order for every control, over values chosen by a seeded generator.
@Suite struct TighteningLawTests {
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static func values(of type: any Control.Type, count: Int, seed: UInt64) -> [any Control] {
        var random = Seeded(state: seed)
        return (0..<count).map { _ in sample.example(of: type) { Int.random(in: 0..<$0, using: &random) } }
    }

    static func isAtLeastAsTight(_ a: any Control, _ b: any Control) -> Bool {
        sample.looserParameters(of: a, than: b).isEmpty
    }

    /// What a control does, whatever the order in its lists; free parameters are neither tighter nor looser.
    static func effect(_ control: any Control) -> [String] {
        Catalogue.values(of: control).filter { !$0.isFree }.map { value in
            if value.value.hasPrefix("[") {
                return value.name + Set(value.value.dropFirst().dropLast().split(separator: ", ")).sorted().joined()
            }
            return value.name + (Period(value.value).map(Self.length) ?? value.value)
        }
    }

    /// 24 hours are a day, and 12 months a year.
    static func length(_ period: Period) -> String {
        switch period.unit {
        case .hour: "\(period.amount)h"
        case .day: "\(period.amount * 24)h"
        case .week: "\(period.amount * 168)h"
        case .workingDay: "\(period.amount)w"
        case .month: "\(period.amount)m"
        case .year: "\(period.amount * 12)m"
        }
    }

    @Test(arguments: sample.controls.indices) func `tightening is a partial order`(index: Int) {
        let type = sample.controls[index]
        let values = Self.values(of: type, count: 40, seed: UInt64(index) + 7)
        let holds = values.map { a in values.map { b in Self.isAtLeastAsTight(a, b) } }
        for a in values.indices {
            #expect(holds[a][a], "\(type.name) is not as tight as itself")
            for b in values.indices where holds[a][b] {
                if holds[b][a], type.name != PostApproval.name {
                    #expect(Self.effect(values[a]) == Self.effect(values[b]), "\(type.name)")
                }
                for c in values.indices where holds[b][c] {
                    #expect(holds[a][c], "\(type.name): \(values[a]) ≥ \(values[b]) ≥ \(values[c])")
                }
            }
        }
    }

    @Test func `approvals are equally tight only when they ask the same`() {
        let rules = ["policy.review", "policy.owner", "posts.topics"]
        let values = Self.values(of: PostApproval.self, count: 120, seed: 3).compactMap { $0 as? PostApproval }
        for a in values {
            for b in values where Self.isAtLeastAsTight(a, b) && Self.isAtLeastAsTight(b, a) {
                #expect(a.number == b.number && a.occasion == b.occasion)
                for rule in rules { #expect(Set(a.approvers(of: rule)) == Set(b.approvers(of: rule))) }
            }
        }
    }

    @Test(arguments: sample.controls.indices) func `what a school may say is never looser than its trust`(
        index: Int
    ) throws {
        let type = sample.controls[index]
        let values = Self.values(of: type, count: 24, seed: UInt64(index) + 99)
        var accepted = 0
        for base in values {
            for own in values {
                let reading = read(Self.text(own, extends: "trust"), beside: ["trust": Self.text(base, extends: nil)])
                let isAllowed = Self.isAtLeastAsTight(own, base)
                #expect((reading.rulebook != nil) == isAllowed, "\(reading.lines)")
                guard let rule = reading.rulebook?.rules.first else { continue }
                accepted += 1
                #expect(Self.isAtLeastAsTight(rule.control, base))
                #expect(Catalogue.values(of: rule.control).map(\.value) == Catalogue.values(of: own).map(\.value))
            }
        }
        #expect(accepted > 0, "\(type.name) was never accepted, so nothing was tested")
    }

    static func text(_ control: any Control, extends base: String?) -> String {
        let values = Catalogue.values(of: control).filter { $0.value != "" }
        let lines = values.map { "\n  \($0.name): \($0.value)" }.joined()
        return policy("A. {#a}\n\n```rule\n\(type(of: control).name):\(lines)\n```\n", extends: base)
    }

    @Test func `periods compare only where they must`() {
        let pairs: [(String, String, Bool)] = [
            ("24 hours", "1 day", true), ("1 day", "24 hours", true), ("24 hours", "1 working day", true),
            ("1 working day", "24 hours", false), ("30 days", "1 month", false), ("1 month", "31 days", true),
            ("12 months", "1 year", true), ("1 year", "12 months", true), ("28 days", "1 month", true),
            ("2 weeks", "1 month", true), ("5 working days", "1 week", false),
        ]
        for (a, b, holds) in pairs {
            #expect(Period(a).flatMap { a in Period(b).map { a.isAtMost($0) } } == holds, "\(a) ≤ \(b)")
        }
    }
}
