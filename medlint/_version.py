"""The version of medlint, which every package may name without importing the public API."""

__version__ = "0.1.0"
