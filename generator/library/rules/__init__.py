"""Every check, one module a subject; each rule yields faults and never raises."""
