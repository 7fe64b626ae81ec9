"""
What a number counts: its unit, the words of its noun phrase, of what day or time it speaks, and how it is meant.

"Suteikta 401 psichologo konsultacija" counts konsultacija, of psichologas; "Savitarpio pagalbos grupės – 25 asm." counts asmuo.
A cell of a table counts what its row and its column say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from globa.documents.document import Place
from globa.documents.numbers import amount, not_amounts
from globa.documents.numbers.amount import Reading
from globa.documents.numbers.comparators import Comparator, comparator
from globa.documents.numbers.days import day
from globa.documents.numbers.not_amounts import BLANK, Kind
from globa.documents.numbers.noun import STOP, WORD, lemma, lemmas
from globa.documents.numbers.units import PERCENT

# What can be counted, by its lemma. Others may stand before it: 401 psichologo konsultacija, 48 globojamiems vaikams.
_UNITS = """
    asmuo vaikas mergaitė berniukas moteris vyras šeima globėjas globotojas tėvas motina darbuotojas savanoris dalyvis specialistas
    gyventojas pirmokas mokinys jaunuolis paauglys senjoras klientas gavėjas globotinis auklėtinis įvaikintojas koordinatorius psichologas
    konsultacija paslauga kartas valanda grupė sutartis mokymas renginys susitikimas užsiėmimas posėdis pasitarimas supervizija akcija
    stovykla išvyka etatas pareigybė vieta plakatas skrajutė lankstinukas straipsnis pranešimas išvada rekomendacija vertinimas planas
    prašymas sprendimas atvejis byla namas butas kambarys centras įstaiga padalinys automobilis diena para mėnuo savaitė metai minutė
    kilogramas kg vienetas pašalpa išmoka kompensacija projektas priemonė veikla ekskursija paskaita seminaras kursas mokymai lova
    child girl boy family person carer consultation service meeting event group place hour day
"""
UNITS = frozenset(_UNITS.split())
_PEOPLE = """
    asmuo vaikas mergaitė berniukas moteris vyras globėjas globotojas tėvas motina darbuotojas savanoris dalyvis specialistas gyventojas
    pirmokas mokinys jaunuolis paauglys senjoras klientas gavėjas globotinis auklėtinis įvaikintojas koordinatorius psichologas child girl
    boy person carer
