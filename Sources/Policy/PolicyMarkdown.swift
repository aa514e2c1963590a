import CMarkdown

/// A policy's Markdown as it is shown: without raw HTML or pictures, and with web and mail links only.
public enum PolicyMarkdown {
    private static let extensions = ["table", "strikethrough", "autolink"]

    /// Safe to put on a page as it is.
    public static func html(_ markdown: String) -> String {
        guard let tree = MarkdownTree(markdown.utf8, extensions: extensions) else { return "" }
        return withExtendedLifetime(tree) {
            clean(tree.root)
            guard let rendered = cmark_render_html(tree.root.pointer, CMARK_OPT_DEFAULT, nil) else { return "" }
            defer { freeRendered(rendered) }
            return String(cString: rendered)
        }
    }

    /// The words alone, on one line for each paragraph.
    public static func plainText(_ markdown: String) -> String {
        guard let tree = MarkdownTree(markdown.utf8, extensions: extensions) else { return "" }
        return withExtendedLifetime(tree) {
            clean(tree.root)
            return tree.root.plainText
        }
    }

    private static func clean(_ root: MarkdownNode) {
        var html: [OpaquePointer] = []
        var unwrapped: [OpaquePointer] = []
        guard let iterator = cmark_iter_new(root.pointer) else { return }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let pointer = cmark_iter_get_node(iterator) else { continue }
            let node = MarkdownNode(pointer)
            switch node.kind {
            case .html, .inlineHTML: html.append(pointer)
            case .image: unwrapped.append(pointer)
            case .link where !isAllowed(node.url): unwrapped.append(pointer)
            default: break
            }
        }
        cmark_iter_free(iterator)
        for pointer in html { cmark_node_free(pointer) }
        for pointer in unwrapped {
            while let child = cmark_node_first_child(pointer) {
                // Unlinks the child from the link first.
                guard cmark_node_insert_before(pointer, child) == 1 else { break }
            }
            cmark_node_free(pointer)
        }
    }

    private static func isAllowed(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://") || start.hasPrefix("mailto:")
    }
}
