/// Finished markup: UTF-8 that is safe to send.
///
/// Text becomes markup only by escaping; ``raw(_:)`` is the one loud way around it.
public struct Markup: Sendable {
    public private(set) var bytes: [UInt8]

    public init() {
        bytes = []
    }

    /// Trusted markup, such as an icon of ours or what cmark-gfm made of a policy.
    public static func raw(_ markup: String) -> Markup {
        var result = Markup()
        result.bytes = Array(markup.utf8)
        return result
    }

    /// A whole document, after its doctype.
    public static func document(_ content: Markup) -> Markup {
        var result = raw("<!DOCTYPE html>")
        result.append(content)
        return result
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }
    public var isEmpty: Bool { bytes.isEmpty }

    public mutating func append(_ other: Markup) {
        if bytes.isEmpty { bytes = other.bytes } else { bytes.append(contentsOf: other.bytes) }
    }

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ first: UInt8, _ second: UInt8) {
        bytes.append(first)
        bytes.append(second)
    }

    /// Escapes for both text and quoted attribute values; what needs none is copied in one go.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var clean = 0
            for index in utf8.indices {
                guard let escape = escape(utf8[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean..<index]))
                append(escape)
                clean = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean...]))
        }
    }
}

private func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
}

/// A part of a page: its stored data in, markup out.
public protocol HTML {
    @HTMLBuilder var body: Markup { get }
}

@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ text: String) -> Markup {
        var markup = Markup()
        markup.append(escaping: text)
        return markup
    }
    public static func buildExpression(_ text: String?) -> Markup { text.map { buildExpression($0) } ?? Markup() }
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }
    public static func buildExpression(_ part: some HTML) -> Markup { part.body }
    public static func buildBlock() -> Markup { Markup() }
    public static func buildPartialBlock(first: Markup) -> Markup { first }
    public static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }
    public static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }
    public static func buildEither(first markup: Markup) -> Markup { markup }
    public static func buildEither(second markup: Markup) -> Markup { markup }
    public static func buildArray(_ parts: [Markup]) -> Markup {
        var markup = Markup()
        for part in parts { markup.append(part) }
        return markup
    }
}
