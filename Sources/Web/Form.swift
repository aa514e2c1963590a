/// Named fields in the order they came; a name may come more than once.
public struct Form: Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var fields: [(name: String, value: String)]
    public private(set) var files: [(name: String, file: UploadedFile)]

    public init() {
        fields = []
        files = []
    }

    public init(fields: [(name: String, value: String)], files: [(name: String, file: UploadedFile)] = []) {
        self.fields = fields
        self.files = files
    }

    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(fields: elements.map { (name: $0.0, value: $0.1) })
    }

    /// The first value of that name.
    public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Every value of that name.
    public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    public func file(_ name: String) -> UploadedFile? { files.first { $0.name == name }?.file }

    public func files(_ name: String) -> [UploadedFile] { files.filter { $0.name == name }.map(\.file) }

    public var isEmpty: Bool { fields.isEmpty && files.isEmpty }
}

/// A file of a multipart form, held in memory within the upload limit.
public struct UploadedFile: Sendable {
    public let filename: String
    public let contentType: String
    public let bytes: [UInt8]

    public init(filename: String, contentType: String, bytes: [UInt8]) {
        self.filename = filename
        self.contentType = contentType
        self.bytes = bytes
    }
}
