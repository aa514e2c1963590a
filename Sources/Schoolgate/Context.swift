import Crypto
import Database
import Imaging
import OpenID
import Policy

/// What handlers may use. Tests vary every part of it.
struct Context: Sendable {
    let database: Database
    let configuration: Configuration
    let keys: Keys
    let vault: Vault
    let passwords: Passwords
    let log: Log
    let now: @Sendable () -> Instant
    let clock = WallClock.unitedKingdom
    let rooms = GateRooms()
    let rehearsals = RehearsalDesk()
    let navigation = Navigation()
    let media: MediaFolder
    let networks: NetworkDirectory
    let links: LinkFacts
    let pictures: PictureWorker
    /// Nil where people have passwords alone.
    var identity: IdentityProvider?
    let pdfs = PDFShelf { html in try await PDFPrinter().pdf(html) }

    var today: Day { clock.day(of: now()) }
}
