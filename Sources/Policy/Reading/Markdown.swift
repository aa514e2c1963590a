import CMarkdown

/// The tree that cmark-gfm makes of a text.
final class MarkdownTree {
    private let node: OpaquePointer

    // Registering is not safe from two threads at once; a static is made once.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Nil only when memory runs out.
    init?(_ bytes: some Collection<UInt8>, extensions: [String]) {
        guard MarkdownTree.extensionsAreRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        Array(bytes).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let node = cmark_parser_finish(parser) else { return nil }
        self.node = node
    }

    deinit { cmark_node_free(node) }

    /// Valid as long as the tree.
    var root: MarkdownNode { MarkdownNode(node) }
}

/// A block or inline of a tree.
struct MarkdownNode {
    enum Kind {
        case paragraph, heading, codeBlock, list, item, quote, table, html, inlineHTML, link, image, text, other
    }

    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    var kind: Kind {
        switch String(cString: cmark_node_get_type_string(pointer)) {
        case "paragraph": .paragraph
        case "heading": .heading
        case "code_block": .codeBlock
        case "list": .list
        case "item": .item
        case "block_quote": .quote
        case "table": .table
        case "html_block": .html
        case "html_inline": .inlineHTML
        case "link": .link
        case "image": .image
        case "text": .text
        default: .other
        }
    }

    var firstLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// In bytes, counted from 1.
    var firstColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var level: Int { Int(cmark_node_get_heading_level(pointer)) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var info: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = cmark_node_first_child(pointer)
        while let child = next {
            children.append(MarkdownNode(child))
            next = cmark_node_next(child)
        }
        return children
    }

    /// The text of this node alone, without markup.
    var plainText: String {
        let options = CMARK_OPT_NOBREAKS
        guard let rendered = cmark_render_plaintext(pointer, options, 0) else { return "" }
        defer { freeRendered(rendered) }
        return String(cString: rendered).trimmed
    }
}

/// What cmark renders belongs to its allocator.
func freeRendered(_ text: UnsafeMutablePointer<CChar>) {
    cmark_get_default_mem_allocator().pointee.free(text)
}
