internal import PermitWorkflow

/// The colours of a drawing: light fills with dark lines, told apart by lightness too.
enum DrawingPalette {
    /// The inside and the line of a box.
    struct Paint: Hashable {
        var fill: String
        var line: String
    }

    static func paint(_ holder: Holder) -> Paint {
        switch holder {
        case .applicant: Paint(fill: "#fff3cd", line: "#8a6a00")
        case .office: Paint(fill: "#d7e8ff", line: "#2b5fa5")
        case .technicalAgency: Paint(fill: "#dff3e3", line: "#2f7d43")
        case .otherAgency: Paint(fill: "#e9e1f7", line: "#6b4ea0")
        case .payment: Paint(fill: "#fde2d4", line: "#b5562b")
        case .system: Paint(fill: "#eeeeee", line: "#666666")
        }
    }

    static func paint(_ outcome: Outcome) -> Paint {
        switch outcome {
        case .issued: Paint(fill: "#c9ecd2", line: "#14692d")
        case .refused: Paint(fill: "#fbd9d6", line: "#a3201a")
        case .deemed: Paint(fill: "#cdeeee", line: "#0b6b6b")
        case .withdrawn: Paint(fill: "#f2f2f2", line: "#6a6a6a")
        case .cancelled: Paint(fill: "#efe3dc", line: "#7c4a33")
        case .revoked: Paint(fill: "#f7dcea", line: "#93184f")
        case .closed: Paint(fill: "#e1eaf0", line: "#3f5d6d")
        }
    }

    static func paint(_ state: Workflow.StateInfo) -> Paint {
        if let outcome = state.outcome { return paint(outcome) }
        return state.holder.map(paint) ?? Paint(fill: "#ffffff", line: "#444444")
    }

    /// The line of an arrow: the colour of the desk that acts, grey where several may or it was not taken.
    static func line(_ arrow: Arrow) -> String {
        if arrow.isDeparture { return departure }
        if arrow.count == 0 { return untaken }
        return arrow.desk.map { paint($0).line } ?? "#444444"
    }

    static let departure = "#c4161c"
    static let untaken = "#b4b4b4"
    static let text = "#1d1d1d"
    static let quiet = "#5a5a5a"
    static let clock = "#7a1fa2"
}
