import Database

extension Migration {
    static let links = Migration("0012_links") { db in
        // When the person a link was made for said that they had asked for it.
        try db.run("ALTER TABLE one_time_links ADD COLUMN confirmed_at \(.integer)")
        try db.run("CREATE INDEX one_time_links_by_person ON one_time_links (person_id, created_at)")
    }
}
