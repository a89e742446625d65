# `make demo` and `make test` need Python 3.11 or newer and a network for the first installation; nothing else.

VENV := .venv
BIN := $(VENV)/bin
# scispaCy, which resolves abbreviations, has no builds for 3.13 and newer: prefer a Python that can have it.
PYTHON ?= $(shell for name in python3.12 python3.11 python3.13 python3.14 python3; do \
	if $$name -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)

# A file of exact versions for pip, as constraints.txt in CI; none as a rule, since newer Pythons may need newer packages.
CONSTRAINTS ?=
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS:%=--constraint %)

.PHONY: help demo test lint accuracy speed readme docs-data docs docs-serve browser clean

help: ## Show this help
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

demo: $(VENV)/.installed ## Install, then lint the articles of examples/
	$(BIN)/medlint check examples --fail-on never

test: $(VENV)/.installed-dev ## Install with the tools of development, then run the tests
	$(BIN)/pytest -n 2

lint: $(VENV)/.installed-dev ## Check style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

accuracy: $(VENV)/.installed-dev ## Measure by the labelled texts and write the figures into docs/accuracy.md
	$(BIN)/python benchmarks/accuracy.py --write docs/accuracy.md

speed: $(VENV)/.installed-dev ## Measure time and memory for some minutes and write the figures into docs/speed.md (uses npm)
	$(BIN)/python benchmarks/speed.py --write docs/speed.md

readme: $(VENV)/.installed-dev ## Write the real output into README.md and the pages of docs/
	$(BIN)/python docs/readme.py --write

docs-data: $(VENV)/.installed-dev ## Write coverage, rules, commands and manual page in docs/ anew from data and code
	$(BIN)/python docs/coverage.py --write
	$(BIN)/python docs/rules.py --write
	$(BIN)/python docs/commands.py --write
	$(BIN)/python docs/man.py --write

docs: $(VENV)/.installed-dev ## Build the documentation site into site/
	$(BIN)/mkdocs build --strict

docs-serve: $(VENV)/.installed-dev ## Show the documentation site while you write it
	$(BIN)/mkdocs serve

browser: $(VENV)/.installed-dev ## Open the HTML report in Chromium and run axe-core on it (needs node and Chromium)
	MEDLINT_BROWSER_TESTS=1 $(BIN)/pytest tests/browser

clean: ## Remove the virtual environment and everything built
	rm -rf $(VENV) dist build site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml $(CONSTRAINTS) | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(CONSTRAINTS) | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer with the venv module was found." \
		"Install one (on Debian and Ubuntu: python3-venv too) or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is too old or cannot be run: medlint needs Python 3.11 or newer. Name another: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
