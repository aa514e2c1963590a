/// A statement as one engine reads it, with placeholders in place of its values.
struct Statement {
    struct Parameter {
        let value: SQLValue
        let type: SQLType
    }

    private(set) var text = ""
    private(set) var parameters: [Parameter] = []
    private let hasQuotedValue: Bool

    /// One without values.
    init(_ text: String) {
        self.text = text
        self.hasQuotedValue = false
    }

    init(_ sql: SQL, for engine: Engine) {
        var quotes = 0
        var quoted = false
        for piece in sql.pieces {
            switch piece {
            case .text(let literal):
                text += literal
                for byte in literal.utf8 where byte == UInt8(ascii: "'") { quotes += 1 }
            case .word(let word):
                text += word.text(for: engine)
            case .value(let value, let type):
                quoted = quoted || quotes % 2 == 1
                parameters.append(Parameter(value: value, type: type))
                text += engine == .sqlite ? "?" : "$\(parameters.count)"
            }
        }
        self.hasQuotedValue = quoted
    }

    /// Refuses what one engine would accept and the other not, before either sees it.
    func check() throws(DatabaseError) {
        if hasQuotedValue {
            throw DatabaseError(.other, "a value is interpolated inside quotes: leave the quotes out", statement: text)
        }
        for parameter in parameters {
            guard case .text(let string) = parameter.value, string.utf8.contains(0) else { continue }
            throw DatabaseError(.badValue, "a text has a NUL character in it", statement: text)
        }
    }
}
