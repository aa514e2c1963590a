/// A form with a file in it, as browsers send one.
struct Multipart {
    let contentType: String
    let body: [UInt8]

    init(
        fields: [(name: String, value: String)], file: (name: String, type: String, bytes: [UInt8]),
        as field: String = "file"
    ) {
        // 128 random bits: the boundary is in no file by chance, and nobody can put it there.
        var random = SystemRandomNumberGenerator()
        let boundary = "schoolgate" + String(random.next(), radix: 36) + String(random.next(), radix: 36)
        var body: [UInt8] = []
        body.reserveCapacity(file.bytes.count + 2_048)
        func add(_ text: String) { body.append(contentsOf: text.utf8) }
        for field in fields {
            add("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n")
        }
        let type = file.type.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? file.type : "application/octet-stream"
        add("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(file.name)\"\r\n")
        add("Content-Type: \(type)\r\n\r\n")
        body.append(contentsOf: file.bytes)
        add("\r\n--\(boundary)--\r\n")
        self.body = body
        contentType = "multipart/form-data; boundary=\(boundary)"
    }

    /// How the name of such a file ends; WordPress goes by that.
    static func ending(of media: PublicationMedia) -> String {
        switch media.contentType {
        case "image/jpeg": ".jpg"
        case "image/png": ".png"
        case "image/webp": ".webp"
        case "image/gif": ".gif"
        case "video/mp4": ".mp4"
        case "video/quicktime": ".mov"
        case "video/webm": ".webm"
        default:
            ".bin"
        }
    }
}
