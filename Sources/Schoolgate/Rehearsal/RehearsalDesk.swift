import Synchronization

/// The rehearsals that run in this process: few at once, each beside the pages.
final class RehearsalDesk: Sendable {
    /// How many may run at once: each keeps a processor busy.
    static let most = 2

    private let running = Mutex<[Rehearsal.ID: Task<Void, Never>]>([:])

    /// Runs one beside everything else; false when too many run already.
    func start(_ id: Rehearsal.ID, _ work: @escaping @Sendable () async -> Void) -> Bool {
        running.withLock { running in
            guard running.count < Self.most else { return false }
            running[id] = Task(priority: .utility) {
                await work()
                self.leave(id)
            }
            return true
        }
    }

    private func leave(_ id: Rehearsal.ID) { running.withLock { $0[id] = nil } }

    var isBusy: Bool { running.withLock { $0.count >= Self.most } }

    func stop(_ id: Rehearsal.ID) { running.withLock { $0[id] }?.cancel() }

    /// Waits until it is over, at most this long: most rehearsals are quicker than a page.
    func wait(for id: Rehearsal.ID, atMost limit: Duration) async {
        let end = ContinuousClock.now + limit
        while running.withLock({ $0[id] != nil }), ContinuousClock.now < end {
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}
