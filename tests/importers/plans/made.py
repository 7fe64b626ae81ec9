"""A small plan in text, with one of each common doubt, and what is read of it."""

from __future__ import annotations

from globa.checker.checking import check
from globa.documents.reading import read
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.results import proposed
from globa.importers.plans.understanding import understand

HEAD = "Uždaviniai\tPriemonės\tLėšos eurais\tVykdytojai\tLaukiamas rezultatas\tPanaudotos lėšos eurais\tPasiektas rezultatas"
ROWS = (
    "1.1. padėti šeimoms\t1.1.1. globoti vaikus\t123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 įmokos už suteiktas"
    " paslaugas)\tCentras\tPaslaugas gaus apie 25 vaikai.\t100,00 ES lėšos\tPaslaugas gavo 26 vaikai.",
    "\t1.1.2. ruošti stovyklą\t- savivaldybės biudžeto lėšos\tNamai\tDalyvaus 15 vaikų, iš jų 5 vaikai su negalia.\t701,00"
    " savivaldybės biudžeto lėšos\tĮvyko.",
    "\t1.1.3. prižiūrėti\t10,00 (10,00 savivaldybės biudžeto lėšos)\tCentras\tBus.\t9,00 (4,00 savivaldybės biudžeto lėšos,"
    " 5,00 ES lėšos); 6,00 (2,00 savivaldybės biudžeto lėšos, 4,00 ES lėšos)\tBuvo.",
)
TOTAL = "Iš viso\t\t123 010,00\t\t\t711,00\t"
TITLE = "Visagino savivaldybės 2023 metų socialinių paslaugų planas\n\n1 tikslas. Plėsti paslaugas\n"


def text(*rows: str) -> bytes:
    return (TITLE + "\n".join((HEAD, *rows)) + "\n").encode()


def read_plan(content: bytes = b"", *, code: str = "visaginas") -> ReadPlan:
    document = read(content or text(*ROWS[:2]), name="plan.txt")
    plan = understand(document, code=code, year=2023)
    return ReadPlan(document, plan, tuple(check(document)), proposed(plan))
