import Policy
import Web

/// Reads the fields of a form one after the other, and collects what has to be put right.
struct FormReader {
    private let form: Form
    private(set) var errors = FieldErrors()

    init(_ form: Form) { self.form = form }

    mutating func refuse(_ name: String, _ message: String) { errors.add(name, message) }

    /// One line without control characters; `missing` is what to say when it is empty, nil when it may be.
    mutating func line(_ name: String, missing: String? = nil, most: Int = 120) -> String {
        let text = (form[name] ?? "").trimmed
        if text.isEmpty {
            if let missing { errors.add(name, missing) }
            return ""
        }
        guard text.count <= most else {
            errors.add(name, "This has \(text.count) characters. Up to \(most) fit.")
            return ""
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            errors.add(name, "This holds a character that cannot be shown. Type it again.")
            return ""
        }
        return text
    }

    /// Several lines.
    mutating func text(_ name: String, missing: String? = nil, most: Int = 2_000) -> String {
        let text = (form[name] ?? "").trimmed
        if text.isEmpty, let missing { errors.add(name, missing) }
        guard text.count <= most else {
            errors.add(name, "This has \(text.count) characters. Up to \(most) fit.")
            return ""
        }
        return text
    }

    /// An address with something on both sides of its @, in small letters.
    mutating func email(_ name: String) -> String {
        let text = line(name, missing: "Write an email address, such as office@larkmere.example.", most: 254)
        guard !text.isEmpty else { return "" }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !text.contains(" ") else {
            errors.add(name, "Add the part after the @, such as @larkmere.example")
            return ""
        }
        return text.lowercased()
    }

    /// A day as browsers send it; nil when it is empty.
    mutating func day(_ name: String, missing: String? = nil) -> Day? {
        let text = (form[name] ?? "").trimmed
        guard !text.isEmpty else {
            if let missing { errors.add(name, missing) }
            return nil
        }
        guard let day = Day(text), (1_900...2_200).contains(day.year) else {
            errors.add(name, "“\(text.prefix(20))” is not a day. Write it as 2026-11-21.")
            return nil
        }
        return day
    }

    func finish() throws {
        if !errors.isEmpty { throw errors }
    }
}
