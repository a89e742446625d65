"""The claims database as people and programs read it, one module a command."""
