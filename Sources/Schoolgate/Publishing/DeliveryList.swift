import HTML
import Web

/// What became of a post on each network.
struct DeliveryList: HTML {
    let view: PostView
    let viewer: Viewer
    let context: Context

    var body: Markup {
        if view.deliveries.allSatisfy({ $0.state == .cancelled }) { return Markup() }
        return section(.class("stack"), .aria(.labelledby, "s-networks")) {
            h2(.id("s-networks")) { "On the networks" }
            ul(.class("stack"), .role("list")) {
                for delivery in view.deliveries where delivery.state != .cancelled { item(delivery) }
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
            if !delivery.reason.isEmpty { p(.class("soft small")) { "Why: \(delivery.reason)" } }
            if let due = delivery.dueAt, delivery.state.isOpen {
                p(.class("soft small")) { "Due \(context.clock.moment(of: due, now: context.now()))." }
            }
            if delivery.kind == .publish, let copy = view.publications.first(where: { $0.account == delivery.account })
            {
                p { a(.href(copy.url)) { "See it there" } }
                p(.class("soft small")) { "What the network returned is kept in the archive." }
            }
            if delivery.state == .byHand, viewer.may(.removePosts) { byHand(delivery) }
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
        case (_, .cancelled): Chip("Cancelled")
        }
    }

    private func byHand(_ delivery: Delivery) -> Markup {
        form(.method("post"), .action(PostRoutes.doneByHand.path(delivery.id)), .class("row")) {
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
