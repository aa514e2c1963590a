import CMicroHTTPD
import Glibc

// What libmicrohttpd calls, on its own threads. These are globals of a library's file: closures in a `main.swift`
// would belong to the main actor and trap here.

/// The first line has arrived: keep the target as it was sent.
let takeTarget:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer? = {
        context, target, connection in
        guard let context, let connection, let peer = peer(of: connection) else { return nil }
        let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
        let raw = target.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
        return Unmanaged.passRetained(Exchange(rawTarget: raw, core: core, peer: peer)).toOpaque()
    }

let handleRequest: MHD_AccessHandlerCallback = { _, connection, _, method, version, data, size, state in
    guard let connection, let size, let state, let opaque = state.pointee else { return .NO }
    let exchange = Unmanaged<Exchange>.fromOpaque(opaque).takeUnretainedValue()
    guard exchange.isBegun else {
        return exchange.begin(
            connection, method: method.map { String(cString: $0) } ?? "",
            version: version.map { String(cString: $0) } ?? ""
        )
    }
    let count = size.pointee
    size.pointee = 0
    return exchange.proceed(connection, chunk: UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : count))
}

let endRequest: MHD_RequestCompletedCallback = { _, _, state, _ in
    guard let state, let opaque = state.pointee else { return }
    state.pointee = nil
    Unmanaged<Exchange>.fromOpaque(opaque).takeRetainedValue().end()
}

let changeConnection: MHD_NotifyConnectionCallback = { context, connection, state, change in
    guard let context, let connection, let state else { return }
    let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    switch change {
    case .CONNECTION_NOTIFY_STARTED:
        let peer = Peer(
            socket: web_connection_socket(connection),
            address: ClientAddress.string(web_connection_address(connection)),
            phase: .waiting(until: .now + core.configuration.headDeadline)
        )
        core.peers.add(peer)
        state.pointee = Unmanaged.passRetained(peer).toOpaque()
    case .CONNECTION_NOTIFY_CLOSED:
        guard let opaque = state.pointee else { return }
        state.pointee = nil
        core.peers.remove(Unmanaged<Peer>.fromOpaque(opaque).takeRetainedValue())
    @unknown default: return
    }
}

private func peer(of connection: OpaquePointer) -> Peer? {
    web_connection_context(connection).map { Unmanaged<Peer>.fromOpaque($0).takeUnretainedValue() }
}
