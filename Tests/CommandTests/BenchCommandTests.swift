import Foundation
import Testing

/// The benches run at a tiny size; their figures are for people on a quiet machine, not for tests.
@Suite struct BenchCommandTests {
    @Test func `the gate is measured and says in JSON what a check costs`() throws {
        let report = try bench(["gate", "--pupils", "300", "--rounds", "1"])
        #expect(report["bench"] as? String == "gate")
        #expect(try #require(report["checkMedianNanoseconds"] as? Int) > 0)
        #expect(try #require(report["checkP99Nanoseconds"] as? Int) > 0)
        #expect(try #require(report["buildNanoseconds"] as? Int) > 0)
        #expect(try #require(report["findings"] as? Int) > 0)
        #expect(report["retainedBytes"] is Int && report["peakBytes"] is Int)
    }

    @Test func `rehearsing says how many posts a core judges in a second`() throws {
        let report = try bench(["rehearsal", "--pupils", "300", "--posts", "40"])
        #expect(report["posts"] as? Int == 40)
        #expect(try #require(report["ratePerSecond"] as? Int) > 0)
    }

    @Test func `the record is checked beside hashing the same bytes alone`() throws {
        let report = try bench(["record", "--events", "50"])
        #expect(report["events"] as? Int == 50)
        // One for each event, and one for each of its details.
        #expect(report["digests"] as? Int == 50 + 75)
        #expect(try #require(report["ratePerSecond"] as? Int) > 0)
        #expect(try #require(report["hashAloneNanoseconds"] as? Int) > 0)
    }

    @Test func `pages are asked for over HTTP, signed in`() throws {
        let report = try bench(["pages", "--pupils", "30", "--requests", "2"])
        #expect(try #require(report["todayNanoseconds"] as? Int) > 0)
        #expect(try #require(report["composerNanoseconds"] as? Int) > 0)
        #expect(try #require(report["composerSizeBytes"] as? Int) > 1_000)
        #expect(try #require(report["residentBytes"] as? Int) > 1_000_000)
        #expect(try #require(report["startNanoseconds"] as? Int) > 0)
    }

    @Test func `a picture is made ready in the child process`() throws {
        let picture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Demo/pictures/field.png").standardizedFileURL
        let report = try bench(["photo", picture.path, "--rounds", "1"])
        #expect(try #require(report["readyMedianNanoseconds"] as? Int) > 0)
    }

    @Test func `writing a page is measured`() throws {
        let report = try bench(["markup", "--rounds", "3"])
        #expect(try #require(report["pageMedianNanoseconds"] as? Int) > 0)
    }

    @Test func `a size that makes no sense is refused`() throws {
        try inFolder([:]) { folder in
            let result = try schoolgate(["bench", "gate", "--pupils", "none"], in: folder)
            #expect(result.status == 2)
            #expect(result.errors.contains("`--pupils` is a number from 1 to"))
        }
    }

    private func bench(_ arguments: [String]) throws -> [String: Any] {
        var report: [String: Any] = [:]
        try inFolder([:]) { folder in
            let result = try schoolgate(["bench"] + arguments + ["--format", "json"], in: folder)
            #expect(result.status == 0, "\(result.errors)")
            report = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        }
        return report
    }
}
