import Database
import Gate
import Policy

extension DemoBuilder {
    /// The website that Schoolgate cannot get into any more.
    static let website = "website"
    private static let trouble =
        "www.larkmere.example no longer takes the application password. Make a new one in WordPress, under Users, Profile, and connect the website again."

    mutating func planAccounts() {
        let heads = ["larkmere": "L18", "alderweir": "A01", "fennbridge": "F13"]
        for (code, staffID) in heads.sorted(by: { $0.key < $1.key }) {
            plan(daysAgo: 380, "11:00") { builder, now in
                let name = try builder.school(code).name
                try builder.connect("practice", named: name, as: "\(code) wordpress", at: code, by: staffID, now)
                try builder.connect(
                    "practice", named: "Trying things out", as: "\(code) practice", at: code, by: staffID, now)
            }
        }
        plan(daysAgo: 378, "09:10") { builder, now in
            try builder.db.run(
                """
                INSERT INTO devices (school_id, name, make, model, serial, added_by, added_at)
                VALUES (\(builder.school("larkmere").id), 'Office camera', 'Canon', 'Canon EOS 250D', '043071002816',
                    \(builder.person("L18").id), \(now)),
                (\(builder.school("larkmere").id), 'Year 4 tablet', 'Apple', 'iPad (9th generation)', '',
                    \(builder.person("L18").id), \(now))
                """
            )
        }
        plan(daysAgo: 379, "14:20") { builder, now in
            try builder.connect("wordpress", named: "School website", as: Self.website, at: "larkmere", by: "L18", now)
        }
        plan(daysAgo: 379, "14:30") { builder, now in
            let account = try builder.account(Self.website), head = try builder.person("L18").id
            try AccountSecret.keep(
                "of the demo, opens nothing", .password, label: "WordPress sign-in of the office", of: account,
                by: head,
                builder.context.at(now), in: builder.db)
            try AccountSecret.keep(
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", .oneTimeCodes, label: "Second factor of the office", of: account,
                by: head, builder.context.at(now), in: builder.db)
        }
        plan(daysAgo: 6, "07:30") { builder, _ in
            let account = try builder.account(Self.website).id
            try builder.db.run("UPDATE accounts SET trouble = \(Self.trouble) WHERE id = \(account)")
        }
    }

    private mutating func connect(
        _ network: Network, named name: String, as key: String, at code: String, by staffID: String, _ now: Instant
    ) throws {
        let isWebsite = network == "wordpress"
        let id = try Account.connect(
            AccountForm(
                network: network, name: name, address: isWebsite ? "https://www.larkmere.example" : "practice",
                username: isWebsite ? "schoolgate" : "", secret: isWebsite ? "of the demo, opens nothing" : nil),
            at: try school(code).id, by: try person(staffID).id, context.at(now), in: db)
        try settle(id, named: key, now)
        accounts[key] = try Account.find(id, in: db)
    }
}
