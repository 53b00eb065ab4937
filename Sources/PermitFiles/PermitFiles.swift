// PermitFiles
