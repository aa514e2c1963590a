/// Where the policies that others extend come from: files beside each other, or the application's database.
public struct PolicyLibrary: Sendable {
    /// A policy's text by its name, and what to call it in messages; nil when there is none.
    public let policy: @Sendable (_ name: String) -> (file: String, bytes: [UInt8])?
    /// The names there are, to find the nearest.
    public let names: @Sendable () -> [String]

    public init(
        policy: @escaping @Sendable (_ name: String) -> (file: String, bytes: [UInt8])?,
        names: @escaping @Sendable () -> [String]
    ) {
        self.policy = policy
        self.names = names
    }

    /// No policy can be extended.
    public static let empty = PolicyLibrary(policy: { _ in nil }, names: { [] })
}

/// What reading a policy gives: the rulebook, unless something is wrong, and everything there is to say.
public struct PolicyReading: Sendable {
    /// Its own text, when that could be read at all.
    public let document: PolicyDocument?
    /// Nil when there is an error in it or in what it extends.
    public let rulebook: Rulebook?
    /// In the order of the files and lines.
    public let problems: [PolicyProblem]

    public var errors: [PolicyProblem] { problems.filter { !$0.isNote } }
    public var notes: [PolicyProblem] { problems.filter(\.isNote) }
}

/// Reads policies: Markdown with rules, the policies they extend, and whether they only tighten.
public struct PolicyReader: Sendable {
    static let chainLimit = 8

    public let catalogue: Catalogue
    public let library: PolicyLibrary

    public init(catalogue: Catalogue, library: PolicyLibrary = .empty) {
        self.catalogue = catalogue
        self.library = library
    }

    public func read(_ bytes: [UInt8], file: String) -> PolicyReading {
        var problems: [PolicyProblem] = []
        let (document, resolved) = resolve(bytes, file: file, chain: [], problems: &problems)
        let sorted = sort(problems, mainFile: file)
        let isSound = !sorted.contains { !$0.isNote }
        return PolicyReading(document: document, rulebook: isSound ? resolved?.rulebook : nil, problems: sorted)
    }

    public func read(_ text: String, file: String) -> PolicyReading { read(Array(text.utf8), file: file) }

    private func resolve(
        _ bytes: [UInt8], file: String, chain: [String], problems all: inout [PolicyProblem]
    ) -> (PolicyDocument?, ResolvedPolicy?) {
        var problems = Problems(file: file)
        defer { all += problems.all }
        guard let document = PolicyDocument.read(bytes, file: file, problems: &problems) else { return (nil, nil) }
        var base: ResolvedPolicy?
        if let name = document.extends {
            base = self.base(name, of: document, chain: chain + [file], problems: &problems, all: &all)
        }
        let resolver = Resolver(document: document, base: base, catalogue: catalogue)
        return (document, resolver.resolve(problems: &problems))
    }

    private func base(
        _ name: String, of document: PolicyDocument, chain: [String], problems: inout Problems,
        all: inout [PolicyProblem]
    ) -> ResolvedPolicy? {
        guard let found = library.policy(name) else {
            problems.add(
                document.extendsPosition,
                "there is no policy `\(name)` to extend"
                    + suggestion(for: name, in: library.names(), naming: "there is"))
            return nil
        }
        guard !chain.contains(found.file) else {
            let loop = (chain.drop { $0 != found.file } + [found.file]).joined(separator: " extends ")
            problems.add(document.extendsPosition, "`extends` goes round in a circle: \(loop)")
            return nil
        }
        guard chain.count < PolicyReader.chainLimit else {
            problems.add(
                document.extendsPosition, "expected a chain of at most \(PolicyReader.chainLimit) policies that extend")
            return nil
        }
        let (_, resolved) = resolve(found.bytes, file: found.file, chain: chain, problems: &all)
        return resolved.map { $0.named(name) }
    }

    /// The file that was asked for first, then what it extends, each from top to bottom.
    private func sort(_ problems: [PolicyProblem], mainFile: String) -> [PolicyProblem] {
        problems.enumerated().sorted { a, b in
            let (isMainA, isMainB) = (a.element.file == mainFile, b.element.file == mainFile)
            if isMainA != isMainB { return isMainA }
            if a.element.file != b.element.file { return a.element.file < b.element.file }
            if a.element.position != b.element.position { return a.element.position < b.element.position }
            return a.offset < b.offset
        }.map(\.element)
    }
}
