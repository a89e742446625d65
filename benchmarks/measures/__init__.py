"""What medlint is measured by: one module for each set of labelled texts, and the table of the figures."""
