"""The parts of a SARIF log, version 2.1.0: rules, results, notifications."""
