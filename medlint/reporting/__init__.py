"""Findings as text: one module per output format in `formats/`, and the summary for people."""
