// PermitMetrics
