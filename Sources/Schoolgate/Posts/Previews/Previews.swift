import HTML
import Networks
import Web

/// How a post will look on each of its accounts: neutral, never in a network's own dress.
struct Previews: HTML {
    let view: ComposerView

    var body: Markup {
        guard !view.accounts.isEmpty else { return Markup() }
        return section(.class("stack"), .aria(.labelledby, "s-see")) {
            h2(.id("s-see")) { "How it will look" }
            div(.class("previews"), .id("previews")) {
                for account in view.accounts {
                    PreviewOnAccount(
                        account: account, draft: view.draft, isChosen: isChosen(account),
                        isOpen: account.id == firstShown?.id)
                }
            }
        }
    }

    private var isNoneChosen: Bool { view.draft.accounts.isEmpty }
    private func isChosen(_ account: Account) -> Bool { isNoneChosen || view.draft.accounts.contains(account.id) }
    private var firstShown: Account? { view.accounts.first(where: isChosen) }
}

struct PreviewOnAccount: HTML {
    let account: Account
    let draft: Draft
    let isChosen: Bool
    let isOpen: Bool

    private var network: NetworkText { NetworkText.of(account.network) }

    var body: Markup {
        details(
            .class("preview"), Attribute("open", if: isOpen), Attribute("hidden", if: !isChosen),
            Attribute("data-account", "\(account.id.rawValue)"), Attribute("data-unit", network.unit.rawValue),
            Attribute("data-limit", network.limit.map { "\($0)" }),
            Attribute("data-link", network.link.map { "\($0)" }),
            Attribute("data-fold", network.fold.map { "\($0)" }), Attribute("data-places", if: network.dropsPlaces)
        ) {
            summary {
                span { account.name }
                span(.class(isOver ? "chip chip--block" : "chip"), Attribute("data-counter", if: true)) {
                    network.counter(draft.text)
                }
            }
            div(.class("preview__body")) {
                p(.class("row")) {
                    span(.class("face face--s"), .hiddenFromReaders) { initials }
                    span {
                        b { account.name }
                        br()
                        small(.class("soft")) { network.name }
                    }
                }
                p(.class("preview__text"), Attribute("data-text", if: true)) { text }
                if let picture = draft.pictures.first(where: { !$0.isErased }) {
                    img(.src(PostRoutes.picture.path(picture.media)), .alt(picture.alt))
                    if let video = picture.video { p(.class("soft small")) { "Video, \(video.length)" } }
                    if draft.pictures.count > 1 {
                        p(.class("soft small")) { "And \(draft.pictures.count - 1) more." }
                    }
                }
            }
        }
    }

    private var isOver: Bool { network.excess(of: draft.text) > 0 }
    private var initials: String {
        account.name.split(separator: " ").prefix(2).compactMap(\.first).map(String.init).joined()
    }

    private var text: String {
        if draft.text.isEmpty { return "Nothing written yet." }
        return network.shownFirst(of: draft.text).map { "\($0)… more" } ?? draft.text
    }
}
