import Database
import HTML
import Web

/// The school's own cameras and phones (S5, S22): who keeps the list may add to it and strike off it.
enum DeviceHandlers {
    static let index = FixedRoute(.get, "/devices")
    static let add = FixedRoute(.post, "/devices")
    static let retire = Route<SchoolDevice.ID>(.post, "/devices/:id/retirement")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.writePosts), use: index)
        router.on(add, for: .holding(.keepDevices), use: add)
        router.on(retire, for: .holding(.keepDevices), use: retire)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        try await page(viewer, context)
    }

    static func add(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        var reader = FormReader(request.form)
        let name = reader.line("name", missing: "Give it a name people know, such as Year 4 tablet.", most: 60)
        let make = reader.line("make", missing: "Write its maker, such as Canon or Apple.", most: 60)
        let model = reader.line(
            "model", missing: "Write its model, such as EOS 250D or iPad (9th generation).", most: 60)
        let serial = reader.line("serial", most: 60)
        guard reader.errors.isEmpty else {
            return try await page(viewer, context, typed: request.form, errors: reader.errors, status: 422)
        }
        let now = context.now()
        try await context.database.write { db in
            let id = try db.one(
                """
                INSERT INTO devices (school_id, name, make, model, serial, added_by, added_at)
                VALUES (\(viewer.school.id), \(name), \(make), \(model), \(serial), \(viewer.id), \(now)) RETURNING id
                """
            ) { $0.int(0) }
            try record("listed", id, name, by: viewer, at: now, in: db)
        }
        return .seeOther(index.path())
    }

    static func retire(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: SchoolDevice.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            let name = try db.first(
                """
                SELECT name FROM devices WHERE id = \(id) AND school_id = \(viewer.school.id) AND retired_at IS NULL
                """
            ) { $0.text(0) }
            guard let name else { throw Problem.notFound }
            try db.run("UPDATE devices SET retired_at = \(now) WHERE id = \(id)")
            try record("struck off the list", id.rawValue, name, by: viewer, at: now, in: db)
        }
        return .seeOther(index.path())
    }

    private static func record(
        _ verb: String, _ id: Int64, _ name: String, by viewer: Viewer, at now: Instant, in db: Connection
    ) throws {
        try Record.write(
            Event(verb, "device", id, in: .school(viewer.school.id), by: viewer.id, fields: [("name", name)]), at: now,
            in: db)
    }

    private static func page(
        _ viewer: Viewer, _ context: Context, typed: Form = Form(), errors: FieldErrors = FieldErrors(),
        status: Int = 200
    ) async throws -> Response {
        let devices = try await context.database.read { db in try SchoolDevice.all(at: viewer.school.id, in: db) }
        return .page(
            DevicesPage(devices: devices, typed: typed, errors: errors, viewer: viewer, context: context).body,
            status: status)
    }
}

struct DevicesPage: HTML {
    let devices: [SchoolDevice]
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Cameras and phones", in: .devices, for: viewer, context) {
            PageHead(
                overline: "Posts", heading: heading,
                lede:
                    "Pictures say what took them. What is not on this list waits for leadership, where the policy asks for it."
            )
            errors.summary
            div(.class("split")) {
                if devices.isEmpty {
                    Empty(
                        heading: "No device is listed yet",
                        text: viewer.may(.keepDevices)
                            ? "The school’s own cameras, tablets and phones appear here."
                            : "The office, the head or an administrator lists them here.")
                } else {
                    list
                }
                if viewer.may(.keepDevices) { adding }
            }
        }
    }

    private var heading: String {
        switch devices.count {
        case 0: "Cameras and phones"
        case 1: "One camera or phone is the school’s own"
        default: "\(devices.count.inWordsCapitalised) cameras and phones are the school’s own"
        }
    }

    private var list: Markup {
        ul(.class("post-list"), .role("list")) {
            for device in devices {
                li(.class("note-row row row--apart")) {
                    div {
                        h2 { device.name }
                        p(.class("small soft")) {
                            device.kind
                            if !device.serial.isEmpty { ", number \(device.serial)" }
                        }
                    }
                    if viewer.may(.keepDevices) {
                        form(.method("post"), .action(DeviceHandlers.retire.path(device.id))) {
                            CSRFField(viewer)
                            button(.class("button button--quiet"), .type("submit")) {
                                "Strike off the list"
                                span(.class("hush")) { ": \(device.name)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var adding: Markup {
        form(.class("card stack"), .method("post"), .action(DeviceHandlers.add.path())) {
            h2 { "Add one" }
            CSRFField(viewer)
            field("What people call it", "name", hint: "Such as Year 4 tablet.")
            field("Maker", "make", hint: "As its pictures say it: add a picture to a post to see. Such as Canon.")
            field("Model", "model", hint: "Such as EOS 250D.")
            field(
                "Serial number (optional)", "serial",
                hint: "Cameras write it into their pictures; most phones do not.")
            p { button(.class("button"), .type("submit")) { "Add it to the list" } }
        }
    }

    private func field(_ caption: String, _ name: String, hint: String) -> Field {
        Field(
            caption, name: name, value: errors.isEmpty ? "" : typed[name] ?? "", hint: hint, error: errors[name],
            autocomplete: "off")
    }
}
