// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A C library of Debian's: `module.modulemap` and `shim.h` in `Sources/System`, nothing else.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(
    _ name: String, _ dependencies: Target.Dependency..., exclude: [String] = [], testing: [Target.Dependency] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies + testing, swiftSettings: strict
        ),
    ]
}

let package = Package(
    name: "schoolgate",
    products: [
        .executable(name: "schoolgate", targets: ["Command"]),
        // What decodes the pictures of strangers: a program of its own, so that the other never loads its libraries.
        .executable(name: "schoolgate-pictures", targets: ["PictureChild"]),
    ],
    targets: [
        system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
        system("CPostgres", pkgConfig: "libpq", apt: "libpq-dev"),
        system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
        system("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        system("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        system("CMarkdown", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
        system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
        system("CVips", pkgConfig: "vips", apt: "libvips-dev"),
        system("CFFmpeg", pkgConfig: "libavformat", apt: "libavformat-dev"),
        system("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        system("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        .systemLibrary(name: "CChild", path: "Sources/System/CChild"),
        .target(
            name: "CFaces", path: "Sources/System/CFaces", exclude: ["yunet"],
            cxxSettings: [.unsafeFlags(["-isystem", "/usr/include/opencv4"])],
            linkerSettings: [
                .linkedLibrary("opencv_dnn"), .linkedLibrary("opencv_imgproc"), .linkedLibrary("opencv_core"),
                .linkedLibrary("stdc++"),
            ]),
        .target(name: "Embedded"),
        .target(name: "CImpressions", path: "Sources/System/CImpressions", exclude: ["README.md", "LICENSE"]),
        // What tests on a database share: a fresh one each time, on both engines.
        .target(name: "DatabaseTesting", dependencies: ["Database"], swiftSettings: strict),
        // Servers that misbehave as a test tells them.
        .target(name: "NetworksTesting", swiftSettings: strict),
        // An identity provider that does what a test tells it, and keys to sign with.
        .target(name: "OpenIDTesting", dependencies: ["COpenSSL", "Crypto", "NetworksTesting"], swiftSettings: strict),
    ]
        + module("Database", "CSQLite", "CPostgres", testing: ["DatabaseTesting"])
        + module("Crypto", "CSodium", "COpenSSL")
        + module("HTML")
        + module("Web", "HTML", "CMicroHTTPD")
        + module("Policy", "CMarkdown", "CYAML")
        + module("Gate", "Policy", "CImpressions")
        + module("Imaging", "CChild", testing: ["Pictures", "CVips"])
        + module("Networks", "Crypto", "Policy", "Gate", "CCurl", "CXML", testing: ["NetworksTesting"])
        + module("Mail", "CCurl", testing: ["NetworksTesting"])
        + module("OpenID", "Crypto", "Networks", "COpenSSL", testing: ["NetworksTesting", "OpenIDTesting"])
        + module(
            "Schoolgate", "Crypto", "Database", "Embedded", "Gate", "HTML", "Imaging", "Mail", "Networks", "OpenID",
            "Policy", "Web", "CQREncode", exclude: ["Layout/Assets"],
            testing: ["DatabaseTesting", "NetworksTesting", "OpenIDTesting"]
        )
        + [
            .target(
                name: "Pictures", dependencies: ["Imaging", "CChild", "CFaces", "CFFmpeg", "CVips"],
                swiftSettings: strict),
            .executableTarget(name: "PictureChild", dependencies: ["Pictures"], swiftSettings: strict),
            .executableTarget(
                name: "Command",
                dependencies: [
                    "Crypto", "Database", "Embedded", "Gate", "HTML", "Imaging", "Networks", "Policy", "Schoolgate",
                    "Web",
                ],
                swiftSettings: strict
            ),
            .testTarget(name: "CommandTests", dependencies: ["Policy", "Gate"], swiftSettings: strict),
        ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
