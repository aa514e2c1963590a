/// A CSV file with named columns, in any order.
struct Table {
    struct Row {
        let line: Int
        fileprivate let fields: [String]
        fileprivate let columns: [String: Int]

        /// The value of a column without white space around it; empty when there is none.
        subscript(_ column: String) -> String {
            guard let index = columns[column] else { return "" }
            return fields[index].trimmed
        }
    }

    let file: String
    private(set) var notes: [FileProblem] = []
    private var csv: CSV
    private var columns: [String: Int] = [:]
    private var width = 0

    init(_ bytes: [UInt8], file: String, columns required: [String], optional: [String] = []) throws(FileProblem) {
        self.file = file
        csv = try CSV(bytes, file: file)
        guard let header = try csv.next() else {
            throw FileProblem(
                file: file, "The file is empty. Its first line names the columns: \(required.joined(separator: ",")).")
        }
        width = header.fields.count
        try readHeader(header, required, optional)
    }

    private mutating func readHeader(_ header: CSV.Row, _ required: [String], _ optional: [String]) throws(FileProblem)
    {
        if header.fields.count == 1, let only = header.fields.first, only.contains(";") || only.contains("\t") {
            throw FileProblem(
                file: file, line: header.line,
                "The columns are separated by \(only.contains(";") ? "semicolons" : "tabs"), not commas. Save the file again as CSV with commas."
            )
        }
        for (index, field) in header.fields.enumerated() {
            let name = field.trimmed.lowercased()
            guard required.contains(name) || optional.contains(name) else {
                let shown = name.isEmpty ? "without a name" : "“\(name.prefix(60))”"
                notes.append(
                    FileProblem(file: file, line: header.line, "The column \(shown) is not known and is ignored."))
                continue
            }
            guard columns[name] == nil else {
                throw FileProblem(
                    file: file, line: header.line, "The column “\(name)” is there twice. Leave one of them out.")
            }
            columns[name] = index
        }
        let missing = required.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            throw FileProblem(
                file: file, line: header.line,
                "\(missing.count == 1 ? "A column is" : "Columns are") missing: \(missing.joined(separator: ", ")). Add \(missing.count == 1 ? "it" : "them") to the first line; the values may be empty."
            )
        }
    }

    /// The next row; throws what makes the rest unreadable, hands out what is wrong with this row alone.
    mutating func next() throws(FileProblem) -> (row: Row, problem: FileProblem?)? {
        guard let row = try csv.next() else { return nil }
        guard row.fields.count == width else {
            let problem = FileProblem(
                file: file, line: row.line,
                "The row has \(row.fields.count) values where the first line names \(width) columns. Put a value with a comma in quotation marks."
            )
            return (Row(line: row.line, fields: row.fields, columns: [:]), problem)
        }
        return (Row(line: row.line, fields: row.fields, columns: columns), nil)
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        let utf8 = utf8
        guard let first = utf8.first, let last = utf8.last,
            Bytes.isSpace(first) || Bytes.isSpace(last) || first > 0x7F || last > 0x7F
        else { return self }
        var slice = self[...]
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}
