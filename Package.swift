// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the language mode of Swift 6, explicit existentials, imports that stay inside
/// their file, and no warning left standing.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: a Swift target with the house's settings and nothing but what it names.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests of a room; what stands in `golden` is read as files and compared.
func tests(
    _ name: String,
    path: String? = nil,
    _ dependencies: [Target.Dependency],
    golden: [String] = []
) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies + ["TestSupport"],
        path: path,
        exclude: golden,
        swiftSettings: house
    )
}

/// The fuzzer's program, which `Tests/Fuzz/run` builds with libFuzzer; no part of an ordinary build.
let fuzzer: [Target] =
    Context.environment["IZIN_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz",
            dependencies: ["FuzzProperties"],
            path: "Tests/Fuzz/Entry",
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]
        )
    ]

let package = Package(
    name: "izin",
    products: [
        .library(name: "PermitDocuments", targets: ["PermitDocuments"]),
        .library(name: "WorkingTime", targets: ["WorkingTime"]),
        .library(name: "PermitWorkflow", targets: ["PermitWorkflow"]),
        .library(name: "PermitLog", targets: ["PermitLog"]),
        .library(name: "PermitMetrics", targets: ["PermitMetrics"]),
        .library(name: "PermitInspection", targets: ["PermitInspection"]),
        .library(name: "PermitReport", targets: ["PermitReport"]),
        .library(name: "PermitSimulation", targets: ["PermitSimulation"]),
        .executable(name: "izin", targets: ["izin"]),
    ],
    traits: [
        .trait(name: "CommandLine", description: "The command `izin` (fetches swift-argument-parser)."),
        .trait(name: "YAML", description: "Reads workflows, profiles and calendars as YAML (fetches Yams)."),
        .trait(
            name: "Digests",
            description: "Computes SHA-256 digests of definitions (fetches swift-crypto)."
        ),
        .default(enabledTraits: ["CommandLine", "YAML", "Digests"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // C: the definitions embedded as bytes, byte scanning, zlib and SQLite.
        .target(
            name: "CWorkflows",
            path: "Workflows",
            exclude: ["Profiles", "Calendars", "Compiled"],
            sources: ["bundle.c"]
        ),
        .target(name: "CByteScan"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

        room("PermitDocuments", ["CWorkflows"]),
        room("WorkingTime", ["PermitDocuments"]),
        room("PermitWorkflow", ["PermitDocuments", "WorkingTime"]),
        room("PermitLog", ["PermitDocuments", "WorkingTime", "CByteScan", "CZlib"]),
        room("PermitMetrics", ["PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog"]),
        room("PermitInspection", ["PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog"]),
        room(
            "PermitReport",
            [
                "PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog", "PermitMetrics",
                "PermitInspection",
            ]
        ),
        room("PermitSimulation", ["PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog"]),
        room(
            "PermitFiles",
            [
                "PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog", "CSQLite",
                .product(name: "Yams", package: "Yams", condition: .when(traits: ["YAML"])),
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Digests"])),
            ]
        ),
        .executableTarget(
            name: "izin",
            dependencies: [
                "PermitDocuments", "WorkingTime", "PermitWorkflow", "PermitLog", "PermitMetrics",
                "PermitReport", "PermitInspection",
                "PermitSimulation", "PermitFiles",
                .product(
                    name: "ArgumentParser",
                    package: "swift-argument-parser",
                    condition: .when(traits: ["CommandLine"])
                ),
            ],
            swiftSettings: house
        ),

        // Seeded random numbers, files of the package, golden files and the command, for all tests.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
        tests("PermitDocumentsTests", ["PermitDocuments"]),
        tests("WorkingTimeTests", ["WorkingTime", "PermitDocuments"]),
        tests("PermitWorkflowTests", ["PermitWorkflow", "WorkingTime", "PermitDocuments", "PermitFiles"]),
        tests(
            "PermitFilesTests",
            ["PermitFiles", "PermitLog", "PermitWorkflow", "WorkingTime", "PermitDocuments", "CSQLite"]
        ),
        tests("PermitLogTests", ["PermitLog", "WorkingTime", "PermitDocuments", "CZlib"]),
        tests(
            "PermitMetricsTests",
            ["PermitMetrics", "PermitLog", "PermitWorkflow", "WorkingTime", "PermitDocuments"]
        ),
        tests(
            "PermitInspectionTests",
            [
                "PermitInspection", "PermitReport", "PermitMetrics", "PermitLog", "PermitWorkflow",
                "PermitFiles", "WorkingTime", "PermitDocuments",
            ]
        ),
        tests(
            "PermitReportTests",
            [
                "PermitReport", "PermitMetrics", "PermitLog", "PermitWorkflow", "WorkingTime",
                "PermitDocuments",
            ],
            golden: ["Golden"]
        ),
        tests(
            "PermitSimulationTests",
            [
                "PermitSimulation", "PermitWorkflow", "PermitLog", "PermitFiles", "WorkingTime",
                "PermitDocuments",
            ]
        ),
        tests(
            "Scenarios",
            path: "Tests/Scenarios",
            [
                "PermitSimulation", "PermitReport", "PermitMetrics", "PermitLog", "PermitWorkflow",
                "WorkingTime", "PermitFiles",
                "PermitDocuments",
            ]
        ),
        // What holds for the texts of the whole project; it runs the command as README shows it.
        tests("House", path: "Tests/House", ["PermitDocuments", "izin"]),
        tests("CommandLineTests", path: "Tests/CommandLine", ["izin"], golden: ["Golden"]),
        // What must hold for any bytes; the fuzzer looks for bytes for which it does not.
        .target(
            name: "FuzzProperties",
            dependencies: ["PermitLog", "WorkingTime", "CZlib"],
            path: "Tests/Fuzz/Properties",
            swiftSettings: house
        ),
        tests("FuzzSeedTests", path: "Tests/Fuzz/SeedTests", ["FuzzProperties"]),
    ] + fuzzer
)
