import Glibc

/// A listening socket that children do not inherit.
struct Listener {
    let socket: Int32
    let port: Int

    init(host: String, port: Int) throws(ServerError) {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICSERV | (host == "localhost" ? 0 : AI_NUMERICHOST)
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard (0...65_535).contains(port), getaddrinfo(host, String(port), &hints, &list) == 0, let list else {
            throw ServerError("\(host):\(port) is not an address to listen on. Give a numeric address and a port.")
        }
        defer { freeaddrinfo(list) }
        let info = list.pointee
        let type = info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let socket = Glibc.socket(info.ai_family, type, 0)
        guard socket >= 0 else { throw Self.failure("open a socket for", host, port) }
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(socket, info.ai_addr, info.ai_addrlen) == 0, listen(socket, 511) == 0 else {
            let failure = Self.failure("listen on", host, port)
            close(socket)
            throw failure
        }
        self.socket = socket
        self.port = Self.port(of: socket)
    }

    private static func failure(_ verb: String, _ host: String, _ port: Int) -> ServerError {
        let reason =
            errno == EADDRINUSE
            ? "another program is using it. Stop that program or choose another port."
            : String(cString: strerror(errno)) + "."
        return ServerError("The server cannot \(verb) \(host):\(port): \(reason)")
    }

    private static func port(of socket: Int32) -> Int {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(socket, address, &length) == 0
            else { return 0 }
            // The port stands at the same place in both families.
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
    }
}

/// Why the server did not start.
public struct ServerError: Error, CustomStringConvertible, Sendable {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
