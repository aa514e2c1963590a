import Web

/// Anybody at all, signed in or not.
struct Anyone: Sendable {}

extension Access where Context == Schoolgate.Context, Who == Anyone {
    static var anyone: Access { Access("anyone") { _, _ in Anyone() } }
}

extension Access where Context == Schoolgate.Context, Who == Viewer {
    /// Anybody with an account and a role somewhere.
    static var signedIn: Access {
        Access("signed in") { request, context in try await Session.viewer(of: request, context) }
    }

    /// Like `signedIn`, and also for those who may do nothing else before their second factor is set up.
    static var settingUpFactor: Access {
        Access("signed in") { request, context in
            try await Session.viewer(of: request, context, isSettingUpFactor: true)
        }
    }

    /// Whoever holds a right at the school they are looking at.
    ///
    /// The wrong role learns nothing: the page is not there for them.
    static func holding(_ right: Right) -> Access {
        Access("may \(right.name)") { request, context in
            let viewer = try await Session.viewer(of: request, context)
            guard viewer.may(right) else { throw Problem.notFound }
            return viewer
        }
    }
}
