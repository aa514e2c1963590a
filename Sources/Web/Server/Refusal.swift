/// Why the server itself does not accept a request, said to who sent it.
struct Refusal: Error, Equatable {
    let status: Int
    let message: String

    init(_ status: Int, _ message: String) {
        self.status = status
        self.message = message
    }
}
