"""
What a number counts: its unit, the words of its noun phrase, of what day or time it speaks, and how it is meant.

"Suteikta 401 psichologo konsultacija" counts konsultacija, of psichologas; "Savitarpio pagalbos grupės – 25 asm." counts asmuo.
A cell of a table counts what its row and its column say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

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
# Endings of words that stand beside what is counted: whose, for whom, where.
ATTRIBUTES = ("o", "ų", "ams", "oms", "ims", "ėms", "ose", "yse", "ėse", "uose", "mu", "ojus", "ėjus")
MEASURES = frozenset(["valanda", "etatas", "vieta", "para", "pareigybė", "hour", "place"])
WHERE = frozenset(["pas", "prie", "iš", "tarp", "su", "pagal", "į", "už", "nuo", "with", "from", "at"])
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
GOES_ON = re.compile(r",\s+(?:pas|iš|su|per|o|taip pat|jų|jiems|joms|juos|jas)\b")
JOINT = re.compile(r"\s(?:ir|bei|o|and)\s")
OPENED = re.compile(r"\(\s*$")
CLOSED = re.compile(r"([^()]{0,25})\)")
MOST_WORDS = 7
LONGEST = 3000


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
    """
    A label that only says where or when counts what the number before it counts: „gyveno 33 vaikai, metų pabaigoje – 25“.

    A sentence of several pages says nothing that could be compared, and takes long.
    """
    if len(text) > LONGEST:
        return ()
    plain = not_amounts.taken_out(text)
    found = amount.readings(text)
    counted: list[Counted] = []
    for number in range(len(found)):
        one = _counted(text, plain, found, number, place)
        carried = counted[-1].unit if counted and not one.unit and _is_labelled(plain, found, number) else ""
        counted.append(replace(one, unit=carried) if carried in UNITS else one)
    return tuple(counted)


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
    before, after = _beside(plain, found, number)
    following = _following(after)
    if number and following:
        before = STOPS_AFTER.split(before)[-1]
    label = LABEL.search(before)
    noun = [*following, *(WORD.findall(label[1]) if label else ())]
    unit = _sign(one) or ("age" if AGE.match(plain, one.end) else "") or _head(one, after) or _before(before, label, following)
    clause = label[1] if label and not following else _clause(before, after)
    days, years = _times_of(text, found, number)
    return Counted(
        one, comparator(plain[: one.start], plain[one.end :]), unit, _meaningful(noun) - {unit}, frozenset(lemmas(clause)),
        place, text, days, years, _names(clause), bool(PART.search(plain[: one.start])), _is_target(text),
    )  # fmt: skip


def _beside(text: str, found: Sequence[Reading], number: int) -> tuple[str, str]:
    """What stands between a number and its neighbours."""
    begins = found[number - 1].end if number else 0
    ends = found[number + 1].start if number + 1 < len(found) else len(text)
    return text[begins : found[number].start], text[found[number].end : ends]


def _is_labelled(plain: str, found: Sequence[Reading], number: int) -> bool:
    before, after = _beside(plain, found, number)
    return bool(LABEL.search(before)) and not _following(after)


def _before(before: str, label: re.Match[str] | None, following: Sequence[str]) -> str:
    """Where nothing that can be counted follows, the last such word before: „mergaičių – 9“, „mergaičių liko 9“."""
    if label is None and following:
        return ""
    words = WORD.findall(label[1] if label else re.split(r"[,;:.()–—]", before)[-1])
    if len(words) > MOST_WORDS:
        return ""
    free = takewhile(lambda word: word.lower() not in WHERE, words)
    known = [lemma(word) for word in free if not word.lower().endswith(("ose", "yse"))]
    return next((one for one in reversed(known) if one in UNITS - PLACES and (one not in DURATIONS or one in MEASURES)), "")


def _times_of(text: str, found: Sequence[Reading], number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The day of its own item of the sentence, if it says one; else that of the whole sentence."""
    before, after = _beside(text, found, number)
    own = times(f"{before.rpartition(',')[2]}{found[number].text}{after.partition(',')[0]}")
    whole = times(text)
    return (own[0], own[1] or whole[1]) if own[0] else whole


def _following(after: str) -> list[str]:
    whole = SHORT_FORM.sub(r"\1", after)
    return WORD.findall(BREAK.split(whole, maxsplit=1)[0] if not BREAK.match(whole) else "")[:MOST_WORDS]


def _sign(reading: Reading) -> str:
    return str(reading.sign)


def _head(reading: Reading, after: str) -> str:
    """The first word that can be counted, in the case that the number asks for: 3 vaikų dienos centrai are centres."""
    known = [word for word in _following(COMPOUND.sub("", after)) if lemma(word) in UNITS]
    whole = int(reading.value)
    few = reading.value == whole and bool(whole % 10) and not 10 < whole % 100 < 20
    in_case = [word for word in known if not (word.lower().endswith("o") or (few and _is_of_people(word)))] or known
    if in_case and lemma(in_case[0]) == "vienetas" and len(in_case) > 1:
        return lemma(in_case[1])
    return lemma(in_case[0]) if in_case else ""


def _is_of_people(word: str) -> bool:
    """4 globėjų šeimos are families; 4 konsultacijų, though it should be konsultacijos, are consultations."""
    return word.lower().endswith("ų") and lemma(word) in PEOPLE


def _named(heads: Sequence[str]) -> str:
    """
    What heads name as counted: hours or posts wherever they stand, else what the column counts, else the row.

    Of a head the first such word that is no attribute. Homes and centres are where, not what; „kartai“ are of what the row says.
    """
    known = [one for head in reversed(heads) if (one := _of_head(head))]
    measured = [one for one in known if one in MEASURES]
    others = [one for one in known if one != "kartas"]
    return next(iter([*measured, *others, *known]), "")


def _of_head(head: str) -> str:
    known = [word for word in WORD.findall(not_amounts.taken_out(head)) if lemma(word) in UNITS - PLACES]
    own = [word for word in known if not word.lower().endswith(ATTRIBUTES)]
    return lemma((own or known)[0]) if known else ""


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
    return f"{joined if len(WORD.findall(joined)) > 1 else start} {GOES_ON.split(JOINT.split(STOPS.split(after)[0])[0])[0]}"


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
