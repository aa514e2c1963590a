import CMicroHTTPD
import Synchronization

/// What the library's threads share.
final class ServerCore: Sendable {
    let configuration: Server.Configuration
    let respond: @Sendable (Request) async -> Response
    let peers = PeerTable()
    /// Bytes of bodies that are being read or handled.
    let buffered = Atomic<Int>(0)
    let isDraining = Atomic<Bool>(false)

    init(_ configuration: Server.Configuration, respond: @escaping @Sendable (Request) async -> Response) {
        self.configuration = configuration
        self.respond = respond
    }

    func refuse(_ refusal: Refusal) -> Response {
        configuration.refusal(refusal.status, refusal.message)
    }
}
