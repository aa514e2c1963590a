import Glibc
import Testing

@testable import Schoolgate

@Suite("Pages as PDF", .serialized)
struct PDFPrinterTests {
    private let printer = PDFPrinter()

    @Test("a page becomes a PDF")
    func page() async throws {
        let pdf = try await printer.print("<!DOCTYPE html><title>Policy</title><h1>Social media – “policy”</h1>")
        #expect(pdf.starts(with: "%PDF-".utf8))
        #expect(pdf.suffix(16).contains(UInt8(ascii: "%")))
    }

    /// Every way in which a page asks for something.
    private func page(asking address: String) -> String {
        """
        <!DOCTYPE html><link rel="stylesheet" href="\(address)"><link rel="attachment" href="\(address)">
        <style>@import url("\(address)"); @font-face { font-family: x; src: url("\(address)") }
        body { background: url("\(address)"); font-family: x } p::before { content: url("\(address)") }</style>
        <img src="\(address)" alt=""><object data="\(address)"></object><embed src="\(address)">
        <a rel="attachment" href="\(address)">File</a><iframe src="\(address)"></iframe>
        <svg xmlns="http://www.w3.org/2000/svg"><image href="\(address)"/><use href="\(address)#a"/></svg>
        <img alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='\(address)'/%3E%3C/svg%3E">
        <link rel="stylesheet" href="data:text/css,@import url('\(address)');">
        """
    }

    @Test("a page cannot have a file of the machine read")
    func files() async throws {
        // Reading a pipe that nobody writes to would take for ever.
        let path = "/tmp/schoolgate-pipe-\(getpid())"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        _ = try await PDFPrinter(time: .seconds(20)).print(page(asking: "file://\(path)"))

        for name in [path, "../../../../..\(path)", "FILE://\(path)", "//\(path)", "file:\(path)"] {
            _ = try await PDFPrinter(time: .seconds(20)).print(page(asking: name))
        }
    }

    @Test("a page cannot have an address of the machine's network asked")
    func addresses() async throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        try #require(isBound)
        let port = UInt16(bigEndian: address.sin_port)
        _ = try await printer.print(page(asking: "http://127.0.0.1:\(port)/secret"))
        #expect(accept(listener, nil, nil) == -1, "somebody asked")
    }

    @Test("a picture that stands in the page is printed")
    func dataAddresses() async throws {
        let svg =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E"
            + "%3Crect width='9' height='9' fill='green'/%3E%3C/svg%3E"
        let with = try await printer.print("<!DOCTYPE html><img alt='' src=\"\(svg)\">")
        let without = try await printer.print("<!DOCTYPE html><img alt=''>")
        #expect(with.count > without.count)
    }

    @Test("a page that takes for ever is given up")
    func time() async throws {
        let rows = String(repeating: "<table><tr><td>x<td>y</table>", count: 20_000)
        let start = ContinuousClock.now
        await #expect(throws: PDFPrinter.Failure.tookTooLong) {
            try await PDFPrinter(time: .seconds(1)).print("<!DOCTYPE html>" + rows)
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test("a page that needs too much memory or is too large gets no PDF")
    func memory() async {
        await #expect(throws: PDFPrinter.Failure.self) {
            try await PDFPrinter(memory: 40 * 1_048_576).print("<p>small</p>")
        }
        await #expect(throws: PDFPrinter.Failure.tooLarge) {
            try await printer.print(String(repeating: "x", count: 8 * 1_048_576 + 1))
        }
    }

    @Test("nothing of this program's environment reaches the process")
    func environment() async throws {
        // Python would not even start with this.
        setenv("PYTHONHOME", "/nowhere", 1)
        defer { unsetenv("PYTHONHOME") }
        #expect(try await printer.print("<p>a</p>").starts(with: "%PDF-".utf8))
    }
}
