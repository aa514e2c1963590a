import Testing
import Web

@Suite struct PartTests {
    private func answer(_ range: String?) -> Response {
        let headers = range.map { ["range": $0] } ?? [:]
        return Response.part(
            of: Array("0123456789".utf8), type: "video/mp4", asked: Request(.get, "/", headers: headers))
    }

    @Test(arguments: [
        ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=4-", "456789", "bytes 4-9/10"),
        ("bytes=-3", "789", "bytes 7-9/10"), ("bytes=8-400", "89", "bytes 8-9/10"),
        ("bytes=-400", "0123456789", "bytes 0-9/10"), ("bytes=9-9223372036854775807", "9", "bytes 9-9/10"),
    ])
    func `a player is given the part it asks for`(range: String, body: String, said: String) {
        let response = answer(range)
        #expect(response.status == 206)
        #expect(String(decoding: response.body, as: UTF8.self) == body)
        #expect(response.header("Content-Range") == said)
    }

    @Test(arguments: [nil, "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=--1"])
    func `anything else is answered with all of it`(range: String?) {
        let response = answer(range)
        #expect(response.status == 200 && response.body.count == 10)
        #expect(response.header("Accept-Ranges") == "bytes")
    }

    @Test func `a part behind the end is refused with its length`() {
        #expect(answer("bytes=10-").status == 416)
        #expect(answer("bytes=10-").header("Content-Range") == "bytes */10")
    }
}
