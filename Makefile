# Globa: two commands on a bare machine are `make run` and `make test`. Needed: python3 (3.11), python3-venv, make.
.DEFAULT_GOAL := help
.PHONY: help setup setup-run run test check matrix bench demo upgrade try-deploy screens messages lock
SHELL := /bin/sh
PYTHON ?= python3
INSTALL := $(PYTHON) -I globa/config/installation.py
GLOBA := .venv/bin/globa

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup: ## install everything, tools of development too; then .venv/bin/globa is the command line
	@$(INSTALL) dev

setup-run:
	@$(INSTALL) run

run: setup-run ## install, prepare the database and serve; Ctrl-C ends it
	@exec $(GLOBA) run

test: setup ## everything that must hold: style, types, rooms, words, tests, journeys in a browser
	@.venv/bin/python -m tests.everything

check: setup ## the fast part of it, under a minute
	@.venv/bin/python -m tests.everything --fast

matrix: setup ## every page as everybody about every child, with the defects that must be found; takes long; `make test` asks it in short
	@.venv/bin/pytest -p no:cacheprovider -n 2 --dist loadfile --ignore=tests/matrix/test_in_short.py tests/matrix

bench: setup ## the goals of speed, into benchmarks/latest.json
	@.venv/bin/python -m benchmarks

demo: setup-run ## load the demonstration
	@$(GLOBA) demo

upgrade: ## after a new version was put here and Globa was stopped: backup, migration, check, and the way back
	@$(PYTHON) -I globa/config/upgrading.py $(abspath $(GLOBA)) $(BACKUPS)

try-deploy: ## follow docs/deploy.md word by word on a fresh Debian (as root; needs debootstrap and half an hour at most)
	@$(PYTHON) deploy/try.py

weights: setup ## how many bytes each page needs on the first visit (P13)
	@.venv/bin/python -m tests.journeys.weights

screens: setup ## pictures of the pages, into docs/screens and docs/guide
	@.venv/bin/python -m tests.journeys.screens && .venv/bin/python -m tests.journeys.guide_pictures

messages: setup ## take new sentences into the catalogues
	@.venv/bin/python -m tests.messages --update

# No address of a registry gets into the lists: only names, versions and hashes.
LOCK := UV_PYTHON_DOWNLOADS=never .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11
lock: setup ## choose the versions anew and lock them by hash
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(LOCK) --group setup -o requirements/uv.txt
	$(LOCK) pyproject.toml --extra metrics -c requirements/run.txt -o requirements/metrics.txt
