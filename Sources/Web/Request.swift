/// One request, read whole and within the server's limits.
public struct Request: Sendable {
    public var method: Method
    /// Decoded, begins with `/`, holds neither NUL nor dot segments.
    public var path: String
    public var query: Form
    /// By lower-case name; those a proxy adds are only there when the proxy is trusted.
    public var headers: [String: String]
    public var cookies: [String: String]
    /// Fields of a urlencoded or multipart body.
    public var form: Form
    /// The client's address, after the trusted proxy has been believed.
    public var address: String
    /// The body of any type that is not a form, such as JSON.
    public var body: [UInt8]
    /// Whether the client speaks TLS to the trusted proxy.
    public var isSecure: Bool
    /// Short and random: for the log, and for a person to quote.
    public var id: String

    public init(
        _ method: Method, _ path: String, query: Form = Form(), headers: [String: String] = [:],
        cookies: [String: String] = [:], form: Form = Form(), address: String = "127.0.0.1", body: [UInt8] = [],
        isSecure: Bool = false, id: String = Request.newID()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.cookies = cookies
        self.form = form
        self.address = address
        self.body = body
        self.isSecure = isSecure
        self.id = id
    }

    /// Eight letters and digits without those that are easily confused.
    public static func newID() -> String {
        let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)
        return String(decoding: (0..<8).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] }, as: UTF8.self)
    }
}
