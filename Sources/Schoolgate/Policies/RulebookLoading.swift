import Database
import Policy

extension PolicyVersion {
    func rulebook(in db: Connection) throws -> Rulebook {
        Rulebook(title: "", number: "", clauses: [], rules: [])
    }
}
