internal import CCurl

/// Dates as HTTP and RSS write them, such as `Sat, 21 Nov 2026 18:00:00 GMT`.
enum HTTPDate {
    /// Milliseconds since 1970, UTC; nil when it is no date.
    static func milliseconds(_ text: String) -> Int64? {
        guard text.utf8.count < 100 else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Int64(seconds) * 1_000
    }
}
