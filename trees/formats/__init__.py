"""Formats that other people's engines execute. Each is made from one reading of a tree: its inputs, forks and ends."""

NAMES = ("dmn", "sql", "fhir", "pmml")
"""The formats by the name that `python -m trees export` takes; `forms` has what makes them."""
