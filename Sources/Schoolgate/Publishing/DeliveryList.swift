import HTML
import Web

/// What became of a post on each network.
struct DeliveryList: HTML {
    let view: PostView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if !view.deliveries.contains(where: isWorthSaying) { return Markup() }
        return section(.class("stack"), .aria(.labelledby, "s-networks")) {
            h2(.id("s-networks")) { "On the networks" }
            ul(.class("stack"), .role("list")) {
                for delivery in view.deliveries where isWorthSaying(delivery) { item(delivery) }
            }
        }
    }

    private func item(_ delivery: Delivery) -> Markup {
        li(.class("card stack stack--s")) {
            p(.class("row")) {
                b { view.accounts[delivery.account]?.name ?? "A closed account" }
                chip(delivery)
            }
            if let problem = delivery.problem { p { problem } }
            if !delivery.reason.isEmpty {
                p(.class("soft small")) {
                    viewer.seesReasons(of: view.post) ? "Why: \(delivery.reason)" : "The reason is kept with the post."
                }
            }
            if let due = delivery.dueAt, delivery.state.isOpen {
                p(.class("soft small")) { "Due \(context.clock.moment(of: due, now: context.now()))." }
            }
            if delivery.kind == .publish, let copy = view.publications.first(where: { $0.account == delivery.account })
            {
                // The network's word: it may be anything, and only a web address becomes a link.
                if copy.removedAt == nil, copy.isOnTheWeb { p { a(.href(copy.url)) { "See it there" } } }
                p(.class("soft small")) { "What the network returned is kept in the archive." }
            }
            if delivery.state == .armed, delivery.attempts > 0 {
                p(.class("soft small")) {
                    "It is tried again \(context.clock.moment(of: delivery.nextAt, now: context.now()))."
                }
            }
            if delivery.state == .byHand, viewer.may(.removePosts) { byHand(delivery) }
            if delivery.state == .byHand, viewer.may(.writePosts) {
                decision(delivery, DeliveryHandlers.again, delivery.kind == .remove ? "Try again" : "Look again")
            }
            if delivery.kind == .publish, delivery.state == .failed, isAboutThisVersion(delivery),
                viewer.may(.writePosts)
            {
                refused(delivery)
            }
        }
    }

    private func isAboutThisVersion(_ delivery: Delivery) -> Bool { delivery.fingerprint == view.post.fingerprint }

    /// What was taken back before anything happened is nobody's concern any more; why it stopped is.
    private func isWorthSaying(_ delivery: Delivery) -> Bool {
        guard delivery.state == .cancelled else { return true }
        let isStopped = view.post.state == .stopped || view.post.state == .missed
        return isAboutThisVersion(delivery) && (delivery.attempts > 0 || isStopped)
    }

    private func refused(_ delivery: Delivery) -> Markup {
        div(.class("row")) {
            if [.stopped, .published, .publishing].contains(view.post.state) {
                decision(delivery, DeliveryHandlers.again, "Try again")
            }
            decision(delivery, DeliveryHandlers.abandon, "Leave it out here")
        }
    }

    private func decision(_ delivery: Delivery, _ route: Route<Delivery.ID>, _ words: String) -> Markup {
        form(.method("post"), .action(route.path(delivery.id))) {
            CSRFField(viewer)
            button(.class("button button--quiet"), .type("submit")) {
                words
                span(.class("hush")) { ": \(view.accounts[delivery.account]?.name ?? "a closed account")" }
            }
        }
    }

    private func chip(_ delivery: Delivery) -> Chip {
        switch (delivery.kind, delivery.state) {
        case (.publish, .armed): Chip("Waits for its time", icon: .clock)
        case (.publish, .sent): Chip("Going out", .gate, icon: .send)
        case (_, .unknown): Chip("Being looked up", .hold, icon: .search)
        case (.publish, .confirmed): Chip("Published", .gate, icon: .check)
        case (_, .failed): Chip("Did not work", .block, icon: .block)
        case (_, .byHand): Chip("Needs a person", .warn, icon: .warn)
        case (.remove, .armed), (.remove, .sent): Chip("Coming down", .hold, icon: .refresh)
        case (.remove, .confirmed): Chip("Gone, confirmed there", .gate, icon: .check)
        case (_, .cancelled): Chip("Not sent")
        }
    }

    private func byHand(_ delivery: Delivery) -> Markup {
        form(.method("post"), .action(DeliveryHandlers.doneByHand.path(delivery.id)), .class("row")) {
            CSRFField(viewer)
            button(.class("button button--plain"), .type("submit"), .name("outcome"), .value("yes")) {
                delivery.kind == .publish ? "It is there" : "I have taken it down"
            }
            if delivery.kind == .publish {
                button(.class("button button--quiet"), .type("submit"), .name("outcome"), .value("no")) {
                    "It is not there"
                }
            }
        }
    }
}
