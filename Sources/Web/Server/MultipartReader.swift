import CMicroHTTPD

/// Reads `multipart/form-data` with the library's post processor, part by part.
final class MultipartReader {
    private let processor: OpaquePointer
    private let parts: MultipartParts
    private var isDestroyed = false

    init(_ connection: OpaquePointer, limits: Server.Configuration) throws(Refusal) {
        parts = MultipartParts(maxParts: limits.maxFields, maxFiles: limits.maxFiles)
        let context = Unmanaged.passUnretained(parts).toOpaque()
        let processor = MHD_create_post_processor(connection, 32 * 1_024, takePart, context)
        guard let processor else { throw Refusal(400, "The form is multipart, but has no usable boundary.") }
        self.processor = processor
    }

    deinit {
        if !isDestroyed { MHD_destroy_post_processor(processor) }
    }

    func take(_ chunk: UnsafeRawBufferPointer) {
        guard parts.refusal == nil, let start = chunk.baseAddress else { return }
        let bytes = start.assumingMemoryBound(to: CChar.self)
        if MHD_post_process(processor, bytes, chunk.count) == .NO { parts.refuse(.malformed) }
    }

    func finish() throws(Refusal) -> Form {
        isDestroyed = true
        // The library says no when the last boundary is missing.
        if MHD_destroy_post_processor(processor) == .NO { parts.refuse(.malformed) }
        return try parts.form()
    }
}

/// The parts so far.
private final class MultipartParts {
    private struct Part {
        let name: String
        let filename: String?
        let contentType: String
        var bytes: [UInt8]
    }

    private let maxParts: Int
    private let maxFiles: Int
    private var parts: [Part] = []
    private(set) var refusal: Refusal?

    init(maxParts: Int, maxFiles: Int) {
        self.maxParts = maxParts
        self.maxFiles = maxFiles
    }

    func refuse(_ reason: Refusal) {
        if refusal == nil { refusal = reason }
    }

    func take(
        name: String?, filename: String?, contentType: String?, offset: UInt64, bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard let name else {
            refuse(.malformed)
            return false
        }
        // An empty slice announces a part when its content has not arrived yet: what follows is the same part.
        let isSame = parts.last.map { $0.name == name && $0.filename == filename && $0.bytes.count == offset } ?? false
        if offset == 0 && !(isSame && !bytes.isEmpty) {
            parts.append(Part(name: name, filename: filename, contentType: contentType ?? "", bytes: []))
        }
        guard parts.count <= maxParts, parts.count(where: { $0.filename != nil }) <= maxFiles else {
            refuse(Refusal(400, "The form has more than \(maxParts) fields or \(maxFiles) files."))
            return false
        }
        parts[parts.count - 1].bytes.append(contentsOf: bytes)
        return true
    }

    func form() throws(Refusal) -> Form {
        if let refusal { throw refusal }
        // Without any boundary the library finds no part, and nothing wrong either.
        guard !parts.isEmpty else { throw .malformed }
        var fields: [(name: String, value: String)] = []
        var files: [(name: String, file: UploadedFile)] = []
        for part in parts {
            guard let filename = part.filename else {
                guard let value = String(validating: part.bytes, as: UTF8.self) else {
                    throw Refusal(400, "The form has text that is not UTF-8.")
                }
                fields.append((part.name, value))
                continue
            }
            // A file field that was left empty comes as a part without a name or bytes.
            guard !filename.isEmpty || !part.bytes.isEmpty else { continue }
            let type = part.contentType
            files.append((part.name, UploadedFile(filename: filename, contentType: type, bytes: part.bytes)))
        }
        return Form(fields: fields, files: files)
    }
}

extension Refusal {
    fileprivate static let malformed = Refusal(
        400, "The form arrived damaged: a part of it is missing or malformed. Send it again."
    )
}

private let takePart: MHD_PostDataIterator = { context, _, name, filename, type, _, data, offset, size in
    guard let context else { return .NO }
    let parts = Unmanaged<MultipartParts>.fromOpaque(context).takeUnretainedValue()
    let isTaken = parts.take(
        name: name.map { String(cString: $0) }, filename: filename.map { String(cString: $0) },
        contentType: type.map { String(cString: $0) }, offset: offset,
        bytes: UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size)
    )
    return isTaken ? .YES : .NO
}
