import Database

extension Migration {
    /// Wrong passwords are counted by the place they come from (`sign_in_attempts`); these counted them by person.
    static let signInColumns = Migration("0024_sign_in_columns") { db in
        try db.run("ALTER TABLE people DROP COLUMN failed_sign_ins")
        try db.run("ALTER TABLE people DROP COLUMN locked_until")
    }
}
