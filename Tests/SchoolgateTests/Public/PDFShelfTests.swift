import Synchronization
import Testing

@testable import Schoolgate

/// Counts what is made, and holds it back until told.
private final class Press: Sendable {
    private let count = Mutex(0)
    private let gate = Mutex<[CheckedContinuation<Void, Never>]?>([])

    var made: Int { count.withLock { $0 } }

    func open() {
        let waiting = gate.withLock { gate in
            defer { gate = nil }
            return gate ?? []
        }
        for one in waiting { one.resume() }
    }

    func make(_ page: String) async throws -> [UInt8] {
        count.withLock { $0 += 1 }
        await withCheckedContinuation { continuation in
            let isOpen = gate.withLock { gate in
                gate?.append(continuation)
                return gate == nil
            }
            if isOpen { continuation.resume() }
        }
        if page == "broken" { throw Problem.refused("The PDF could not be made.") }
        return Array("%PDF-\(page)".utf8)
    }
}

@Suite("The shelf of PDFs", .timeLimit(.minutes(1)))
struct PDFShelfTests {
    @Test("A page that many ask for at once, and again, is made once")
    func once() async throws {
        let press = Press()
        let shelf = PDFShelf(making: press.make)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<50 { group.addTask { try await shelf.pdf("policy") } }
            press.open()
            for try await pdf in group { #expect(pdf == Array("%PDF-policy".utf8)) }
        }
        _ = try await shelf.pdf("policy")
        #expect(press.made == 1)
        _ = try await shelf.pdf("policy, changed")
        #expect(press.made == 2)
    }

    @Test("More than a few different ones at once are refused with a reason")
    func patience() async throws {
        let press = Press()
        let shelf = PDFShelf(making: press.make)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<PDFShelf.patience { group.addTask { _ = try? await shelf.pdf("page \(number)") } }
            while press.made < PDFShelf.patience { await Task.yield() }
            let refusal = await #expect(throws: Problem.self) { try await shelf.pdf("one more") }
            #expect(refusal?.status == 503)
            press.open()
        }
        #expect(press.made == PDFShelf.patience)
    }

    @Test("What could not be made is not tried again for a minute")
    func failure() async throws {
        let press = Press(), clock = Mutex(ContinuousClock.now)
        press.open()
        let shelf = PDFShelf(now: { clock.withLock { $0 } }, making: press.make)
        for _ in 0..<3 { await #expect(throws: Problem.self) { try await shelf.pdf("broken") } }
        #expect(press.made == 1)
        clock.withLock { $0 = $0 + .seconds(61) }
        await #expect(throws: Problem.self) { try await shelf.pdf("broken") }
        #expect(press.made == 2)
    }
}
