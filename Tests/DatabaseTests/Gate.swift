import Dispatch

/// Lets two connections, each on its own thread, wait for one another; it never waits for ever.
struct Gate: Sendable {
    private let doors = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]

    func open(_ door: Int) {
        doors[door].signal()
    }

    func wait(_ door: Int) {
        _ = doors[door].wait(timeout: .now() + 10)
    }
}
