"""What a process that serves pages loads, asked of one that loads all of them and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Figures are compiled to a file (decision 14); the web reads that. Each of these would stay in its memory for days.
HEAVY = ("ibis", "sqlglot", "duckdb", "pyarrow", "pandas", "vl_convert", "typst", "docx", "pdfplumber", "xlsxwriter", "python_calamine")
ASK = """
import sys, django
from django.urls import resolve
django.setup()
resolve("/people/")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(more: str = "") -> set[str]:
    known = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return set(
        subprocess.run([sys.executable, "-c", more + ASK], cwd=ROOT, env=known, capture_output=True, text=True, check=True).stdout.split()
    )


def test_the_pages_load_nothing_that_only_compiling_reading_and_drawing_need() -> None:
    assert loaded() & set(HEAVY) == set()


def test_one_that_is_loaded_is_seen() -> None:
    assert loaded("import globa.facts.tables\n") & set(HEAVY) >= {"ibis", "sqlglot"}
