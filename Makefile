# Two commands: "make report" shows the stance table of the seed articles, "make test" checks all.
# Both set themselves up in .venv; a second run skips that.
PYTHON ?= python3
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: report test bench fast plain clean
.DELETE_ON_ERROR:

report: .venv/.runtime
	@.venv/bin/claims report seeds/

test: .venv/.development plain
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/claims rules test
	.venv/bin/pytest -q

# The table of README's section on speed; TEXTS names a folder of articles, the more the better.
TEXTS ?= seeds
bench: .venv/.development
	.venv/bin/python -m tests.bench.versus $(TEXTS)
	.venv/bin/python -m tests.bench.stages $(TEXTS)

# Compiles the rooms that read a text into machine code, in place: a few minutes, and a C compiler.
# What is found is the same; the cases of all rules and the gold of the seeds are asked again.
fast: .venv/.development plain
	.venv/bin/python hatch_build.py >/dev/null
	.venv/bin/claims rules test
	.venv/bin/claims eval seeds/gold.jsonl

plain:
	@find claims '(' -name '*.so' -o -name '*.pyd' ')' -delete

.venv/.runtime: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "stance-ledger needs Python 3.11 or newer; name one with: make PYTHON=...")'
	@echo "setting up .venv (once, a few minutes)" >&2
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade pip
	$(PIP) -e .
	@touch $@

.venv/.development: .venv/.runtime
	$(PIP) --group dev
	@touch $@

clean:
	rm -rf .venv dist
