"""Documents that the rules of the intake were not written with, each with its truth."""
