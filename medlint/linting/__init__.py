"""Rules over an article: from what was read and judged to findings."""
