import CYAML

/// Reads YAML's plain types by libyaml: no aliases, anchors, tags or second documents, and every limit bounded.
struct YAMLReader {
    private static let depthLimit = 12
    private static let valueLimit = 20_000

    private let origin: Position
    private var parser = yaml_parser_t()
    private var values = 0
    private(set) var problems: [(position: Position, message: String)] = []

    private enum Stop: Error {
        case unreadable
    }

    private init(origin: Position) { self.origin = origin }

    /// The value in these bytes, whose first character stands at the origin; nil when it cannot be read.
    static func read(
        _ bytes: [UInt8], from origin: Position
    ) -> (
        value: YAML?, problems: [(position: Position, message: String)]
    ) {
        var reader = YAMLReader(origin: origin)
        let value = reader.read(bytes)
        return (value, reader.problems)
    }

    private mutating func read(_ bytes: [UInt8]) -> YAML? {
        guard yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            return try? document()
        }
    }

    private mutating func document() throws(Stop) -> YAML? {
        var value: YAML?
        var documents = 0
        while true {
            var event = try next()
            let type = event.type
            let position = position(event.start_mark)
            if type == YAML_DOCUMENT_START_EVENT {
                documents += 1
                if documents > 1 {
                    yaml_event_delete(&event)
                    problems.append((position, "expected one block of values, not a second one after `---`"))
                    throw .unreadable
                }
            }
            if type == YAML_STREAM_END_EVENT || type == YAML_NO_EVENT {
                yaml_event_delete(&event)
                return value
            }
            if type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT
                || type == YAML_ALIAS_EVENT
            {
                value = try self.value(&event, depth: 0)
            } else {
                yaml_event_delete(&event)
            }
        }
    }

    private mutating func next() throws(Stop) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
            let reason = parser.problem.map { String(cString: $0) } ?? "it ends too soon"
            let mark = parser.problem_mark
            problems.append((position(mark), "expected YAML, which cannot be read here: \(reason)"))
            throw .unreadable
        }
        return event
    }

    /// Takes over the event and deletes it.
    private mutating func value(_ event: inout yaml_event_t, depth: Int) throws(Stop) -> YAML {
        defer { yaml_event_delete(&event) }
        let position = position(event.start_mark)
        values += 1
        guard depth < YAMLReader.depthLimit, values < YAMLReader.valueLimit else {
            problems.append((position, "expected fewer values, less deeply nested"))
            throw .unreadable
        }
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            refuse(anchor: scalar.anchor, tag: scalar.tag, at: position)
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
            let isNothing = !isQuoted && ["~", "null", "Null", "NULL"].contains(text)
            return .scalar(isNothing ? "" : text, isQuoted: isQuoted, position)
        case YAML_SEQUENCE_START_EVENT:
            refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: position)
            return .sequence(try items(depth: depth), position)
        case YAML_MAPPING_START_EVENT:
            refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: position)
            return .mapping(try entries(depth: depth), position)
        default:
            problems.append((position, "expected the value itself; aliases (`*name`) are not allowed"))
            return .scalar("", isQuoted: false, position)
        }
    }

    private mutating func items(depth: Int) throws(Stop) -> [YAML] {
        var items: [YAML] = []
        while true {
            var event = try next()
            guard event.type != YAML_SEQUENCE_END_EVENT else {
                yaml_event_delete(&event)
                return items
            }
            items.append(try value(&event, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(Stop) -> [(key: String, keyPosition: Position, value: YAML)] {
        var entries: [(key: String, keyPosition: Position, value: YAML)] = []
        var lines: [String: Int] = [:]
        while true {
            var event = try next()
            guard event.type != YAML_MAPPING_END_EVENT else {
                yaml_event_delete(&event)
                return entries
            }
            let key = try value(&event, depth: depth + 1)
            event = try next()
            let value = try value(&event, depth: depth + 1)
            guard case .scalar(let name, _, let position) = key else {
                problems.append((key.position, "expected a name before the colon, not \(key.kind)"))
                continue
            }
            if let line = lines[name] {
                problems.append((position, "`\(name)` is said twice; the first is in line \(line)"))
                continue
            }
            lines[name] = position.line
            entries.append((name, position, value))
        }
    }

    private mutating func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at position: Position
    ) {
        if anchor != nil { problems.append((position, "expected a plain value; anchors (`&name`) are not allowed")) }
        if tag != nil { problems.append((position, "expected a plain value; tags (`!name`) are not allowed")) }
    }

    private func position(_ mark: yaml_mark_t) -> Position {
        Position(line: origin.line + Int(mark.line), column: origin.column + Int(mark.column))
    }
}
