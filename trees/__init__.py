"""Executable guideline trees: data in the folders beside this file, and the program over them in `core`."""
