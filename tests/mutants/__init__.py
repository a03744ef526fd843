"""Change one fact of the trees at a time, and see whether a scenario or the check against the source notices.

Run from the top folder: `make mutants`. Nothing is written to the trees: a mutant is made of the data in memory.
"""
