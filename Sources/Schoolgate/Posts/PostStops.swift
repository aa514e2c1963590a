import HTML

/// Where a post stands on its way.
struct PostStops: HTML {
    let post: Post
    let context: Context
    /// How many things the gate points out, where somebody is writing.
    var findings: Int?

    private static let names = ["Draft", "Gate", "Held", "Approved", "Scheduled", "Published", "Removed"]

    var body: Markup {
        div(.class("stops-box")) {
            ol(.class("stops")) {
                for (index, name) in Self.names.enumerated() {
                    li(.class(style(index)), .aria(.current, index == here ? "step" : nil)) {
                        span {
                            if index == here { b { name } } else { name }
                            if let note = note(index) {
                                " "
                                small { note }
                            }
                        }
                    }
                }
            }
        }
    }

    private var here: Int {
        switch post.state {
        case .draft, .returned: findings == nil ? 0 : 1
        case .discarded: 0
        case .stopped: 1
        case .held: 2
        case .missed: 3
        case .scheduled, .publishing: 4
        case .published, .removing: 5
        case .removed: 6
        }
    }

    private func style(_ index: Int) -> String? {
        if index < here { return "is-past" }
        guard index == here else { return nil }
        return post.state == .held ? "is-here is-held" : "is-here"
    }

    private func note(_ index: Int) -> String? {
        switch index {
        case 0 where findings != nil:
            post.state == .returned ? "sent back" : context.clock.moment(of: post.createdAt, now: context.now())
        case 1 where findings != nil && [.draft, .returned].contains(post.state):
            findings == 0
                ? "nothing to look at" : findings == 1 ? "one thing to look at" : "\(findings ?? 0) things to look at"
        case here where post.state == .returned: "sent back"
        case here where post.state == .missed: "missed its time"
        case here where post.state == .stopped: "stopped here"
        case here where post.state == .removing: "coming down"
        case 4: post.slot.map { context.clock.moment(of: $0, now: context.now()) }
        default: nil
        }
    }
}
