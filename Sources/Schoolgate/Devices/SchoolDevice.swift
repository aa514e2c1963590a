import Database
import Imaging

/// A camera or phone that belongs to a school, so that pictures can be held against it (S5).
struct SchoolDevice: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<SchoolDevice>

    let id: ID
    /// As people at the school call it.
    let name: String
    /// As its pictures say it.
    let make: String
    let model: String
    /// Empty where it is not known, as of most phones.
    let serial: String
    let addedAt: Instant

    /// The devices in use at a school.
    static func all(at school: School.ID, in db: Connection) throws -> [SchoolDevice] {
        try db.all(
            """
            SELECT id, name, make, model, serial, added_at FROM devices
            WHERE school_id = \(school) AND retired_at IS NULL ORDER BY name, id
            """
        ) {
            SchoolDevice(
                id: ID($0.int(0)), name: $0.text(1), make: $0.text(2), model: $0.text(3), serial: $0.text(4),
                addedAt: Instant(milliseconds: $0.int(5)))
        }
    }

    /// Whether a picture may be its own: makers write their names in many ways, so case and repeated makes are nothing.
    func fits(_ device: PictureDevice) -> Bool {
        guard Self.plain(device.make, device.model) == Self.plain(make, model) else { return false }
        return serial.isEmpty || device.serial.isEmpty || Self.plain("", serial) == Self.plain("", device.serial)
    }

    private static func plain(_ make: String, _ model: String) -> String {
        let maker = make.lowercased().filter { $0.isLetter || $0.isNumber }
        let model = model.lowercased().filter { $0.isLetter || $0.isNumber }
        // Some write the make into the model once more.
        return maker.isEmpty || model.hasPrefix(maker) ? model : maker + model
    }
}

extension PictureDevice {
    /// As people read it: `Apple iPhone 12`.
    var name: String {
        let isRepeated = model.lowercased().hasPrefix(make.lowercased())
        let words = isRepeated ? model : "\(make) \(model)"
        return words.trimmed.isEmpty ? "device with number \(serial)" : words.trimmed
    }
}

extension SchoolDevice {
    /// Maker and model; many models begin with the maker's name already.
    var kind: String { model.lowercased().hasPrefix(make.lowercased()) ? model : "\(make) \(model)" }
}
