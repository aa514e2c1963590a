/// Every route of a site, each with who may use it.
public struct Router<Context: Sendable>: Sendable {
    private typealias Handler = @Sendable (Request, Context) async throws -> Response

    private struct Entry: Sendable {
        let method: Method
        let pattern: String
        let access: String
        let segments: [Segment]
        /// Nil when a component is not of its parameter's type.
        let handler: @Sendable ([Substring]) -> Handler?
    }

    /// What a route is found by: how many components, and the first when it is literal.
    private struct Key: Hashable {
        let count: Int
        let first: String?
    }

    private var entries: [Key: [Entry]] = [:]

    /// Each route in the order of registration: for a test that every route has the rule it should.
    public private(set) var routes: [RegisteredRoute] = []

    public init() {}

    /// Answers `route`, after `access` has established who is asking.
    ///
    /// There is no default: a route that forgets to say who may use it does not compile.
    public mutating func on<Who: Sendable, each P>(
        _ route: Route<repeat each P>,
        for access: Access<Context, Who>,
        use handler: @escaping @Sendable (Request, Context, Who, repeat each P) async throws -> Response
    ) {
        let entry = Entry(
            method: route.method, pattern: route.pattern, access: access.name, segments: route.segments
        ) { components in
            guard let values = route.values(components) else { return nil }
            return { request, context in
                let who = try await access.admit(request, context)
                return try await handler(request, context, who, repeat each values)
            }
        }
        routes.append(RegisteredRoute(method: route.method, pattern: route.pattern, access: access.name))
        let key = Key(count: route.segments.count, first: route.segments.first?.text)
        var bucket = entries[key, default: []]
        // Literal before parameter, so that /posts/new is never the post called "new".
        let place = bucket.firstIndex { precedes(entry.segments, $0.segments) } ?? bucket.endIndex
        bucket.insert(entry, at: place)
        entries[key] = bucket
    }

    /// Nil when no route has this path; 405 with `Allow` when routes have it, but none with this method.
    public func respond(to request: Request, _ context: Context) async throws -> Response? {
        guard let components = components(of: request.path) else { return nil }
        var allowed: [Method] = []
        for key in [
            Key(count: components.count, first: components.first.map(String.init)),
            Key(count: components.count, first: nil),
        ] {
            for entry in entries[key, default: []] {
                guard let handler = entry.handler(components) else { continue }
                if entry.method == request.method { return try await handler(request, context) }
                allowed.append(entry.method)
            }
            if components.isEmpty { break }
        }
        return allowed.isEmpty ? nil : .methodNotAllowed(allowed)
    }
}

/// A route as registered, for listings and tests.
public struct RegisteredRoute: Sendable, Equatable {
    public let method: Method
    public let pattern: String
    /// The name of its access rule.
    public let access: String
}

/// Decides who is making a request, or throws.
public struct Access<Context: Sendable, Who: Sendable>: Sendable {
    /// What the rule is called in `Router.routes`.
    public let name: String
    let admit: @Sendable (Request, Context) async throws -> Who

    public init(
        _ name: String = String(describing: Who.self),
        _ admit: @escaping @Sendable (Request, Context) async throws -> Who
    ) {
        self.name = name
        self.admit = admit
    }
}

extension Segment {
    fileprivate var text: String? {
        if case .literal(let text) = self { text } else { nil }
    }
}

private func precedes(_ new: [Segment], _ old: [Segment]) -> Bool {
    for (new, old) in zip(new, old) {
        switch (new.text, old.text) {
        case (.some, nil): return true
        case (nil, .some): return false
        default: continue
        }
    }
    return false
}

extension Response {
    fileprivate static func methodNotAllowed(_ methods: [Method]) -> Response {
        var allowed = Set(methods.map(\.rawValue))
        if allowed.contains(Method.get.rawValue) { allowed.insert("HEAD") }
        let list = allowed.sorted().joined(separator: ", ")
        var response = Response.text("This address does not take that method. It takes \(list).", status: 405)
        response.headers.append(("Allow", list))
        return response
    }
}
