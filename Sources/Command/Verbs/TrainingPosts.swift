import Foundation
import Gate
import Policy

/// The posts that the gate's impressions are learned from: `Judgement/training` and the tuning half.
enum TrainingPosts {
    /// One line for each post: its labels and its sentences as the classifier sees them.
    static func printTraits(_ folder: String) throws(UsageProblem) {
        let roll = Roll(
            pupils: try BenchJudgement.Half.rows("\(folder)/Demo/roll.csv", RollFiles.pupils),
            staff: try BenchJudgement.Half.rows("\(folder)/Demo/staff.csv", RollFiles.staff),
            schools: try BenchJudgement.Half.rows("\(folder)/Demo/schools.csv", RollFiles.schools))
        let index = RollIndex(roll)
        for file in try files(folder) {
            let path = "\(folder)/Judgement/training/\(file)"
            let bytes = try InputFile.read(path, limit: 16 * 1_024 * 1_024)
            for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .enumerated()
            where !line.isEmpty {
                guard let values = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any],
                    let text = values["text"] as? String, let labels = values["labels"] as? [String]
                else { throw UsageProblem("\(path):\(number + 1): a line needs `text` and a list of `labels`.") }
                let post = Post(
                    text: text, school: roll.schools.first?.code ?? "", network: "facebook", authorRole: "teacher",
                    date: Day(daysSince1970: 0))
                show(file, post, labels, [], index)
            }
        }
        for labelled in try LabelledPosts.read(
            "\(folder)/Judgement/tuning.jsonl", schools: roll.schools.map(\.code))
        {
            let labels = labelled.label.holds.union(labelled.label.warns)
            show(
                "tuning", labelled.post, labels.map(short).sorted(), labelled.label.either.map(short).sorted(), index)
        }
    }

    /// The files of the training set, in order.
    static func files(_ folder: String) throws(UsageProblem) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/Judgement/training")
                .filter { $0.hasSuffix(".jsonl") }.sorted()
        } catch {
            throw UsageProblem("`\(folder)/Judgement/training` cannot be read.")
        }
    }

    private static func show(
        _ file: String, _ post: Post, _ labels: [String], _ either: [String], _ roll: RollIndex
    ) {
        let sentences = TrainingSentence.all(of: post, roll: roll).map { sentence in
            JSON.object([
                ("words", .strings(sentence.words)), ("traits", .strings(sentence.traits)),
                ("senses", .strings(sentence.senses)),
            ])
        }
        Output.line(
            JSON.object([
                ("file", .string(file)), ("labels", .strings(labels)), ("either", .strings(either)),
                ("sentences", .array(sentences)),
            ]).text)
    }

    private static func short(_ control: String) -> String { String(control.dropFirst("posts.".count)) }
}
