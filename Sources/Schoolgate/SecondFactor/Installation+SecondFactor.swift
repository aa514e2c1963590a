import Database

extension Installation {
    /// Removes somebody's second factor for whoever runs the server, and answers with their name.
    ///
    /// For the one administrator whom no other can help. The person is signed out and told.
    public func removeSecondFactor(of email: String, at now: Instant) async throws -> String {
        try await database.write { db in
            let person = try db.first(
                "SELECT \(Person.columns) FROM people WHERE email = \(email.lowercased())", Person.init(row:))
            guard let person else {
                throw InstallationProblem("Nobody signs in with \(email). Look at the address on the page People.")
            }
            guard try SecondFactor.exists(for: person.id, in: db) else {
                throw InstallationProblem("\(person.name) has no second factor; the password alone is asked for.")
            }
            try SecondFactor.remove(of: person.id, by: nil, in: .trust, at: now, in: db)
            return person.name
        }
    }
}
