import PermitFiles
import PermitLog
import PermitMetrics
import PermitReport

/// How ids of permits are written in the files of all permits.
enum CaseNaming {
    case asWritten
    case hashed(key: [UInt8])

    /// The labels of a replay's permits.
    ///
    /// - Throws: Where the ids are personal and no hash hides them.
    func labels(_ replay: Replay) throws(Failure) -> CaseLabels {
        switch self {
        case .asWritten:
            guard replay.caseIDs != .personal else {
                throw Failure(
                    .usage,
                    "the profile marks the ids of permits as personal: --case-ids hashed writes hashes of them, "
                        + "--keep-personal keeps them"
                )
            }
            return .asWritten(replay)
        case .hashed(let key):
            return .hashed(replay) { Digest.hmacSHA256(Array($0.utf8), key: key) ?? "" }
        }
    }
}
