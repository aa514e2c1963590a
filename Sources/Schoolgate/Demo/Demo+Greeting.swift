import Database
import Policy

extension Demo {
    /// One person for each thing there is to see, and where.
    private static let faces = [
        "L01", "L03", "L04", "L05", "L06", "L17", "L18", "L16", "A01", "A08", "A12", "F01", "F10",
    ]

    /// Who to sign in as, in a table.
    static func greeting(_ context: Context) async throws -> [String] {
        let today = context.today
        let rows = try await context.database.read { db in
            try faces.compactMap { staffID -> [String]? in
                guard
                    let id = try db.first(
                        "SELECT id FROM people WHERE staff_id = \(staffID)", { Person.ID($0.int(0)) }),
                    let person = try Person.find(id, in: db),
                    let appointment = try Person.appointments(of: id, on: today, in: db).first
                else { return nil }
                let school = try appointment.school.flatMap { try School.find($0, in: db) }
                return [person.name, appointment.role.title, school?.name ?? "The whole trust", person.email]
            }
        }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return ["", "This is a demo. Sign in as, for example:", ""]
            + rows.map { row in
                "  "
                    + zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
                    .joined(separator: "  ")
            } + ["", "Everybody’s password: \(password)", ""]
    }
}
