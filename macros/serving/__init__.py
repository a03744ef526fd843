"""`make serve`: each saved file begins a new reading of everything, and the page asked for is made first."""
