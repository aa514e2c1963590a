import Crypto

/// What a password has to be: long, and not what anybody would try first.
enum PasswordRules {
    static let shortest = 12
    /// How much has to be left when everything easily guessed is taken out.
    private static let leastOfOnesOwn = 8
    private static let guesses = [
        "password", "passwort", "schoolgate", "welcome", "letmein", "qwertyuiop", "qwerty", "asdfgh", "school",
        "1234567890", "0123456789", "123456", "abcdef", "iloveyou",
    ]

    static let hint =
        "At least 12 characters. Three or four words that do not belong together are easy to keep in mind."

    /// What is wrong with a password, in words for the person; nil when it is fine.
    static func problem(_ password: String, of person: Person, schools: [String]) -> String? {
        guard password.count >= shortest else {
            return "This has \(password.count) characters. Use at least \(shortest); a few words with spaces are fine."
        }
        guard password.utf8.count <= Passwords.longest else {
            return "This is longer than the \(Passwords.longest) bytes we can keep. Use a shorter one."
        }
        guard Set(password.unicodeScalars).count >= 5 else {
            return "This is a few characters repeated. Use words of your own."
        }
        let local = person.email.split(separator: "@").first.map(String.init) ?? ""
        let known = ([person.firstName, person.lastName, local, person.email] + schools)
            .flatMap { [$0] + $0.split(separator: " ").map(String.init) }.map(folded).filter { $0.count >= 3 }
        var rest = folded(password)
        for word in Set(known + guesses).sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
            while let range = rest.firstRange(of: word) { rest.removeSubrange(range) }
        }
        guard rest.count >= leastOfOnesOwn else {
            return "Without your name, your address, the school’s name and words that everybody tries first, "
                + "\(rest.isEmpty ? "nothing is" : "\(rest.count) characters are") left. Add words of your own."
        }
        return nil
    }

    /// Letters and digits in small letters, so that `R-u.t h` is still Ruth.
    private static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
