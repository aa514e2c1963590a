import Database
import Policy
import Testing
import Web

@testable import Schoolgate

@Suite struct DeviceTests {
    @Test("S5: a picture from a device that is not the school's waits; one of the school's goes through")
    func otherDevice() async throws {
        try await withPhotoPosting { test in
            try await test.keepDevices()
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            try await test.take(with: "Apple", "iPhone 12")
            await tom.visit("/posts/1/edit")
            #expect(tom.sees("The file said: Apple iPhone 12, which is not on the school’s list."))
            #expect(tom.sees("Picture 1 was taken with an Apple iPhone 12, which is not on the school&#39;s list."))
            var fields = tom.walk(["device-0": "1"])
            await tom.submit("/posts/1/draft", fields)
            #expect(tom.sees("its author says with “Office camera”"), "what is said and what the file says differ")

            try await test.take(with: "Canon", "Canon EOS 250D")
            await tom.visit("/posts/1/edit")
            #expect(tom.sees("The file said: Canon EOS 250D, which is on the school’s list."))
            #expect(!tom.sees("finding--hold"))
            fields["intent"] = "send"
            fields["edits"] = "1"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.state == .scheduled)
        }
    }

    @Test("S5: a picture from somebody's own phone waits, whatever the file says")
    func ownDevice() async throws {
        try await withPhotoPosting { test in
            try await test.keepDevices()
            var tom = await Visitor(test.site, as: "Tom")
            try await tom.attachWalk()
            var fields = tom.walk(["device-0": "own"])
            fields["intent"] = "send"
            await tom.submit("/posts/1/draft", fields)
            #expect(try await test.post(1)?.state == .held)
            #expect(tom.sees("Picture 1 was taken with somebody&#39;s own camera or phone."))
        }
    }

    @Test("The list of devices is kept by office, head and administrators; teachers read it")
    func list() async throws {
        try await withPhotoPosting { test in
            var dawn = await Visitor(test.site, as: "Dawn")
            await dawn.visit("/devices")
            await dawn.submit("/devices", ["name": "Office camera", "make": "", "model": "EOS 250D"])
            #expect(dawn.page.status == 422 && dawn.sees("Write its maker"))
            await dawn.submit("/devices", ["name": "Office camera", "make": "Canon", "model": "EOS 250D"])
            #expect(dawn.sees("One camera or phone is the school’s own"))
            var tom = await Visitor(test.site, as: "Tom")
            await tom.visit("/devices")
            #expect(tom.sees("Office camera") && !tom.sees("Strike off the list"))
            await tom.post("/devices/1/retirement", [:])
            #expect(tom.page.status == 404)
            var sam = await Visitor(test.site, as: "Sam")
            await sam.visit("/devices")
            #expect(!sam.sees("Office camera"))
            await sam.post("/devices/1/retirement", [:])
            #expect(sam.page.status == 404)
            await dawn.submit("/devices/1/retirement", [:])
            #expect(dawn.sees("No device is listed yet"))
        }
    }
}

extension TestSite {
    /// A policy that asks about devices, and one camera that is Larkmere's.
    fileprivate func keepDevices() async throws {
        let camera = """
            ---
            title: Devices
            sign-off: [headteacher, chair]
            ---

            ## Images

            School devices only. {#images.own-devices clauses=S5}

            ```rule
            posts.device:
            ```
            """
        try await database.write { db in
            try db.run("UPDATE policy_versions SET source = \(camera)")
            try Revision.policies.raise(in: db)
            try db.run(
                """
                INSERT INTO devices (school_id, name, make, model, added_at)
                VALUES (1, 'Office camera', 'Canon', 'EOS 250D', 0)
                """
            )
        }
    }

    /// As if the file had said so.
    fileprivate func take(with make: String, _ model: String) async throws {
        try await database.write { db in
            try db.run("UPDATE working_pictures SET device_make = \(make), device_model = \(model)")
        }
    }
}
