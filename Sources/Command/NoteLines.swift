import Gate

/// Notes about a file for standard error: the same note on many rows is one line.
enum NoteLines {
    /// Of these notes, out of `count` that there are.
    static func of(_ notes: [FileProblem], count: Int) -> [String] {
        var order: [String] = []
        var alike: [String: [FileProblem]] = [:]
        for note in notes {
            if alike[note.message] == nil { order.append(note.message) }
            alike[note.message, default: []].append(note)
        }
        var lines = order.prefix(most).compactMap { message -> String? in
            guard let same = alike[message], let first = same.first else { return nil }
            guard same.count > 1, let line = first.line else { return first.description }
            // When the list was cut short, what is missing from it is most likely more of the same.
            let more = order.count == 1 ? count : same.count
            return "\(first.file): \(more) rows, the first on line \(line): \(message)"
        }
        let told = order.count == 1 ? count : order.prefix(most).reduce(0) { $0 + (alike[$1]?.count ?? 0) }
        if let file = notes.first?.file, told < count {
            lines.append("\(file): and \(counted(count - told, "note")) more.")
        }
        return lines
    }

    private static let most = 20
}
