// PermitLog
