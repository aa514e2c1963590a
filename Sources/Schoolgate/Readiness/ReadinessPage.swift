import HTML
import Policy
import Web

/// Who knows the policy and is trained, those who are behind first.
struct ReadinessPage: HTML {
    let rows: [ReadinessRow]
    let right: PublishingRight
    let viewer: Viewer
    let context: Context

    private var asked: [ReadinessRow] { rows.filter(\.isAsked) }

    var body: Markup {
        Shell("Who knows the policy", in: .people, for: viewer, context) {
            PageHead(
                overline: "People", heading: heading,
                lede:
                    "Version \(right.acknowledgement.version.number) of the policy is in force. Who has not confirmed it by its day stands first."
            )
            div(.class("table-box")) {
                table(.class("table"), .role("table")) {
                    caption { "Confirmations and training" }
                    thead(.role("rowgroup")) {
                        tr(.role("row")) {
                            for name in ["Name", "The policy", "Training counts until"] {
                                th(.role("columnheader"), Attribute("scope", "col")) { name }
                            }
                        }
                    }
                    tbody(.role("rowgroup")) { for item in sorted { row(item) } }
                }
            }
        }
    }

    private var heading: String {
        let confirmed = asked.count { $0.standing.isConfirmed }
        if !right.acknowledgement.isAsked { return "The policy asks nobody to confirm it" }
        return confirmed == asked.count
            ? "All \(asked.count) have confirmed the policy"
            : "\(confirmed) of \(asked.count) have confirmed the policy"
    }

    private var sorted: [ReadinessRow] {
        rows.filter { $0.isAsked && !$0.standing.isConfirmed } + rows.filter { !$0.isAsked || $0.standing.isConfirmed }
    }

    private func row(_ item: ReadinessRow) -> Markup {
        tr(.role("row")) {
            th(.role("rowheader"), Attribute("scope", "row")) {
                a(.href(ReadinessHandlers.training.path(item.person.id))) { item.person.name }
                if item.runsAccount {
                    " "
                    Chip("Runs an account", icon: .accounts)
                }
            }
            td(.role("cell"), Attribute("data-label", "The policy")) { standing(item) }
            td(.role("cell"), Attribute("data-label", "Training counts until")) {
                if let day = item.trainedUntil {
                    span { context.clock.plainDate(of: day) }
                    if day < context.today {
                        " "
                        Chip("Ended", .warn, icon: .warn)
                    }
                } else {
                    span(.class("soft")) { "None" }
                }
            }
        }
    }

    private func standing(_ item: ReadinessRow) -> Markup {
        switch item.standing {
        case .confirmed(let at): return span { "Confirmed \(day(at))" }
        case .again(let by), .never(let by):
            guard item.isAsked else { return span(.class("soft")) { "Not asked" } }
            return by < context.now()
                ? Chip("Was due \(day(by))", .warn, icon: .warn).body : span { "By \(day(by))" }
        }
    }

    private func day(_ instant: Instant) -> String { context.clock.plainDate(of: context.clock.day(of: instant)) }
}
