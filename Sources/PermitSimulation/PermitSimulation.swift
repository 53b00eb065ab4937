// PermitSimulation
