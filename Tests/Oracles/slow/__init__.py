"""A second, slow reading of Izin's rules: one loop over events and one over days, nothing clever."""
