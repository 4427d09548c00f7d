// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "foyer",
    products: [
        .executable(name: "foyer", targets: ["foyer"]),
        .executable(name: "simkl-loopback", targets: ["simkl-loopback"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "GFM", dependencies: ["CCMarkGFM"]),
        .target(
            name: "Disk",
            dependencies: ["CLinux", "CXXHash", .product(name: "SystemPackage", package: "swift-system")]),
        .target(name: "Raster", dependencies: ["CFreeType", "CZlib"]),
        .target(name: "Simkl", dependencies: ["CCurl", "CSimdJSON", "CZlib", "Disk"]),
        .target(
            name: "FoyerSite",
            dependencies: [
                "Disk", "GFM", "Raster", "Simkl",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .executableTarget(
            name: "foyer",
            dependencies: [
                "Disk", "FoyerSite", "Simkl",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["make-sample.py", "sample-titles.tsv"],
            resources: [.copy("Sample")]),
        .target(
            name: "TestSupport",
            dependencies: [
                "Disk",
                .product(name: "FlyingSocks", package: "FlyingFox"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/TestSupport"),
        .executableTarget(
            name: "simkl-loopback",
            dependencies: ["TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/simkl-loopback"),
        .testTarget(name: "LoopbackTests", dependencies: ["TestSupport"]),
        .testTarget(name: "GFMTests", dependencies: ["GFM", "TestSupport"], exclude: ["Corpus"]),
        .testTarget(name: "SimklTests", dependencies: ["Disk", "Simkl", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "DiskTests",
            dependencies: ["Disk", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(name: "RasterTests", dependencies: ["Raster", "TestSupport"]),
        .testTarget(
            name: "FoyerSiteTests",
            dependencies: [
                "Disk", "FoyerSite", "GFM", "Raster", "Simkl", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Golden"]),
        .testTarget(name: "FoyerTests", dependencies: ["foyer", "TestSupport"]),
        .testTarget(name: "BrowserTests", dependencies: ["foyer", "FoyerSite", "TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)

// One strict settings block for every Swift target: the compiler holds the architecture.
for target in package.targets where target.type != .system && !["CCurl", "CSimdJSON"].contains(target.name) {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
    // `make test` tries the program as users have it; the tests' own code would take longer to be optimised than to run.
    if target.type == .test { target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release))) }
}
