import CMicroHTTPD
import Glibc

/// Hands a response to the library.
enum Answer {
    static func queue(_ response: Response, on connection: OpaquePointer, closing: Bool) -> MHD_Result {
        guard let answer = make(response) else {
            let message = Array("The server could not send its answer.\n".utf8)
            guard let failure = body(message) else { return .NO }
            return queue(failure, status: 500, on: connection, closing: true)
        }
        return queue(answer, status: response.status, on: connection, closing: closing)
    }

    private static func queue(
        _ answer: OpaquePointer, status: Int, on connection: OpaquePointer, closing: Bool
    ) -> MHD_Result {
        if closing { _ = MHD_add_response_header(answer, "Connection", "close") }
        let result = MHD_queue_response(connection, UInt32(clamping: status), answer)
        MHD_destroy_response(answer)
        return result
    }

    /// Nil when a header cannot be sent, such as one with a line break in it, or the file cannot be opened.
    private static func make(_ response: Response) -> OpaquePointer? {
        guard 200...599 ~= response.status else { return nil }
        let made = if let path = response.file { file(path) } else { body(response.body) }
        guard let answer = made else { return nil }
        for (name, value) in response.headers where MHD_add_response_header(answer, name, value) == .NO {
            MHD_destroy_response(answer)
            return nil
        }
        return answer
    }

    private static func body(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBytes { bytes in
            // The library only reads: it makes its own copy.
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY
            )
        }
    }

    private static func file(_ path: String) -> OpaquePointer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let answer = MHD_create_response_from_fd64(UInt64(status.st_size), descriptor)
        else {
            close(descriptor)
            return nil
        }
        return answer
    }
}
