"""Looking for texts that medlint cannot cope with: `benchmarks/fuzz.py` runs it."""
