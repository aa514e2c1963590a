public import HTML

/// One answer, whole.
public struct Response: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// The path of a file that is sent in place of `body`.
    public var file: String?
    /// Whether other websites may show it inside their own pages.
    public var mayBeFramed = false

    public init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public static func seeOther(_ path: String) -> Response {
        Response(status: 303, headers: [("Location", path)])
    }

    /// A whole document.
    public static func page(_ document: Markup, status: Int = 200) -> Response {
        Response(
            status: status,
            headers: [("Content-Type", "text/html; charset=utf-8")],
            body: Markup.document(document).bytes
        )
    }

    public static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> Response {
        Response(status: status, headers: [("Content-Type", type)], body: Array(text.utf8))
    }

    public static func bytes(_ bytes: [UInt8], type: String, status: Int = 200) -> Response {
        Response(status: status, headers: [("Content-Type", type)], body: bytes)
    }

    /// Sends the file without reading it into memory; 500 when it cannot be opened.
    public static func file(_ path: String, type: String) -> Response {
        var response = Response(headers: [("Content-Type", type)])
        response.file = path
        return response
    }

    /// The first header of that name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
