# Each target does all set-up by itself: a virtual environment in this folder, with the exact versions of constraints.txt.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready
# Programs for releases and for looking at the tests themselves, apart from what the project runs with.
TOOLS := $(VENV)/release
UV := $(TOOLS)/bin/uv

.PHONY: demo test lint fuzz bench profile schemas docs pictures reference constraints clean \
  dist installed sbom test-dist release test-lowest test-newest audit workflows mutation
.DEFAULT_GOAL := demo

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $(READY)

# Nothing is left to be looked up: the files name all that is installed.
$(VENV)/%/ready: ci/%.txt
	$(PYTHON) -m venv $(VENV)/$*
	$(VENV)/$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps -r $<
	touch $@

demo: $(READY)  ## validate, render and follow up the examples
	$(BIN)/samverkan validate examples/founding examples/exempelkommun
	$(BIN)/samverkan show examples/exempelkommun
	$(BIN)/samverkan render examples/founding examples/exempelkommun --out build
	$(BIN)/samverkan followup examples/founding examples/exempelkommun
	@echo "Dokumenten ligger i mappen build. Öppna till exempel build/overenskommelse-2024.html."

# As many tests at once as there are processors, and no more than four: each may start programs that take memory.
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); echo $$((n < 4 ? n : 4)))

# Tests that look at finished pages, count steps, try the same input in many ways or read the project's own files: they
# go through no line that others do not, and counting lines would take them twice the time.
UNCOUNTED := $(addprefix tests/, pages reliability test_action.py test_architecture.py test_browser.py \
  test_class_names.py test_fuzz.py test_growth.py test_hostile.py test_language.py test_naughty.py test_patterns.py \
  test_schema.py test_schema_dialect.py test_sober.py test_words.py)

test: lint  ## everything that CI runs
	$(BIN)/python -m pytest -n $(WORKERS) $(UNCOUNTED)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(WORKERS) $(UNCOUNTED:%=--ignore=%)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

FUZZED := reading positions ignores prose manifest svg word
FUZZ_SECONDS := 600

fuzz: $(READY)  ## each target of tests/fuzz for ten minutes, or FUZZ_SECONDS
	for target in $(FUZZED); do PYTHONPATH=. $(BIN)/python -m tests.fuzz.run $$target -max_total_time=$(FUZZ_SECONDS) || exit 1; done

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

constraints: $(TOOLS)/ready  ## newer versions of everything
	$(UV) pip compile pyproject.toml --all-extras --group dev --universal --upgrade --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet --output-file constraints.txt
	for group in release mutation; do \
	  $(UV) pip compile --group $$group --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header --quiet --no-emit-package yattag --output-file ci/$$group.txt; \
	done  # yattag, of Cosmic Ray's web pages, is not to be had as a wheel, and is not used here

EXTRAS := documents,export,lsp,preview,signing
# Tests that between them go through every library, in a few minutes.
QUICK := $(addprefix tests/, test_rules.py test_reading.py test_cli.py test_schema.py test_rows_files.py test_rendering.py \
  test_preview.py test_lsp.py test_signatures.py test_export.py test_excel_pages.py test_starting.py)

dist: $(READY)  ## the source archive and the wheel, built twice with the same bytes
	$(BIN)/python tools/build_twice.py

installed: dist $(TOOLS)/ready
	rm -rf build/installed
	$(UV) venv --quiet --python $(BIN)/python build/installed
	$(UV) pip install --quiet --python build/installed --constraint constraints.txt \
	  "$$(ls dist/samverkan-*.whl)[$(EXTRAS)]"

sbom: installed  ## what an installation consists of, as a CycloneDX bill of materials in build/sbom
	$(TOOLS)/bin/python tools/make_sbom.py --python build/installed/bin/python

test-dist: sbom  ## the wheel as it is installed, held against the tests of the source archive
	$(UV) pip install --quiet --python build/installed --require-hashes --only-binary :all: --requirement constraints.txt
	rm -rf build/unpacked && mkdir -p build/unpacked
	tar -xzf dist/samverkan-*.tar.gz -C build/unpacked --strip-components 1
	cd build/unpacked && ../installed/bin/python -c "import samverkan, sys; assert sys.prefix in samverkan.__file__"
	cd build/unpacked && ../installed/bin/python -m pytest -p no:cacheprovider -n $(WORKERS) $(QUICK)

release: test-dist  ## all that a release is, but for handing it over

test-lowest: $(TOOLS)/ready  ## with the lowest versions that pyproject.toml allows
	rm -rf build/lowest && mkdir -p build
	$(UV) venv --quiet --python $(PYTHON) build/lowest
	$(UV) pip compile pyproject.toml --all-extras --resolution lowest-direct --no-annotate --no-header --quiet \
	  --output-file build/lowest.txt
	$(UV) pip install --quiet --python build/lowest --requirement build/lowest.txt
	$(UV) pip install --quiet --python build/lowest --constraint build/lowest.txt --group dev
	$(UV) pip install --quiet --python build/lowest --no-deps --no-build-isolation --editable .
	build/lowest/bin/python -m pytest -p no:cacheprovider -n $(WORKERS) $(QUICK)

test-newest: $(TOOLS)/ready  ## with the newest versions that there are
	rm -rf build/newest && mkdir -p build
	$(UV) venv --quiet --python $(PYTHON) build/newest
	$(UV) pip install --quiet --python build/newest --editable ".[$(EXTRAS)]" --group dev
	build/newest/bin/python -m pytest -p no:cacheprovider -n $(WORKERS) $(QUICK)

audit: $(TOOLS)/ready  ## what is known against the versions of constraints.txt; asks the network
	$(TOOLS)/bin/pip-audit --strict --disable-pip --require-hashes --requirement constraints.txt
	$(TOOLS)/bin/pip-audit --strict --disable-pip --require-hashes --requirement ci/release.txt
	$(TOOLS)/bin/pip-audit --strict --disable-pip --require-hashes --requirement ci/mutation.txt

workflows: $(TOOLS)/ready  ## what can be wrong with workflows
	$(TOOLS)/bin/zizmor --offline --no-progress .github/workflows .github/dependabot.yml action.yml

MUTANTS ?= 60
MINUTES ?= 600
mutation: $(READY) $(VENV)/mutation/ready  ## small faults put into the code one by one: does a test fail for each?
	$(VENV)/mutation/bin/python tools/make_mutants.py --sample $(MUTANTS) --out build/mutation/mutants.jsonl
	$(BIN)/python tools/try_mutants.py build/mutation/mutants.jsonl --results build/mutation/results.jsonl --minutes $(MINUTES)

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
