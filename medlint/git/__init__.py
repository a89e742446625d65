"""Reading revisions of a git repository, without obeying anything that the repository says."""
