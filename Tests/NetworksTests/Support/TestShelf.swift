import Foundation
import NetworksTesting
import Synchronization

@testable import Networks

/// Pictures behind addresses, as an application would offer them to a network that fetches.
final class TestShelf: MediaShelf {
    private let server: RawServer
    private let shelf: Shelf

    private final class Shelf: Sendable {
        let pictures = Mutex<[String: [UInt8]]>([:])
        let count = Mutex(0)
    }

    init() throws {
        let shelf = Shelf()
        self.shelf = shelf
        server = try RawServer { client, server in
            guard let request = HTTPRequest(client.readRequestBytes()) else { return }
            server.keep(request.line)
            guard let bytes = shelf.pictures.withLock({ $0[request.path] }) else {
                return HTTPAnswer("404 Not Found").send(client)
            }
            HTTPAnswer(bytes: bytes, contentType: "image/jpeg").send(client)
        }
    }

    /// How many pictures are there now, and how often one was fetched.
    var held: Int { shelf.pictures.withLock { $0.count } }
    var fetched: Int { server.requests.count }
    func stop() { server.stop() }

    func offer(_ media: PublicationMedia) async throws -> String {
        let number = shelf.count.withLock { count in
            count += 1
            return count
        }
        let path = "/shelf/\(number)-\(UInt64.random(in: 0 ... .max)).jpg"
        shelf.pictures.withLock { $0[path] = media.bytes }
        return server.address + path
    }

    func withdraw(_ address: String) async {
        shelf.pictures.withLock { $0[String(address.dropFirst(server.address.count))] = nil }
    }
}

extension PublicationMedia {
    /// A green JPEG of 8 by 8 pixels.
    static func greenJPEG(alt: String) -> PublicationMedia {
        let text =
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAAI3/2Q=="
        return PublicationMedia(
            bytes: Array(Data(base64Encoded: text) ?? Data()), filename: "green.jpg", contentType: "image/jpeg",
            alt: alt)
    }
}
