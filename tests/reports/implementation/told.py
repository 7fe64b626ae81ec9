"""A small plan told: one goal, two measures, a line that two bodies share, and a sitting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from globa.reports.implementation.told import (
    Achieved,
    Attending,
    Beside,
    Expected,
    Goal,
    Line,
    Measure,
    Objective,
    Side,
    Sitting,
    Sum,
    Told,
)

DAY = date(2024, 3, 28)


def planned(amount: str | None, source: str = "SAV") -> Sum:
    return Sum(f"planning.plannedamount:{source}{amount}", Decimal(amount) if amount else None, source, COLUMN[source])


def used(amount: str, source: str = "SAV") -> Sum:
    return Sum(f"planning.entry:{source}{amount}", Decimal(amount), source, COLUMN[source], day=date(2023, 12, 31), document="Nr. 7")


COLUMN = {"SAV": "4", "ES": "7", "VB": "3"}
FIRST = Line(
    "1.1.1-1",
    ("Savivaldybės administracija", "Šeimos centras"),
    Side((planned("44200.00"), planned("139177.44", "ES"))),
    Side((used("73755.00"), used("22934.00", "ES"))),
    "Paslaugos 48 vaikams.",
    (Expected("1.1.1-1-1", "Vaikai, gavę paslaugų", "children", Decimal(48), True, Decimal(50), True, count=50),),
    (Achieved("Suteiktas atokvėpis."),),
    ("Vėlavo sutartis.",),
)
SECOND = Line("1.1.2-1", ("Šeimos centras",), Side((), "none"), Side((used("701.00"),)), "Bus rengiami dokumentai.")
THIRD = Line("1.1.2-2", ("Socialinių paslaugų centras",), Side((planned(None),), "unknown"), Side((), "none"))
GOAL = Goal(
    "1",
    "Plėsti paslaugas",
    (Objective("1.1", "skatinti globą", (Measure("1.1.1", "projektas", (FIRST,)), Measure("1.1.2", "stovykla", (SECOND, THIRD)))),),
)
SITTING = Sitting(
    "IV-E-56", date(2024, 2, 14), DAY, "Visaginas",
    (
        Attending("Ona Pavyzdė", "Socialinės paramos skyrius", "pirmininkė", signs=True),
        Attending("Jonas Pavyzdys", "Šeimos centras", "narys", "komandiruotė"),
        Attending("Rasa Pavyzdė", "Pensininkų klubas", "narė"),
    ),
)  # fmt: skip
TOLD = Told(
    2023, "Visagino socialinių paslaugų planas", date(2023, 3, 30), "TS-44", (GOAL,),
    (Beside("1", "Šeimos centras", "Šeimų šventė", Sum("reports.beside:1", Decimal("300.00"), "SAV", "4")),),
    ((2022, (Sum("reports.earlieryear:1", Decimal("90000.00"), "SAV", "4", document="2022 m. ataskaita"),)),),
    SITTING,
    (("SAV", "savivaldybės biudžeto lėšos"), ("ES", "ES fondų lėšos"), ("VB", "valstybės biudžeto lėšos")),
    (("3", "Valstybės biudžeto lėšos"), ("4", "Savivaldybės biudžeto lėšos"), ("7", "ES fondo lėšos")),
)  # fmt: skip