"""
PEOPLE = frozenset(_PEOPLE.split())
PLACES = frozenset(["namas", "centras", "įstaiga", "padalinys", "butas", "place"])
DURATIONS = frozenset(["diena", "para", "mėnuo", "savaitė", "metai", "minutė"])
AGE = re.compile(
    r"\s*(?:m\.|metų|metus|metai)(?:\s+(?:amžiaus|vaik|asmen|ir|bei)|\s*$|[,.;)])|\s*mėn\w*\.?\s*(?:amž|vaik|,|$)", re.IGNORECASE
)
BREAK = re.compile(rf"[,;:.()!?\n{BLANK}„“\"–—/]|\s-\s|\s(?:ir|bei|o|and|kurie|kurių|kuriems|iš jų)\s")
LABEL = re.compile(r"([^,;:.()!?\n\d]{3,})(?:[–—:=(]|\s-)\s*$")
PART = re.compile(r"\b(?:iš jų|iš kurių|iš to skaičiaus|tarp jų|įskaitant|t\. ?sk\.?|of them|of which|including)\b[^.;]*$", re.IGNORECASE)
COMPOUND = re.compile(
    r"\b(?:vaikų\s+)?(?:dienos|globos|šeimos|nakvynės)\s+(?=(?:socialin\w+\s+)?(?:centr|nam|užimt|priež|gerov))", re.IGNORECASE
)
SHORT_FORM = re.compile(r"\b(vnt|asm|val|kart|soc|mėn|sav)\.", re.IGNORECASE)
OPENING = re.compile(r"\bmet(?:ų|us) (?:pradži|pradž)|\b01-01\b|\bsausio 1 d", re.IGNORECASE)
CLOSING = re.compile(r"\bmet(?:ų|us) (?:pabaig|gal)|\b12-31\b|\bgruodžio 31", re.IGNORECASE)
TARGET = re.compile(
    r"\b(?:bus|gaus|planuoj\w+|numat\w+|siek(?:iama|ti|iant)\w*|ketin\w+|laukiam\w+|prognoz\w+|turėtų|galės|teiks|vykdys|dalyvaus|will|planned)\b",
    re.IGNORECASE,
)
STOPS = re.compile(r"[;.()!?\n]")
STOPS_AFTER = re.compile(r"[,;.()!?\n]")
JOINT = re.compile(r"\s(?:ir|bei|o|and)\s")
OPENED = re.compile(r"\(\s*$")
CLOSED = re.compile(r"([^()]{0,25})\)")
MOST_WORDS = 7


@dataclass(frozen=True)
class Counted:
    """
    `unit` is the lemma of what is counted, "EUR", "percent" or "age", "" where nothing tells; `noun` its words with their qualifiers;
    `around` the words of the clause. `days` and `years` are as written. `is_part`: of another number; `is_target`: what is to be.
    """

    reading: Reading
    comparator: Comparator
    unit: str
    noun: frozenset[str]
    around: frozenset[str]
    place: Place
    text: str
    days: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    is_part: bool = False
    is_target: bool = False

    @property
    def is_exact(self) -> bool:
        return self.comparator is Comparator.EXACTLY and self.reading.other is None and not self.reading.precision_lost


def in_sentence(text: str, place: Place) -> tuple[Counted, ...]:
    plain = not_amounts.taken_out(text)
    found = amount.readings(text)
    return tuple(_counted(text, plain, found, number, place) for number in range(len(found)))


def in_cell(text: str, heads: Sequence[str], place: Place) -> Counted | None:
    """A cell that is one number: its heads, the row's and the column's, say what it counts. None for any other cell."""
    reading = amount.read(text)
    if reading is None:
        return None
    said = " ".join(heads)
    bare = not_amounts.taken_out(said)
    words = frozenset(lemmas(bare))
    unit = _sign(reading) or ("percent" if PERCENT.search(said) else "") or _named(heads)
    days, years = times(said)
    return Counted(
        reading, Comparator.EXACTLY, unit, words - {unit}, words, place, said, days, years, _names(said), is_target=_is_target(said)
    )


def _counted(text: str, plain: str, found: Sequence[Reading], number: int, place: Place) -> Counted:
    one = found[number]
    begins = found[number - 1].end if number else 0
    ends = found[number + 1].start if number + 1 < len(found) else len(plain)
    before, after = plain[begins : one.start], plain[one.end : ends]
    following = _following(after)
    label = LABEL.search(before)
    noun = [*following, *(WORD.findall(label[1]) if label else ())]
    unit = _sign(one) or ("age" if AGE.match(plain, one.end) else "") or _head(one, after) or _of_label(label)
    days, years = times(text)
    return Counted(
        one, comparator(plain[: one.start], plain[one.end :]), unit, _meaningful(noun) - {unit}, frozenset(lemmas(_clause(before, after))),
        place, text, days, years, _names(_clause(before, after)), bool(PART.search(plain[: one.start])), _is_target(text),
    )  # fmt: skip


def _following(after: str) -> list[str]:
    whole = SHORT_FORM.sub(r"\1", after)
    return WORD.findall(BREAK.split(whole, maxsplit=1)[0] if not BREAK.match(whole) else "")[:MOST_WORDS]


def _sign(reading: Reading) -> str:
    return str(reading.sign)


def _head(reading: Reading, after: str) -> str:
    """The first word that can be counted, in the case that the number asks for: 3 vaikų dienos centrai are centres."""
    known = [word for word in _following(COMPOUND.sub("", after)) if lemma(word) in UNITS]
    last = reading.value % 10
    few = bool(last) and last == last.to_integral_value() and not 10 < reading.value % 100 < 20
    in_case = [word for word in known if not word.lower().endswith(("ų", "o") if few else "o")] or known
    if in_case and lemma(in_case[0]) == "vienetas" and len(in_case) > 1:
        return lemma(in_case[1])
    return lemma(in_case[0]) if in_case else ""


def _named(heads: Sequence[str]) -> str:
    """What heads name as counted: the first such word that is no attribute, else the first. Homes and centres are where, not what."""
    known = [word for head in heads for word in WORD.findall(not_amounts.taken_out(head)) if lemma(word) in UNITS - PLACES]
    own = [word for word in known if not word.lower().endswith(("o", "ų", "ams", "oms", "ims", "ėms"))]
    return lemma((own or known)[0]) if known else ""


def _of_label(label: re.Match[str] | None) -> str:
    """Where nothing follows the number, the last word of its label that can be counted: „mergaičių – 9“."""
    return next((one for one in reversed(lemmas(label[1])) if one in UNITS - PLACES), "") if label else ""


def _meaningful(words: Sequence[str]) -> frozenset[str]:
    return frozenset(lemma(word) for word in words if word.lower() not in STOP)


def _clause(before: str, after: str) -> str:
    """
    From the last break before the number to the next one behind it; „ir“ and „bei“ are breaks where enough words stand before them.

    Brackets around the number alone are none: „Vienas (1 etatas) darbuotojas“.
    """
    if OPENED.search(before) and (closed := CLOSED.match(after)):
        before, after = OPENED.sub(" ", before), f"{closed[1]} {STOPS_AFTER.split(after[closed.end() :])[0]}"
    start = STOPS.split(before)[-1]
    joined = JOINT.split(start)[-1]
    return f"{joined if len(WORD.findall(joined)) > 1 else start} {JOINT.split(STOPS.split(after)[0])[0]}"


def times(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Days as they are written, with the start and the end of the year; years by themselves."""
    marks = not_amounts.marks(text)
    days = {found.isoformat() if (found := day(mark.text)) else " ".join(mark.text.split()) for mark in marks if mark.kind is Kind.DAY}
    days |= {name for name, pattern in (("opening", OPENING), ("closing", CLOSING)) if pattern.search(text)}
    years = {year for mark in marks if mark.kind in (Kind.DAY, Kind.YEAR) for year in re.findall(rf"{not_amounts.YEAR}", mark.text)}
    return frozenset(days), frozenset(years)


def _names(text: str) -> frozenset[str]:
    """What is called by its own name: words in quotes, and words with a capital inside a sentence."""
    quoted = re.findall(r"[„“\"]([^„“”\"]+)[“”\"]", text)
    proper = re.findall(r"(?<=[^\W\d_.] )([A-ZĄČĘĖĮŠŲŪŽ][^\W\d_]{2,})", text)
    return frozenset(lemma(word) for one in (*quoted, *proper) for word in WORD.findall(one))


def _is_target(text: str) -> bool:
    return bool(TARGET.search(text))
