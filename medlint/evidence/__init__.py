"""The claims database: models, loading, checking, look-up, and the judging of a claim."""
