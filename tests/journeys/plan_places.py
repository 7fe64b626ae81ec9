"""Where the pages of a plan lie that the guide shows: a document being decided about, a report beside its plan, the report of the group."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.finding import PLANNER, Places, path_of, send
from tests.journeys.test_plan_import import bring, of_year
from tests.journeys.test_plan_report import begun, write_the_group

DECIDED, ATTACHED = "2021", "2020"
"""Years of which the demonstration has no plan."""
HEAD = "Priemonės\tLėšos, Eur\tVykdytojai\tLaukiamas rezultatas"
TOLD = f"{HEAD}\tPanaudotos lėšos, Eur\tPasiektas rezultatas"
ROWS = (
    ("1.1.1. Dienos socialinė globa vaikams su negalia", "24 500,00", "Šeimos centras", "Paslaugas gaus 12 vaikų.",
     "23 180,40", "Paslaugas gavo 13 vaikų."),
    ("1.1.2. Mokymai globėjams ir įtėviams", "6 200,00", "Šeimos centras", "Mokymuose dalyvaus 20 globėjų.",
     "6 200,00", "Mokymuose dalyvavo 22 globėjai."),
    ("1.1.3. Vaikų vasaros stovykla", "9 000,00", "Jaunimo centras", "Stovykloje bus 30 vaikų.",
     "4 750,00", "Stovykla truko trumpiau, nes negauta dalis lėšų."),
)  # fmt: skip


def plan(places: Places) -> str:
    return places.first("/plans/?year=2023", "main tbody a[href^='/plans/']", PLANNER)


def measure(places: Places) -> str:
    """The one of the demonstration's plan that records feed most."""
    return str(places.seen_as(PLANNER, plan(places)).locator("main a[href*='/measures/']").nth(1).get_attribute("href"))


def records(places: Places) -> str:
    return f"{places.first(measure(places), 'main a[href*=lines]', PLANNER)}records/"


def doubtful(places: Places) -> str:
    """A plan out of a Word document, about whose cells somebody has to decide."""
    page = places.seen_as(PLANNER, "/plans/import/")
    with tempfile.TemporaryDirectory() as folder:
        return _brought(page, DECIDED, of_year(DECIDED, Path(folder)))


def attached(places: Places) -> str:
    """A report on a plan that was accepted before; one of its lines plans another amount."""
    page = places.seen_as(PLANNER, "/plans/import/")
    with tempfile.TemporaryDirectory() as folder:
        _brought(page, ATTACHED, _text(Path(folder), "planas.txt", HEAD, [row[:4] for row in ROWS]))
        send(page, "form[action$='/accept/'] button")
        changed = [(row[0], row[1].replace("9 000,00", "8 500,00"), *row[2:]) for row in ROWS]
        return f"{_brought(page, ATTACHED, _text(Path(folder), 'ataskaita.txt', TOLD, changed))}attach/"


def _brought(page: Page, year: str, file: Path) -> str:
    bring(page, year, file)
    expect(page.locator("#decide")).to_be_visible(timeout=60_000)
    return path_of(page)


def _text(folder: Path, name: str, head: str, rows: Sequence[tuple[str, ...]]) -> Path:
    """Amounts are all of the municipality's own money."""
    lines = ["\t".join(f"{cell} savivaldybės biudžeto lėšos" if cell.endswith(("00", "40")) else cell for cell in row) for row in rows]
    made = folder / name
    title = f"Visagino savivaldybės {ATTACHED} metų socialinių paslaugų planas\n"
    made.write_text("\n".join([title, "1 tikslas. Stiprinti šeimą", head, *lines]))
    return made


def told(places: Places) -> str:
    """The report on the demonstration's plan, with its working group."""
    report = f"{plan(places)}report/"
    begun(places.page, report)
    if not places.seen_as(PLANNER, report).locator("dl.g-facts:has-text('IV-E-56')").count():
        write_the_group(places.page, report)
    return report


def signing(places: Places) -> str:
    return f"{begun(places.page, told(places))}sign/"


def public(places: Places) -> str:
    """The report as everybody may read it; sentences of the plan's results tell of persons."""
    return f"{told(places)}public/"
