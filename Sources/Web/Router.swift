/// Every route of a site, each with who may use it.
public struct Router<Context: Sendable>: Sendable {
    private typealias Handler = @Sendable (Request, Context) async throws -> Response?
    private var handlers: [Handler] = []

    public init() {}

    /// Answers `route`, after `access` has established who is asking.
    ///
    /// There is no default: a route that forgets to say who may use it does not compile.
    public mutating func on<Who: Sendable, each P>(
        _ route: Route<repeat each P>,
        for access: Access<Context, Who>,
        use handler: @escaping @Sendable (Request, Context, Who, repeat each P) async throws -> Response
    ) {
        handlers.append { request, context in
            guard request.method == route.method, let values = route.match(request.path) else { return nil }
            let who = try await access.admit(request, context)
            return try await handler(request, context, who, repeat each values)
        }
    }

    /// Nil when no route has this method and path.
    public func respond(to request: Request, _ context: Context) async throws -> Response? {
        for handler in handlers {
            if let response = try await handler(request, context) { return response }
        }
        return nil
    }
}

/// Decides who is making a request, or throws.
public struct Access<Context: Sendable, Who: Sendable>: Sendable {
    let admit: @Sendable (Request, Context) async throws -> Who

    public init(_ admit: @escaping @Sendable (Request, Context) async throws -> Who) {
        self.admit = admit
    }
}
