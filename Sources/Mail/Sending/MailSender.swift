internal import CCurl
internal import Glibc

/// The one way in which a mail leaves: one connection for each mail, and an answer that is never better than the server's.
public struct MailSender: Sendable {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    public let server: MailServer

    public init(_ server: MailServer) { self.server = server }

    /// Hands one mail to the server; `envelope` is where the mail comes back to when it cannot be delivered.
    public func send(_ mail: [UInt8], from envelope: MailAddress, to receiver: MailAddress) async -> Outcome {
        guard Self.isReady else { return .later(.ourSettings("libcurl did not start"), mayHaveArrived: false) }
        if let authorities = server.authorities, access(authorities, R_OK) != 0 {
            return .later(
                .ourSettings("the file of certificates \(authorities) cannot be read"), mayHaveArrived: false)
        }
        return await withCheckedContinuation { continuation in
            let server = self.server
            let isStarted = startThread {
                guard let session = SMTPSession(server, mail: mail, from: envelope, to: receiver) else {
                    return continuation.resume(
                        returning: .later(.ourSettings("no memory for the mail"), mayHaveArrived: false))
                }
                continuation.resume(returning: session.run())
            }
            if !isStarted {
                continuation.resume(
                    returning: .later(.ourSettings("no thread for the mail"), mayHaveArrived: false))
            }
        }
    }
}

/// Runs a body on a thread of its own, away from Swift's, because libcurl waits in it; its time limits end it.
private func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let code = pthread_create(
        &thread, nil,
        { context in
            guard let context else { return nil }
            // A server that goes away while TLS writes to it must not end the program.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }, box.toOpaque())
    guard code == 0 else {
        box.release()
        return false
    }
    pthread_detach(thread)
    return true
}
