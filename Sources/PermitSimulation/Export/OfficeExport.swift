internal import PermitWorkflow
internal import WorkingTime

/// Writes the permits of a simulated city as the files of OSS and of its office would hold them.
///
/// The permits are those of the log of the same city; numbers, names and addresses are made from the permits' own
/// numbers and are marked as invented: a business number that begins with 9999 cannot be a real one. OSS lists the
/// licences and supporting licences (PB UMKU) of PP 5/2021 and PP 28/2025; places, environment and buildings have lists
/// of their own, which are not written.
public struct OfficeExport: Sendable {
    /// The city.
    public let city: SimulatedCity
    /// The requests that OSS lists, in the order in which they were made.
    let requests: [OfficeRequest]

    /// Prepares an export.
    public init(_ city: SimulatedCity) {
        self.city = city
        requests = OfficeRequest.all(of: city)
    }

    /// The number under which OSS lists a permit, by the permit's number in the log.
    public var numbers: [String: String] {
        Dictionary(
            requests.map { ($0.permit.name, $0.number) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - file: Which.
    ///   - write: Takes the text, a line at a time.
    /// - Throws: What `write` throws.
    public func write(_ file: OfficeFile, _ write: (String) throws -> Void) rethrows {
        switch file {
        case .listIzin: try listIzin.write(write)
        case .projects: try projects.write(write)
        case .businessNumbers: try businessNumbers.write(write)
        case .localSheet: try localSheet.write(write)
        case .counterSheet: try counterSheet.write(write)
        case .monthlySheet: try monthlySheet.write(write)
        case .messages: try writeMessages(write)
        }
    }

    func stamp(_ moment: Instant) -> OfficeStamp { OfficeStamp(moment, in: city.office.zone) }
}
