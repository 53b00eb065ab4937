internal import PermitWorkflow
internal import WorkingTime

extension OfficeExport {
    /// The codes of steps in the messages to OSS (Pedoman Integrasi Aplikasi OSS, Lampiran 10); other steps have none.
    private static let codes = [
        "submitted": "09", "commitments_filed": "12", "complete": "10", "incomplete": "11",
        "validation": "20",
        "inspection": "40", "confirmation_asked": "41", "confirmation_given": "42",
        "reconfirmation_asked": "43", "reconfirmation_given": "44", "requirements_verified": "45",
        "numbering": "49", "approved": "50", "issued": "50", "certificate_verified": "50",
        "deemed_approved": "57", "rejected": "90",
    ]

    /// Writes the messages of all requests by time, one object on each line.
    func writeMessages(_ write: (String) throws -> Void) rethrows {
        for message in messages {
            let request = requests[message.request]
            try write(text(request, request.permit.events[message.event], code: message.code))
        }
    }

    /// A step of a request that has a code.
    private struct Message {
        var moment: Instant
        var request: Int
        var event: Int
        var code: String
    }

    private var messages: [Message] {
        var all: [Message] = []
        for request in requests.indices {
            let events = requests[request].permit.events
            for event in events.indices {
                guard let code = Self.codes[events[event].term] else { continue }
                let moment = events[event].moment
                all.append(Message(moment: moment, request: request, event: event, code: code))
            }
        }
        return all.sorted { ($0.moment, $0.request, $0.event) < ($1.moment, $1.request, $1.event) }
    }

    private func text(_ request: OfficeRequest, _ event: SimulatedEvent, code: String) -> String {
        let serial = request.number.suffix(7)
        let fields: [(key: String, value: String)] = [
            ("nib", request.project.nib), ("id_produk", "P-\(serial)"), ("id_proyek", request.project.number),
            ("oss_id", "O-\(request.project.nib.suffix(9))"), ("id_izin", request.number),
            ("kd_izin", "999\(request.fact("kbli"))"), ("kd_instansi", "DPMPTSP-CONTOH"),
            ("kd_status", code), ("tgl_status", stamp(event.moment).message), ("nip_status", "999999"),
            ("nama_status", "Petugas Contoh"), ("keterangan", ""),
        ]
        // Nothing in these values needs an escape.
        let members = fields.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        return "{\"IZINSTATUS\":{\(members)}}\n"
    }
}
