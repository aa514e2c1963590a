import Foundation
import Glibc
import Testing

@testable import Web

/// What libmicrohttpd lets through, against nginx as `SECURITY.md` sets it up.
@Suite struct NginxTests {
    private static let shapes: [(name: String, text: String)] = [
        ("lines without a carriage return", "GET /plain HTTP/1.1\nHost: x\n\n"),
        ("NUL in a header", "GET /plain HTTP/1.1\r\nHost: x\r\nFoo: a\0b\r\n\r\n"),
        ("NUL in the address", "GET /pl\0ain HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("a header over two lines", "GET /plain HTTP/1.1\r\nHost: x\r\nFoo: a\r\n b\r\n\r\n"),
        ("a space before the colon", "GET /plain HTTP/1.1\r\nHost: x\r\nFoo : a\r\n\r\n"),
        (
            "length and encoding",
            "POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        ("two lengths", "POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
    ]

    @Test func `what each of the two lets through is what SECURITY.md says`() async throws {
        let (alone, behind) = try await withNginx { server, nginx in
            (try Self.shapes.map { try status(server, $0.text) }, try Self.shapes.map { try status(nginx, $0.text) })
        }
        #expect(alone == [200, 200, 200, 200, 400, 400, 400], "\(alone)")
        #expect(behind == [200, 400, 400, 400, 400, 400, 400], "\(behind)")
    }

    @Test func `through nginx the address and the scheme are the client's`() async throws {
        let text = try await withNginx { _, nginx in
            let client = try RawClient(nginx)
            client.send("GET /caf%C3%A9/a%20b HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n")
            return client.answer()
        }
        #expect(text.contains("GET /café/a b\n"))
        #expect(text.contains("address 127.0.0.1 secure false"))
        #expect(!text.contains("6.6.6.6"))
    }

    private func withNginx<T: Sendable>(_ use: @escaping @Sendable (Int, Int) throws -> T) async throws -> T {
        try await withServer({ $0.trustedProxies = ["127.0.0.1"] }) { server in
            let folder = FileManager.default.temporaryDirectory.appending(path: "nginx-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let free = try Listener(host: "127.0.0.1", port: 0)
            close(free.socket)
            let file = folder.appending(path: "nginx.conf")
            try configuration(folder.path, listening: free.port, server: server)
                .write(to: file, atomically: true, encoding: .utf8)
            let nginx = Process()
            nginx.executableURL = URL(filePath: "/usr/sbin/nginx")
            nginx.arguments = ["-c", file.path, "-p", folder.path, "-e", folder.appending(path: "error.log").path]
            try nginx.run()
            defer {
                // It inherits the signal mask of this thread, which holds everything gentler back.
                kill(nginx.processIdentifier, SIGKILL)
                nginx.waitUntilExit()
            }
            for _ in 0..<100 {
                if (try? RawClient(free.port)) != nil { break }
                usleep(20_000)
            }
            return try use(server, free.port)
        }
    }

    private func configuration(_ folder: String, listening port: Int, server: Int) -> String {
        """
        daemon off;
        master_process off;
        pid \(folder)/nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path \(folder)/body;
            proxy_temp_path \(folder)/proxy;
            fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi;
            scgi_temp_path \(folder)/scgi;
            server {
                listen 127.0.0.1:\(port);
                ignore_invalid_headers off;
                client_max_body_size 64m;
                location / {
                    proxy_pass http://127.0.0.1:\(server);
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                }
            }
        }
        """
    }
}
