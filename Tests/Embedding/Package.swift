// swift-tools-version: 6.2
import PackageDescription

/// Somebody else's package that uses Izin as a library.
///
/// Without traits it fetches Izin and nothing else.
let package = Package(
    name: "embedding",
    dependencies: [
        .package(name: "izin", path: "../..", traits: [])
    ],
    targets: [
        .testTarget(
            name: "EmbeddingTests",
            dependencies: [
                .product(name: "PermitDocuments", package: "izin"),
                .product(name: "WorkingTime", package: "izin"),
                .product(name: "PermitWorkflow", package: "izin"),
                .product(name: "PermitLog", package: "izin"),
                .product(name: "PermitMetrics", package: "izin"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ]
)
