import Database
import DatabaseTesting
import Testing

@Suite("Values are bound, never spliced")
struct BindingTests {
    @Test("every kind of value comes back as it went in", arguments: Engine.all)
    func roundTrip(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { db in
                try db.run(
                    """
                    CREATE TABLE things (
                        id \(.id), number \(.integer), ratio \(.real), flag \(.integer), name TEXT, data \(.bytes)
                    )\(.strict)
                    """
                )
                let nothing: String? = nil
                let noBytes: [UInt8]? = nil
                let noNumber: Int? = nil
                let noRatio: Double? = nil
                let numbers: [Int64] = [0, 1, -1, .max, .min]
                for number in numbers {
                    let id = try db.one(
                        """
                        INSERT INTO things (number, ratio, flag, name, data)
                        VALUES (\(number), \(0.1), \(true), \("Zoë ‘’ 🦉"), \([0, 255, 39, 92] as [UInt8]))
                        RETURNING id
                        """
                    ) { $0.int(0) }
                    let row = try db.one(
                        "SELECT number, ratio, flag, name, data FROM things WHERE id = \(id)"
                    ) { ($0.int(0), $0.double(1), $0.bool(2), $0.text(3), $0.bytes(4)) }
                    #expect(row == (number, 0.1, true, "Zoë ‘’ 🦉", [0, 255, 39, 92]))
                }
                let id = try db.one(
                    """
                    INSERT INTO things (number, ratio, name, data)
                    VALUES (\(noNumber), \(noRatio), \(nothing), \(noBytes)) RETURNING id
                    """
                ) { $0.int(0) }
                let row = try db.one("SELECT number, ratio, name, data FROM things WHERE id = \(id)") {
                    ($0.intOrNil(0), $0.doubleOrNil(1), $0.textOrNil(2), $0.bytesOrNil(3))
                }
                #expect(row == (nil, nil, nil, nil))
                let empty = try db.one(
                    "INSERT INTO things (name, data) VALUES (\(""), \([] as [UInt8])) RETURNING name, data"
                ) { ($0.textOrNil(0), $0.bytesOrNil(1)) }
                #expect(empty == ("", []))
            }
        }
    }
}
