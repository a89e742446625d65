"""Notes in an article that keep findings back: read, placed, and held to rules of their own."""
