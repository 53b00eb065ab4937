// PermitReport
