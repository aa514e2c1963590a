import Database

extension Migration {
    static let outbox = Migration("0011_outbox") { db in
        // Who holds a delivery: whoever lost it to another worker writes nothing more.
        try db.run("ALTER TABLE deliveries ADD COLUMN lease TEXT")
        // When to look once more whether something that was given up has arrived after all.
        try db.run("ALTER TABLE deliveries ADD COLUMN look_at \(.integer)")
        try db.run("CREATE INDEX deliveries_to_look ON deliveries (look_at)")
    }
}
