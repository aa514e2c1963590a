internal import CCurl
internal import Glibc
internal import Synchronization

/// One thread of its own on which libcurl makes every request, so that none blocks Swift's threads.
///
/// It lives as long as the program: there is nothing to stop but the requests, and each has its time limit.
final class Loop: Sendable {
    // Unsafe but right: only the thread uses it, except curl_multi_wakeup, which is made for other threads.
    nonisolated(unsafe) private let multi: UnsafeMutableRawPointer
    private let waiting = Mutex<[Job]>([])

    /// Nil when libcurl or its thread cannot start.
    init?() {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init() else { return nil }
        self.multi = multi
        ccurl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 64)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(&thread, nil, { Loop.body($0) }, context.toOpaque())
        guard code == 0 else {
            context.release()
            return nil
        }
        pthread_detach(thread)
    }

    func add(_ job: Job) {
        waiting.withLock { $0.append(job) }
        curl_multi_wakeup(multi)
    }

    private static func body(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        // A peer that goes away while TLS writes to it must not end the program.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<Loop>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }

    private func run() {
        var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
        while true {
            for job in takeWaiting() { start(job, &transfers) }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            finish(&transfers)
            // Requests that were refused above may be all there was; then this waits for the next one.
            curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
    }

    private func takeWaiting() -> [Job] {
        waiting.withLock { jobs in
            let taken = jobs
            jobs = []
            return taken
        }
    }

    private func start(_ job: Job, _ transfers: inout [UnsafeMutableRawPointer: Transfer]) {
        guard let transfer = Transfer(job), curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
            let problem = Outgoing.Problem(kind: .notReached, wasSent: false, detail: "no memory for the request")
            job.finish(.failure(problem))
            return
        }
        transfers[transfer.handle] = transfer
    }

    private func finish(_ transfers: inout [UnsafeMutableRawPointer: Transfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            guard let transfer = transfers.removeValue(forKey: handle) else { continue }
            let result = transfer.result(code)
            curl_multi_remove_handle(multi, handle)
            transfer.job.finish(result)
        }
    }
}
