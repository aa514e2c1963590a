extension Response {
    /// The bytes, or the part of them that a player asks for; players move about in a video by such parts.
    ///
    /// One part in a request; anything else that stands there is answered with all of it, as the protocol allows.
    public static func part(of bytes: [UInt8], type: String, asked request: Request) -> Response {
        var response = Response.bytes(bytes, type: type)
        response.headers.append(("Accept-Ranges", "bytes"))
        guard let asked = request.headers["range"], asked.hasPrefix("bytes="), !asked.contains(",") else {
            return response
        }
        let ends = asked.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return response }
        let first = Int(ends[0]), last = Int(ends[1])
        let range: Range<Int>
        switch (first, last) {
        case (let first?, let last?) where first >= 0 && last >= first: range = first..<min(last, Int.max - 1) + 1
        case (let first?, nil) where first >= 0 && ends[1].isEmpty: range = first..<max(first, bytes.count)
        case (nil, let last?) where last > 0 && ends[0].isEmpty: range = max(0, bytes.count - last)..<bytes.count
        default: return response
        }
        guard range.lowerBound < bytes.count else {
            return Response(status: 416, headers: [("Content-Range", "bytes */\(bytes.count)")])
        }
        let part = range.clamped(to: 0..<bytes.count)
        response.status = 206
        response.body = Array(bytes[part])
        response.headers.append(("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"))
        return response
    }
}
