"""Shapes of tables and sentences that reports are full of, in which nothing is wrong: none is called a contradiction."""

from __future__ import annotations

import pytest

from globa.checker.checking import check
from globa.checker.finding import Severity
from globa.checker.saying import message
from globa.documents.document import Table
from tests.checker.tables import document, table

TABLES = {
    "stocks by quarter": """Rodiklis | I ketv. | II ketv. | III ketv. | IV ketv. | Iš viso per metus
Vaikų skaičius | 25 | 24 | 26 | 25 | 31
Konsultacijos | 10 | 12 | 9 | 14 | 45""",
    "income and expenses": """Straipsnis | Suma, Eur
Pajamos |
Savivaldybės lėšos | 100 000,00
Valstybės lėšos | 50 000,00
Iš viso pajamų | 150 000,00
Išlaidos |
Darbo užmokestis | 90 000,00
Kitos | 40 000,00
Iš viso išlaidų | 130 000,00
Likutis metų pabaigoje | 20 000,00""",
    "persons counted once beside services": """Paslauga | Asmenų skaičius | Paslaugų skaičius
Konsultacijos | 10 | 100
Mokymai | 20 | 60
Iš viso | 25 | 160""",
    "an average age": """Namai | Vaikų sk. | Vid. amžius | Vietų sk.
Pirmi | 6 | 12,5 | 8
Antri | 7 | 13,1 | 8
Iš viso | 13 | 12,8 | 16""",
    "of which that overlap": """Eil. Nr. | Paslauga | Gavėjų sk. 2022 m. | Gavėjų sk. 2023 m. | iš jų vaikų | iš jų su negalia
1. | Pagalba į namus | 120 | 130 | 0 | 60
2. | Dienos globa | 80 | 85 | 19 | 85
3. | Trumpalaikė globa | 15 | 17 | 5 | 12
 | Iš viso: | 215 | 232 | 24 | 157""",
    "numbered groups": """Straipsnis | Planas | Įvykdyta
1. Prekės | 30 | 28
1.1. Maistas | 20 | 19
1.2. Kuras | 10 | 9
2. Paslaugos | 50 | 51
2.1. Ryšiai | 20 | 21
2.2. Remontas | 30 | 30
Iš viso (1+2) | 80 | 79""",
    "ages with a row of averages": """Amžius | Mergaitės | Berniukai | Iš viso
0–3 | 1 | 2 | 3
4–6 | 0 | 1 | 1
7–17 | 8 | 13 | 21
Iš viso | 9 | 16 | 25
iš jų su negalia | 2 | 3 | 5
Vidutinis amžius | 10,1 | 11,2 | 10,8""",
    "years": """Metai | Iš viso panaudota lėšų Eur | Valstybės biudžeto lėšos | Savivaldybės biudžeto lėšos
2021 | 1 000,00 | 400,00 | 600,00
2022 | 1 200,00 | 500,00 | 700,00""",
}
SENTENCES = (
    "Iš viso 2023 m. paslaugas gavo 417 asmenų, 120 iš jų – pirmą kartą. Centre dirba 39,25 etato.",
    "Per metus organizuota 12 renginių (vaikams – 7, globėjams – 4, dar 1 bendruomenei).",
    "Mokymuose dalyvavo 18 globėjų (2 grupės po 9 globėjus).",
    "Skirta 18 206,00 Eur (10 985,00 Eur valstybės biudžeto lėšos ir 7 221,00 Eur ES lėšos).",
    "Pastatuose yra 24 kambariai (16 dviviečių ir 8 vienviečiai), iš viso 40 vietų.",
    "Surengti 3 posėdžiai, 10 susirinkimų ir 9 metodiniai pasitarimai, iš viso 22.",
    "Metų pradžioje dirbo 44 darbuotojai, metų pabaigoje – 39; išėjo 8, priimti 3 nauji darbuotojai.",
    "Vaikai (25) gyvena 4 namuose: 6 vaikai – Kalnų g. 61A, 7 vaikai – Statybininkų g. 10-2 ir 12 vaikų – kitur.",
    "Paslaugas gavo 72 šeimos (98 vaikai) ir 6 budintys globotojai (23 vaikai).",
    "Nustatyta laikinoji globa 14 vaikų (8 mergaitėms, 6 berniukams), nuolatinė – 5 vaikams (3 mergaitėms ir 2 berniukams).",
    "Etatų sumažėjo nuo 44,25 iki 39,25: panaikinti 4 priežiūros darbuotojų ir 1 socialinio darbuotojo etatai.",
    "Socialinį darbą dirba 36,25 etato, administracijoje ir ūkyje – 3 etatai, iš viso 39,25 etato.",
)


def contradictions(*blocks: Table | str) -> list[str]:
    found = check(document(*blocks))
    return [message(one) for one in found if one.severity == Severity.CONTRADICTION]


@pytest.mark.parametrize("written", TABLES.values(), ids=TABLES.keys())
def test_a_table_in_which_nothing_is_wrong(written: str) -> None:
    assert contradictions("2023 m. ataskaita", table(written)) == []


@pytest.mark.parametrize("said", SENTENCES)
def test_a_sentence_in_which_nothing_is_wrong(said: str) -> None:
    assert contradictions(said) == []
