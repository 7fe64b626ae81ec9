"""Invented samples in Lithuanian, the language with the longer words: what a component must bear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from globa.reports.writing.days import month
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.forms.day_field import DayField
from globa.web.numbers import Number, State
from globa.web.pictures.bars import Column
from globa.web.pictures.beds import Bed
from globa.web.pictures.parts import Part
from globa.web.pictures.timeline import Lane, Moment, Span

TODAY = date(2024, 1, 15)
HERE = "/kit#n"
YEAR = Period.year(2023)


def live(value: int | Decimal, unit: Unit = Unit.CHILDREN, **more: Any) -> Number:
    return Number(value, unit, records=HERE, definition="/kit/definition", **more)


def number_states() -> list[tuple[str, Number, str]]:
    return [
        ("Gyvas skaičius", live(35), "Atsiveria iki įrašų"),
        ("Su vienetu", live(Decimal("44.25"), Unit.POSTS), "Trupmena turi savo linksnį"),
        ("Pinigai", live(Decimal("1356326.61"), Unit.EUROS), "Centai neapvalinami"),
        ("Dalis", live(Decimal("61.4"), Unit.PERCENT, of=27, to=44), "Rodo abu savo skaičius"),
        ("Prieštarauja", live(43, contradicts="prieštarauja"), "Kitur tas pats skaičius kitoks"),
        ("Pasikeitė", live(402, moved="pasikeitė po pasirašymo"), "Po pasirašymo pakeistas įrašas"),
        ("Įrašyta ranka", Number(43, state=State.BY_HAND), "Šalia yra apskaičiuotas"),
        ("Nieko nėra", Number(None, state=State.NOTHING), "Tikrai nebuvo"),
        ("Nežinoma", Number(None, state=State.NOT_RECORDED), "Niekada nevirsta nuliu"),
        ("Slepiama", Number(None, state=State.HIDDEN), "Maža grupė, saugomas vaikas"),
        ("Dar neapibrėžta", Number(None, state=State.NOT_DEFINED), "Tada to dar nebuvo"),
        ("Nulis", live(0), "Suskaičiuota ir gauta nulis"),
    ]


def plurals() -> list[str]:
    from globa.reports.writing.units import counted

    return [
        counted(unit, n)
        for unit in (Unit.CHILDREN, Unit.SERVICES, Unit.POSTS)
        for n in (1, 2, Decimal("1.5"), Decimal("44.25"), 10, 21, 1834)
    ]


def months() -> list[Column]:
    values = [148, 151, 172, 140, 158, 149, 118, 122, None, 176, 171, 161]
    days = [date(2023, number, 1) for number in range(1, 13)]
    return [Column(month(day), _services(value), month(day, "narrow")) for day, value in zip(days, values, strict=True)]


def years() -> list[Column]:
    values = [(2020, None), (2021, 1402), (2022, 1710), (2023, 1834)]
    return [Column(str(year), _services(value)) for year, value in values]


def _services(value: int | None) -> Number:
    return Number(None, Unit.SERVICES, State.NOT_RECORDED) if value is None else live(value, Unit.SERVICES)


def age_bands() -> list[Part]:
    return [Part("0–2 m.", live(5)), Part("3–6 m.", live(7)), Part("7–13 m.", live(8)), Part("14–17 m.", live(3))]


def small_groups() -> list[Part]:
    return [Part("mergaitės", live(14)), Part("berniukai", live(9)), Part("nežinoma", Number(None, state=State.HIDDEN))]


def sources() -> list[Part]:
    amounts = [("Savivaldybė", "149885.94", 1), ("Valstybė", "96000", 2), ("ES fondai", "44100", 3), ("Įmokos", "19045.68", 5)]
    return [Part(name, live(Decimal(amount), Unit.EUROS), f"url(#src-{source})") for name, amount, source in amounts]


def lanes() -> list[Lane]:
    law = [
        Span("Tėvai", date(2021, 9, 1), date(2022, 3, 14), tone="law-faint"),
        Span("Laikinoji globa", date(2022, 3, 18), date(2023, 3, 10), "globos centras", "law"),
        Span("Nuolatinė globa", date(2023, 3, 10), None, "įstaiga, teismo nutartis", "law-strong"),
    ]
    life = [
        Span("Pas tėvus", date(2021, 9, 1), date(2022, 3, 14), tone="life-faint"),
        Span("V. Stonkienė", date(2022, 3, 14), date(2022, 6, 20), "budinti globotoja", href=HERE),
        Span("Girios namai", date(2022, 6, 20), None, "bendruomeniniai namai", "life-strong", HERE),
    ]
    away = [Span("Vasara Italijoje", date(2023, 6, 10), date(2023, 8, 30)), Span("Svečiuose", date(2023, 12, 23), date(2024, 1, 6))]
    return [Lane("Kas atstovauja", "pagal įstatymą", law), Lane("Kur gyvena", "", life, away)]


MARKS = [Moment(date(2022, 3, 14), "2022-03-14 paimtas; globa nustatyta po 4 dienų")]


def beds() -> list[Bed]:
    begun = date(2020, 9, 1)
    return [
        Bed("1-1", [Span("Smiltė K.", date(2021, 3, 1))]),
        Bed("1-2", [Span("Augustė Ž.", date(2020, 5, 11), date(2023, 1, 21)), Span("Luknė B.", date(2023, 2, 11))]),
        Bed("2-1", [Span("Matas Ž.", date(2022, 6, 20))], [Span("", date(2023, 6, 10), date(2023, 8, 30))]),
        Bed("2-2", [Span("Simas R.", begun)], [Span("", date(2023, 12, 24), date(2024, 1, 3))]),
        Bed("3-1", [Span("Kostas R.", begun)]),
        Bed("4-1", [Span("Rokas P.", date(2019, 4, 2), date(2023, 8, 24))]),
        Bed("4-2", [Span("Lėja P.", date(2023, 3, 17), date(2023, 8, 24))]),
    ]


SERVICES = [(name, name) for name in ("Konsultacija", "Lankymas namuose", "Tarpininkavimas", "Kita…")]
WORKERS = [("m", "Miglė Gedvilaitė"), ("j", "Justė Pakalnytė")]
WHEN = [("today", "Šiandien"), ("yesterday", "Vakar"), ("other", "Kita diena")]
TYPED = {
    "service": "Lankymas namuose", "when": "other", "day_year": "2023", "day_month": "13", "day_day": "1", "bed": "3-2", "helpers": ["m"],
}  # fmt: skip


class SampleForm(forms.Form):
    service = forms.ChoiceField(label="Paslauga", choices=SERVICES, widget=forms.RadioSelect)
    helpers = forms.MultipleChoiceField(label="Kas dalyvavo", required=False, choices=WORKERS, widget=forms.CheckboxSelectMultiple)
    when = forms.ChoiceField(label="Kada", choices=WHEN, widget=forms.RadioSelect)
    day = DayField(label="Kuri diena")
    bed = forms.CharField(label="Lova", help_text="Kambarys ir lova, pavyzdžiui, 4-1")
    payer = forms.ChoiceField(label="Kas apmoka", required=False, choices=[("", "–"), ("b", "Savivaldybės biudžetas")])
    note = forms.CharField(label="Pastaba", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    sure = forms.BooleanField(label="Vaikas sutiko, kad tai būtų užrašyta", required=False)


def form() -> SampleForm:
    sample = SampleForm(TYPED)
    sample.add_error("bed", "Lova 3-2 užimta nuo 2023-11-03. Pasirinkite kitą: laisvos 4-1 ir 4-2.")
    return sample
