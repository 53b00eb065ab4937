#if CommandLine
import PermitDocuments
import PermitFiles
import PermitInspection
import PermitLog
import PermitWorkflow
import WorkingTime

/// One look at files: what the arguments ask for, resolved to definitions.
struct InspectRun {
    private let options: InspectOptions
    private let request: Inspection.Request

    /// Resolves names; nothing is read from the files yet.
    init(_ options: InspectOptions, _ days: CalendarOptions) throws(Failure) {
        self.options = options
        let library = try Definitions.library()
        var request = Inspection.Request()
        request.library = library
        request.profiles = try Definitions.profiles()
        request.profile = try options.profile.map { name throws(Failure) in try Definitions.profile(name) }
        let calendar = try days.calendar(
            named: days.calendar ?? request.profile?.calendar ?? "id",
            in: library
        )
        request.calendar = calendar
        if let zone = try days.chosenZone() {
            request.zone = zone
        } else {
            request.zone = try Definitions.zone(calendar.definition.zone)
        }
        request.dateForms = options.dateForms
        request.columns.caseID = [options.caseColumn].compactMap(\.self)
        request.columns.activity = [options.activityColumn].compactMap(\.self)
        request.columns.time = [options.timeColumn].compactMap(\.self)
        self.request = request
    }

    /// Looks at the files, table by table; what joined files provide counts for each.
    func inspections() throws(Failure) -> [Inspection] {
        var joined = EvidenceSet()
        for path in options.joins {
            for inspection in try inspections(of: path, isJoined: true) {
                joined = joined.joined(with: inspection.evidence)
            }
        }
        var found: [Inspection] = []
        for path in options.files { found += try inspections(of: path, isJoined: false) }
        for index in found.indices { found[index].evidence = found[index].evidence.joined(with: joined) }
        return found
    }

    private func inspections(of path: String, isJoined: Bool) throws(Failure) -> [Inspection] {
        do throws(LogError) {
            let tables = try LogReader.tables(readRequest(path))
            if tables.isEmpty { return [try events(of: path)] }
            var found: [Inspection] = []
            for index in tables.indices {
                found.append(try inspection(of: path, tables[index], index, isJoined))
            }
            return found
        } catch {
            throw Failure(error, logs: [path])
        }
    }

    private func readRequest(_ path: String) -> ReadRequest {
        var reading = ReadRequest(sources: [path])
        reading.profile = request.profile
        reading.profiles = request.profiles
        reading.caseColumn = options.caseColumn
        reading.activityColumn = options.activityColumn
        reading.timeColumn = options.timeColumn
        reading.sheets = options.sheets
        reading.dateForms = options.dateForms
        reading.objectType = options.objectType
        reading.openers = [ObjectCentricDatabase.opener]
        let zone = request.zone
        reading.fallbackZone = { _ in zone }
        reading.workers = Console.processors
        return reading
    }

    /// A look at one table: its rows are read several times, each time from the file.
    private func inspection(
        of path: String,
        _ table: OpenedTable,
        _ index: Int,
        _ isJoined: Bool
    ) throws(LogError) -> Inspection {
        var inspected = InspectedTable(file: table.name, header: table.columns, unit: table.unit) {
            () throws(LogError) in
            let tables = try LogReader.tables(readRequest(path))
            guard index < tables.count else { return { _ throws(LogError) in false } }
            return { row throws(LogError) in try tables[index].next(&row) }
        }
        inspected.format = table.format
        if let delimiter = table.delimiter {
            inspected.delimiter = String(delimiter)
            inspected.encoding = table.encoding
        }
        inspected.headerPlace = [table.headerPlace.line, table.headerPlace.row].compactMap(\.self)
            .first { $0 > 0 }
        inspected.findings = table.findings
        var inspection = try Inspection(inspected, request)
        if !isJoined { readAsLog(path, &inspection) }
        return inspection
    }

    /// A look at the events of a file that has no rows.
    private func events(of path: String) throws(LogError) -> Inspection {
        let reading = readRequest(path)
        let table = try InspectedTable(file: path) { () throws(LogError) in try LogReader.read(reading) }
        var inspection = try Inspection(table, request)
        inspection.add(try LogReader.read(reading).account)
        return inspection
    }

    /// Reads the file as a log, where no profile fits by the one that was drafted.
    private func readAsLog(_ path: String, _ inspection: inout Inspection) {
        var reading = readRequest(path)
        if inspection.match.profile == nil, let drafted = profile(of: inspection) {
            reading.profile = drafted
        }
        reading.joins = options.joins
        do throws(LogError) {
            inspection.add(try LogReader.read(reading).account)
        } catch {
            inspection.refusal = error.message
        }
    }

    private func profile(of inspection: Inspection) -> Profile? {
        let yaml = inspection.draft.yaml(\.english)
        guard let node = try? DocumentFiles.read(yaml, file: "draft.yaml") else { return nil }
        return Profile.read(node).profile
    }
}
#endif
