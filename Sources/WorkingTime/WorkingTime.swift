// WorkingTime
