import HTML

/// A symbol of the sprite; decoration beside words unless it is given a name of its own.
enum Icon: String, CaseIterable {
    case today, posts, inbox, cases, calendar, accounts, people, consent, policies, reports, record, more, clock, check
    case block, hold, warn, hint, no, lock, close, camera, search, globe, back, mail, file, refresh, shield, plus, qr
    case send, flag, mark
    case eyeOff = "eye-off"

    /// Written once for all pages.
    var markup: Markup { Self.written[self] ?? made }

    private static let written = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

    private var made: Markup {
        svg(.class("icon"), .hiddenFromReaders) {
            use(.href(Asset.path("icons.svg") + "#" + rawValue))
        }
    }
}
