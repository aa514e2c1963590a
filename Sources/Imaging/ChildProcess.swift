import CChild
import Glibc

/// A program with an empty environment and one socket for its input and output.
struct ChildProcess: Sendable {
    private let identifier: pid_t
    private let socket: Int32

    init?(_ command: [String]) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        defer { close(ends[1]) }
        guard let identifier = Self.spawn(command, socket: ends[1]) else {
            close(ends[0])
            return nil
        }
        self.identifier = identifier
        socket = ends[0]
        _ = fcntl(socket, F_SETFL, O_NONBLOCK)
    }

    private static func spawn(_ command: [String], socket: Int32) -> pid_t? {
        var files = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&files, socket, 0)
        posix_spawn_file_actions_adddup2(&files, socket, 1)
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        child_close_from(&files, 3)
        // Threads of ours hold signals back; the child must not inherit that.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var identifier = pid_t()
        guard posix_spawn(&identifier, command[0], &files, &attributes, &arguments, &environment) == 0 else {
            return nil
        }
        return identifier
    }

    /// Sends everything, then takes everything until the child closes; nil when that takes too long or too much.
    func exchange(_ request: [[UInt8]], until deadline: ContinuousClock.Instant, most: Int) -> [UInt8]? {
        for part in request {
            var sent = 0
            while sent < part.count {
                guard wait(for: POLLOUT, until: deadline) else { return nil }
                let count = part.withUnsafeBytes {
                    send(socket, $0.baseAddress.map { $0 + sent }, part.count - sent, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return nil }
                sent += count
            }
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while answer.count <= most {
            guard wait(for: POLLIN, until: deadline) else { return nil }
            let count = recv(socket, &buffer, buffer.count, 0)
            if count == 0 { return answer }
            guard count > 0 else { return nil }
            answer += buffer[..<count]
        }
        return nil
    }

    /// Whether it still waits: one that has ended, or speaks unasked, is of no use.
    var isReady: Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 0
    }

    /// Kills it, unless it has ended by itself, and takes its status so that nothing remains.
    func end() {
        close(socket)
        var status: Int32 = 0
        kill(identifier, SIGKILL)
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let left = deadline - .now
            guard left > .zero else { return false }
            var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
            let ready = poll(&entry, 1, Int32(clamping: Int(left / .milliseconds(1)) + 1))
            if ready > 0 { return true }
            if ready < 0, errno != EINTR { return false }
        }
    }
}
