"""The commands of `python -m trees`, one module each."""
