"""The command line: one module a command in `commands/`. Each imports its engine when it runs, not before."""
