"""Articles as files: a source string, its prose in blocks, and where every character of it stands."""
