internal import Dispatch
internal import Glibc

/// Turns a page into a PDF by WeasyPrint, in a process that can reach neither files nor networks by a page's wish.
///
/// The process gets an empty environment, no open file but its three, and limits on time and memory.
struct PDFPrinter: Sendable {
    /// Why there is no PDF.
    enum Failure: Error, Equatable {
        case notInstalled, tooLarge, tookTooLong, failed

        /// What happened and what to do next.
        var message: String {
            switch self {
            case .notInstalled:
                "PDFs cannot be made because WeasyPrint is not installed. Install the package weasyprint."
            case .tooLarge: "The page is too large for a PDF. Print it from the browser."
            case .tookTooLong: "The PDF took too long to make. Try again, or print the page from the browser."
            case .failed: "The PDF could not be made. Print the page from the browser."
            }
        }
    }

    var time: Duration
    var memory: Int
    var largestPage = 8 * 1_048_576
    var largestPDF = 64 * 1_048_576

    init(time: Duration = .seconds(30), memory: Int = 1_073_741_824) {
        self.time = time
        self.memory = memory
    }

    /// One at a time: each may take the whole of its memory.
    private static let queue = DispatchQueue(label: "pdf")

    /// A page as a PDF, or why there is none in words for people.
    func pdf(_ html: String) async throws -> [UInt8] {
        do {
            return try await print(html)
        } catch {
            throw Problem.refused(error.message)
        }
    }

    func print(_ html: String) async throws(Failure) -> [UInt8] {
        guard html.utf8.count <= largestPage else { throw .tooLarge }
        let result: Result<[UInt8], Failure> = await withCheckedContinuation { continuation in
            PDFPrinter.queue.async {
                do throws(Failure) {
                    continuation.resume(returning: .success(try run(Array(html.utf8))))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private func run(_ page: [UInt8]) throws(Failure) -> [UInt8] {
        // Both its standard input and its standard output are one socket, which tells a writer
        // that the process is gone without a signal.
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .failed }
        defer { close(ends[0]) }
        let process = spawn(ends[1])
        close(ends[1])
        guard let process else { throw .notInstalled }

        let end = ContinuousClock.now + time
        let reply = exchange(page, ends[0], until: end)
        if case .failure = reply { kill(-process, SIGKILL) }
        let status = PDFPrinter.wait(for: process, until: end)
        let pdf = try reply.get()
        switch status {
        case 0 where pdf.starts(with: "%PDF-".utf8): return pdf
        case nil: throw .tookTooLong
        case PDFPrinter.missing: throw .notInstalled
        default: throw .failed
        }
    }

    /// Writes the page and reads the PDF, each as far as the process is ready for it.
    private func exchange(
        _ page: [UInt8], _ socket: Int32, until end: ContinuousClock.Instant
    ) -> Result<[UInt8], Failure> {
        var pdf: [UInt8] = []
        var written = 0
        var buffer = [UInt8](repeating: 0, count: 65_536)
        if page.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
        while true {
            let left = (end - ContinuousClock.now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { return .failure(.tookTooLong) }
            let events = written < page.count ? POLLIN | POLLOUT : POLLIN
            var ready = pollfd(fd: socket, events: Int16(events), revents: 0)
            guard poll(&ready, 1, Int32(min(milliseconds, 60_000))) > 0 else { continue }
            if ready.revents & Int16(POLLOUT) != 0, written < page.count {
                let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                let count = page[written...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, flags) }
                written += max(0, count)
                if written == page.count { shutdown(socket, Int32(SHUT_WR)) }
            }
            guard ready.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            // A process that ends before it has read all resets the connection; its exit code says why.
            guard count > 0 else { return .success(pdf) }
            guard count <= largestPDF - pdf.count else { return .failure(.tooLarge) }
            pdf.append(contentsOf: buffer[..<count])
        }
    }

    /// The exit code of a process, which is ended when its time is up; nil when it did not end by itself.
    private static func wait(for process: pid_t, until end: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if ContinuousClock.now >= end {
                kill(-process, SIGKILL)
                waitpid(process, &status, 0)
                return nil
            }
            usleep(5_000)
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }
}

extension PDFPrinter {
    private static let python = "/usr/bin/python3"
    private static let missing: Int32 = 3

    /// The limits come first; then only what stands in the page itself may be read.
    ///
    /// WeasyPrint writes a page's own fonts to a temporary folder: files may have 16 MB, for nothing else.
    /// Without a base it would stop at a relative address instead of leaving it out.
    private static let script = """
        import os, resource, sys
        os.closerange(3, 65536)
        os.chdir("/")
        memory, seconds = int(sys.argv[1]), int(sys.argv[2])
        for kind, most in (
            (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 16 << 20), (resource.RLIMIT_NOFILE, 64),
        ):
            resource.setrlimit(kind, (most, most))
        try:
            import weasyprint
        except ImportError:
            sys.exit(\(missing))
        def fetch(url, *arguments, **options):
            if url[:5].lower() != "data:":
                raise ValueError("only what stands in the page")
            return weasyprint.default_url_fetcher(url)
        page = sys.stdin.buffer.read().decode("utf-8", "replace")
        base = "https://page.invalid/"
        weasyprint.HTML(string=page, base_url=base, url_fetcher=fetch).write_pdf(sys.stdout.buffer)
        """

    private func spawn(_ socket: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_adddup2(&actions, socket, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let seconds = max(1, Int(time.components.seconds) + 1)
        // -I: neither the environment nor the working folder may add modules.
        let arguments = [PDFPrinter.python, "-I", "-c", PDFPrinter.script, String(memory), String(seconds)]
        let pointers = arguments.map { strdup($0) } + [nil]
        let environment = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { for pointer in pointers + environment { free(pointer) } }
        var process: pid_t = 0
        guard posix_spawn(&process, PDFPrinter.python, &actions, &attributes, pointers, environment) == 0 else {
            return nil
        }
        return process
    }
}
