"""The commands: each module of this folder is one, named for it, and holds it as `command`."""
