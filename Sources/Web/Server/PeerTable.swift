import Glibc
import Synchronization

/// Every open connection. A peer is taken out before its socket closes, so under the lock each socket is its own.
final class PeerTable: Sendable {
    private let peers = Mutex<[ObjectIdentifier: Peer]>([:])

    var count: Int { peers.withLock { $0.count } }

    func add(_ peer: Peer) {
        peers.withLock { $0[ObjectIdentifier(peer)] = peer }
    }

    func remove(_ peer: Peer) {
        _ = peers.withLock { $0.removeValue(forKey: ObjectIdentifier(peer)) }
    }

    /// Cuts who is past a deadline, and cancels the reading requests of those who have gone.
    func enforce(_ limits: Server.Configuration, now: ContinuousClock.Instant = .now) {
        peers.withLock { peers in
            var handling: [(Pending, pollfd)] = []
            for peer in peers.values {
                switch peer.phase.withLock({ $0 }) {
                case .waiting(let until): if now > until { peer.cut() }
                case .reading(let since, let bytes):
                    if Self.isTooSlow(bytes, now - since, limits) { peer.cut() }
                case .sending(let since): if now - since > limits.sendDeadline { peer.cut() }
                case .handling(let pending):
                    if pending.isSafe { handling.append((pending, pollfd(fd: peer.socket, events: gone, revents: 0))) }
                }
            }
            guard !handling.isEmpty else { return }
            var sockets = handling.map(\.1)
            guard poll(&sockets, nfds_t(sockets.count), 0) > 0 else { return }
            for (index, socket) in sockets.enumerated() where socket.revents != 0 { handling[index].0.cancel() }
        }
    }

    /// Cuts the connections that have no request in flight.
    func cutIdle() {
        peers.withLock { peers in
            for peer in peers.values {
                if case .waiting = peer.phase.withLock({ $0 }) { peer.cut() }
            }
        }
    }

    func cutAll() {
        peers.withLock { peers in for peer in peers.values { peer.cut() } }
    }

    func pending() -> [Pending] {
        peers.withLock { peers in
            peers.values.compactMap { peer in
                if case .handling(let pending) = peer.phase.withLock({ $0 }) { pending } else { nil }
            }
        }
    }

    private static func isTooSlow(_ bytes: Int, _ elapsed: Duration, _ limits: Server.Configuration) -> Bool {
        guard elapsed > limits.bodyRateGrace else { return false }
        return elapsed > limits.bodyDeadline || elapsed * Double(limits.minBodyRate) > .seconds(1) * Double(bytes)
    }
}

/// POLLRDHUP: the other end has closed. (Glibc hides the name behind _GNU_SOURCE.)
private let gone: Int16 = 0x2000
