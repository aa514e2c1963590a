import Database

/// What runs beside the pages: the outbox, mails, the networks' own timelines, and what a new day brings.
struct Worker: Sendable {
    let context: Context

    /// Runs until its task is cancelled; an error in one round is logged, and the next one runs.
    func run(every pause: Duration = .seconds(2)) async {
        // Beside the rest, so that a slow mail server or network holds up no post.
        async let mails: Void = Postman(context: context).run()
        async let timelines: Void = TimelineWatch(context: context).run()
        async let links: Void = LinkWatch(context: context).run()
        await publish(every: pause)
        await mails
        await links
        await timelines
    }

    private func publish(every pause: Duration) async {
        var tidied: Instant?
        while !Task.isCancelled {
            do {
                _ = try await Publisher(context: context).workOff()
                try await Daybreak(context: context).run()
                try await PracticeClock(context: context).run()
                if tidied.map({ $0 + .hours(1) <= context.now() }) ?? true {
                    try await PictureTidying(context: context).run()
                    try await PictureTidying(context: context).sweep()
                    try PictureShelf.sweep(context)
                    tidied = context.now()
                }
            } catch {
                context.log.error("worker: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }
}
