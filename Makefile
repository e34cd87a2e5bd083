# Each target does all set-up by itself: a virtual environment in this folder, with the exact versions of constraints.txt.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready

.PHONY: demo test lint bench profile schemas docs pictures reference constraints clean
.DEFAULT_GOAL := demo

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $(READY)

demo: $(READY)  ## validate, render and follow up the examples
	$(BIN)/samverkan validate examples/founding examples/exempelkommun
	$(BIN)/samverkan show examples/exempelkommun
	$(BIN)/samverkan render examples/founding examples/exempelkommun --out build
	$(BIN)/samverkan followup examples/founding examples/exempelkommun
	@echo "Dokumenten ligger i mappen build. Öppna till exempel build/overenskommelse-2024.html."

# Tests that look at finished pages and count steps: they go through no line that others do not, and counting lines
# would take them twice the time.
LOOKING := tests/pages tests/test_browser.py tests/test_growth.py

test: lint  ## everything that CI runs
	$(BIN)/python -m pytest -n 2 $(LOOKING)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 $(LOOKING:%=--ignore=%)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## the measurements that the README's figures come from
	$(BIN)/python benchmarks/run.py

profile: $(READY)  ## where the time of a check goes, stage by stage
	$(BIN)/python benchmarks/stages.py

schemas: $(READY)  ## after a change to a model
	$(BIN)/samverkan schema --out schemas

docs: $(READY)  ## after a change to a rule, a setting or a table
	$(BIN)/samverkan rules --format md --lang en > docs/rules.md
	$(BIN)/samverkan rules --format md --lang sv > docs/sv/regler.md
	$(BIN)/python tools/make_settings_pages.py
	$(BIN)/python tools/make_export_pages.py

pictures: $(READY)  ## after a change to what the program prints
	$(BIN)/python tools/make_pictures.py

reference: $(READY)  ## after a change to the look of Word and OpenDocument files
	$(BIN)/python tools/make_reference_docx.py
	$(BIN)/python tools/make_reference_odt.py

constraints: $(READY)  ## newer versions of everything
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --upgrade --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet --output-file constraints.txt

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
