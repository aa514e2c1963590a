/// Reads one rule block into its control, on top of what the base says.
struct ControlReader {
    let text: PolicyDocument.RuleText
    let catalogue: Catalogue

    func read(_ type: any Control.Type, base: Rule?, problems: inout Problems) -> any Control {
        read(as: type, base: base, problems: &problems)
    }

    private func read<C: Control>(as type: C.Type, base: Rule?, problems: inout Problems) -> any Control {
        let inherited = base?.control as? C
        var control = inherited ?? C()
        var places: [String: Position] = [:]
        for (key, keyPosition, value) in text.parameters {
            guard let parameter = C.parameters.first(where: { $0.name == key }) else {
                let names = C.parameters.map(\.name)
                problems.add(
                    keyPosition,
                    "`\(C.name)` has no parameter `\(key)`" + suggestion(for: key, in: names, naming: "it has"))
                continue
            }
            guard places[key] == nil else {
                problems.add(keyPosition, "`\(key)` is said twice")
                continue
            }
            places[key] = value.position
            do throws(ParameterProblem) {
                try parameter.read(value, &control)
                for note in parameter.notes(control) { problems.note(value.position, note) }
            } catch {
                let near = error.nearest.map { "; the nearest is `\($0)`" } ?? ""
                problems.add(
                    error.position ?? value.position,
                    "`\(text.written[key] ?? key)` expects \(error.expected), not \(error.found)\(near)")
            }
        }
        for name in control.mentions where catalogue.control(named: name) == nil {
            let near = catalogue.nearest(to: name).map { "; the nearest is `\($0)`" } ?? ""
            problems.add(text.position, "`\(name)` is not a control\(near)")
        }
        if let inherited, let base {
            compare(control, with: inherited, of: base, places: places, problems: &problems)
        }
        return control
    }

    private func compare<C: Control>(
        _ own: C, with inherited: C, of base: Rule, places: [String: Position], problems: inout Problems
    ) {
        for parameter in C.parameters where !parameter.isAtLeastAsTight(own, inherited) {
            problems.add(
                places[parameter.name] ?? text.position,
                "`\(parameter.name): \(parameter.shown(own))` in clause `\(text.clause.rawValue)` is looser than"
                    + " `\(parameter.name): \(parameter.shown(inherited))` in clause `\(base.clause.rawValue)` of the"
                    + " policy it extends; allowed is \(parameter.allowance(inherited))",
                other: base.place)
        }
    }
}

extension Catalogue {
    /// The parameters in which a control is looser than another of its kind; empty when it is at least as tight.
    public func looserParameters(of own: any Control, than base: any Control) -> [String] {
        looser(own, base)
    }

    private func looser<C: Control>(_ own: C, _ base: any Control) -> [String] {
        guard let base = base as? C else { return C.parameters.map(\.name) }
        return C.parameters.filter { !$0.isAtLeastAsTight(own, base) }.map(\.name)
    }

    /// A control with one of the example values for each parameter, as the chooser picks from a count.
    public func example(of type: any Control.Type, choosing choose: (Int) -> Int) -> any Control {
        example(as: type, choosing: choose)
    }

    private func example<C: Control>(as type: C.Type, choosing choose: (Int) -> Int) -> any Control {
        var control = C()
        for parameter in C.parameters where !parameter.examples.isEmpty {
            let pick = choose(parameter.examples.count)
            if parameter.examples.indices.contains(pick) { parameter.examples[pick](&control) }
        }
        return control
    }

    /// A control's values as a policy would write them, in the order of its parameters.
    public static func values(
        of control: any Control
    ) -> [(name: String, value: String, expectation: String, isFree: Bool)] {
        values(control)
    }

    private static func values<C: Control>(
        _ control: C
    ) -> [(name: String, value: String, expectation: String, isFree: Bool)] {
        C.parameters.map { ($0.name, $0.shown(control), $0.expectation, $0.isFree) }
    }

    /// The values that a parameter is chosen from, by its name; one that may be anything is not there.
    public static func choices(of control: any Control) -> [String: [String]] { choices(control) }

    private static func choices<C: Control>(_ control: C) -> [String: [String]] {
        Dictionary(
            C.parameters.filter { !$0.choices.isEmpty }.map { ($0.name, $0.choices) }, uniquingKeysWith: { a, _ in a })
    }
}
