struct PDFPrinter: Sendable {
    func pdf(_ html: String) async throws -> [UInt8] { throw Problem.refused("no PDF yet") }
}
