internal import CXML

/// An element of a document that libxml2 read; it must not outlive the document.
struct XMLElement {
    private let node: xmlNodePtr

    init(_ node: xmlNodePtr) { self.node = node }

    /// Without its namespace: feeds are not agreed on theirs.
    var name: String { XMLElement.text(node.pointee.name) }

    /// The elements directly inside it that are called so.
    func all(_ name: String) -> [XMLElement] {
        var found: [XMLElement] = [], child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE, XMLElement.text(current.pointee.name) == name {
                found.append(XMLElement(current))
            }
            child = current.pointee.next
        }
        return found
    }

    subscript(name: String) -> XMLElement? { all(name).first }

    /// RSS's own link, not the one that Atom has inside RSS.
    var plainLink: String? { all("link").map(\.text).first { !$0.isEmpty } }

    func attribute(_ name: String) -> String? {
        var attribute = node.pointee.properties
        while let current = attribute {
            if XMLElement.text(current.pointee.name) == name {
                var text: [UInt8] = []
                XMLElement.append(current.pointee.children, to: &text)
                return String(decoding: text, as: UTF8.self)
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// All the text inside it.
    var text: String {
        var text: [UInt8] = []
        XMLElement.append(node.pointee.children, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// libxml2 refuses documents deeper than 256 by itself.
    private static func append(_ first: xmlNodePtr?, to text: inout [UInt8]) {
        var node = first
        while let current = node {
            if current.pointee.type == XML_TEXT_NODE || current.pointee.type == XML_CDATA_SECTION_NODE,
                var byte = current.pointee.content
            {
                while byte.pointee != 0 {
                    text.append(byte.pointee)
                    byte += 1
                }
            }
            if current.pointee.type == XML_ELEMENT_NODE { append(current.pointee.children, to: &text) }
            node = current.pointee.next
        }
    }

    private static func text(_ characters: UnsafePointer<xmlChar>?) -> String {
        guard let characters else { return "" }
        return String(cString: UnsafeRawPointer(characters).assumingMemoryBound(to: CChar.self))
    }
}
