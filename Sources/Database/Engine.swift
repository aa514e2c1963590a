/// The two engines Schoolgate runs on. Both run the same SQL, migrations and tests.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgresql
}
