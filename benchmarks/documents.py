"""
S10: somebody else's report read and checked as `globa check-document` does it: Word with 70 measures, a PDF of 200 pages.

Work and memory are those of the command and of the process that it reads in, from its start to its last line. They are measured by a small
process of its own, for a command begins with the memory of whoever started it, and drawing a PDF takes much.

    python -m benchmarks.documents write|ask FOLDER
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.goals import Goal, at_most

MEASURES, PAGES, ROWS_OF_A_PAGE = 70, 200, 22
WORD_SECONDS, PDF_SECONDS, MEBIBYTES = 2, 30, 300
WORD, PDF = "ataskaita.docx", "ataskaita.pdf"
HEAD = (
    "Uždaviniai",
    "Priemonės",
    "Lėšos eurais",
    "Atsakingi vykdytojai",
    "Laukiamas rezultatas",
    "Panaudotos lėšos eurais",
    "Pasiektas rezultatas",
)
SOURCES = ("savivaldybės biudžeto lėšos", "valstybės biudžeto lėšos", "įmokos už suteiktas paslaugas")


def checked() -> list[Goal]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "benchmarks.documents", "write", folder], check=True)
        asked = subprocess.run([sys.executable, "-m", "benchmarks.documents", "ask", folder], check=True, capture_output=True)
    word, pdf = json.loads(asked.stdout)
    most = max(word["MiB"], pdf["MiB"])
    return [
        at_most("S10-word", "a Word report of 70 measures checked: seconds of work", word["work"], WORD_SECONDS, **word),
        at_most("S10-pdf", "a PDF of 200 pages checked: seconds of work", pdf["work"], PDF_SECONDS, **pdf),
        at_most("S10-memory", "MiB of the command, and of the process that reads", most, MEBIBYTES),
    ]


def _asked(path: Path) -> dict[str, Any]:
    began = time.perf_counter()
    command = [sys.executable, "-m", "globa.config.commands", "check-document", str(path), "--json"]
    with tempfile.TemporaryFile() as written, subprocess.Popen(command, stdout=written) as process:
        _number, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode in (0, 1), f"check-document ended with {process.returncode}"
        written.seek(0)
        findings = len(json.load(written)["findings"])
    work, passed = used.ru_utime + used.ru_stime, time.perf_counter() - began
    return {"work": round(work, 2), "passed": round(passed, 2), "MiB": round(used.ru_maxrss / 1024), "findings": findings}


def _write_word(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("2023 m. socialinių paslaugų plano įgyvendinimo ataskaita")
    rows = [HEAD, *_measures(Random(10), MEASURES)]
    table = document.add_table(rows=len(rows), cols=len(HEAD))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def _measures(random: Random, many: int) -> list[tuple[str, ...]]:
    return [measure_row(random, f"{place // 20 + 1}.{place // 5 % 4 + 1}.{place % 5 + 1}") for place in range(many)]


def measure_row(random: Random, number: str) -> tuple[str, ...]:
    persons, hours = random.randint(5, 300), random.randint(50, 900)
    achieved = f"Suteiktos paslaugos {persons} asmenims ({persons - 3} vaikams ir 3 suaugusiems), {hours} val., {hours // 2} kartų. " * 3
    return (
        "",
        f"{number}. teikti {number} paslaugas",
        _money(random),
        "Paslaugų centras",
        f"Paslaugas gaus apie {persons} asmenų.",
        _money(random),
        achieved,
    )


def _money(random: Random) -> str:
    parts = [random.randint(100, 90_000) for _source in SOURCES]
    told = ", ".join(f"{_grouped(part)},00 {source}" for part, source in zip(parts, SOURCES, strict=True))
    return f"{_grouped(sum(parts))},00 ({told})"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _write_pdf(path: Path) -> None:
    import typst

    random = Random(10)
    cells = [text for _row in range(PAGES * ROWS_OF_A_PAGE) for text in _facts(random)]
    text = ", ".join(f'"{one}"' for one in cells)
    page = '#set page(paper: "a4", margin: 15mm)\n#set text(size: 10pt, lang: "lt")'
    source = f"{page}\n#table(columns: (3fr, 1fr, 1fr, 1fr), inset: 4.7mm, {text})"
    with tempfile.NamedTemporaryFile("w", suffix=".typ", encoding="utf-8") as written:
        written.write(source)
        written.flush()
        path.write_bytes(typst.compile(written.name))


def _facts(random: Random) -> tuple[str, ...]:
    girls, boys = random.randint(0, 90), random.randint(0, 90)
    return (f"Paslauga {random.randint(1, 900)} „Ąžuolas“", str(girls), str(boys), str(girls + boys))


def main(task: str, folder: Path) -> None:
    if task == "write":
        _write_word(folder / WORD)
        _write_pdf(folder / PDF)
    else:
        print(json.dumps([_asked(folder / WORD), _asked(folder / PDF)]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
